import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { now } from "~/platform/clock.server";
import type { Tx } from "~db/client.server";
import {
  findDependent,
  insertDependents,
  isInLiveElection,
  listFamily,
  removeDependent,
  updateDependent,
  type DependentColumns,
  type DependentRecord,
} from "~db/repositories/roster/dependent.server";
import { findEmployee } from "~db/repositories/roster/employee.server";
import { coverageStartOn, withRoster, type RosterAct } from "../roster-act.server";
import { shortName } from "../same-person.server";
import { dependentColumns, familyProblems, numberProblems } from "./dependent-facts.server";
import type { DependentInput } from "./dependent.schema";

type FamilyAct = RosterAct & { readonly employeeId: string; readonly dependentId: string };
type DependentAct = FamilyAct & { readonly asksTobacco: boolean; readonly input: DependentInput };
type SavedDependent = { readonly dependentId: string; readonly name: string };

const noNumber = { ssnSealed: null, ssnLastFour: null, ssnIndex: null } as const;

/**
 * Adds somebody to an employee's family. Sent again with the same id it changes nothing. Problems: those of
 * `familyProblems` and of the number, `stale` when the employee is not on the roster.
 */
export async function addDependent(act: DependentAct): Promise<Outcome<SavedDependent>> {
  const { employerId, employeeId, dependentId, input } = act;
  return withRoster(act, async (tx) => {
    const before = await findDependent(tx, act);
    if (before?.employeeId === employeeId) return done({ dependentId, name: shortName(before) });
    const employee = await findEmployee(tx, act);
    if (before || employee?.standing !== "active") return failed({ code: "stale" });
    const problems = await problemsOf(tx, act);
    if (problems.length > 0) return failed(...problems);
    const columns = { ...noNumber, ...dependentColumns(input, act) };
    await insertDependents(tx, [{ ...columns, employerId, employeeId, dependentId }]);
    const details = { name: shortName(columns), employee: shortName(employee), relationship: columns.relationship };
    await writeAudit(tx, { ...auditOf(act), action: "dependent-added", details });
    return done({ dependentId, name: shortName(columns) });
  });
}

/** Problems: those of adding, `stale`, `dependent-in-election` when a choice of coverage counts on what would change. */
export async function changeDependent(
  act: DependentAct & { readonly version: number },
): Promise<Outcome<SavedDependent>> {
  const { employerId, employeeId, dependentId, version } = act;
  return withRoster(act, async (tx) => {
    const before = await findDependent(tx, act);
    if (before?.employeeId !== employeeId || before.removedAt !== null) return failed({ code: "stale" });
    const columns = dependentColumns(act.input, act);
    const changed = changedFields(before, columns);
    if (changed.length === 0) return done({ dependentId, name: shortName(before) });
    if (before.version !== version) return failed({ code: "stale" });
    const problems = await problemsOf(tx, act);
    if (problems.length > 0) return failed(...problems);
    if (changed.some((field) => pricedFields.includes(field)) && (await isInLiveElection(tx, memberOf(act)))) {
      return failed({ code: "dependent-in-election", params: { name: shortName(before) } });
    }
    if (!(await updateDependent(tx, employerId, { dependentId, version, changes: columns }))) {
      return failed({ code: "stale" });
    }
    const words = changed.map((field) => (field === "ssnIndex" ? "ssn" : field)).join(", ");
    const details = { name: shortName(columns), changed: words };
    await writeAudit(tx, { ...auditOf(act), action: "dependent-changed", details });
    return done({ dependentId, name: shortName(columns) });
  });
}

/** A second click changes nothing. Problem: `dependent-in-election` while a choice of coverage names the person. */
export async function takeOutOfFamily(act: FamilyAct): Promise<Outcome<{ readonly name: string }>> {
  const { employerId, employeeId, dependentId } = act;
  return withRoster(act, async (tx) => {
    const before = await findDependent(tx, act);
    if (before?.employeeId !== employeeId) return failed({ code: "stale" });
    const name = shortName(before);
    if (before.removedAt !== null) return done({ name });
    if (await isInLiveElection(tx, memberOf(act))) return failed({ code: "dependent-in-election", params: { name } });
    await removeDependent(tx, { employerId, dependentId, at: now() });
    await writeAudit(tx, { ...auditOf(act), action: "dependent-removed", details: { name } });
    return done({ name });
  });
}

/** An election was priced by these. */
const pricedFields: readonly (keyof DependentColumns)[] = ["relationship", "bornOn", "usesTobacco"];

async function problemsOf(tx: Tx, act: DependentAct) {
  const { employerId, employeeId, dependentId, input, today } = act;
  const family = await listFamily(tx, { employerId, employeeId });
  const rest = family.filter((member) => member.dependentId !== dependentId);
  const startOn = await coverageStartOn(tx, act);
  return [
    ...familyProblems(input, { family: rest, startOn, today }),
    ...(await numberProblems(tx, input, { employerId, employeeId, dependentId })),
  ];
}

function memberOf({ employerId, dependentId }: FamilyAct) {
  return { employerId, memberId: dependentId };
}

function auditOf({ employerId, userId, actorName, dependentId }: FamilyAct) {
  return { employerId, actorUserId: userId, actorName, subject: dependentId };
}

/** The sealed text differs each time, so the number is compared by its index. */
function changedFields(before: DependentRecord, columns: Partial<DependentColumns>): (keyof DependentColumns)[] {
  const fields = Object.keys(columns) as (keyof DependentColumns)[];
  return fields.filter((field) => field !== "ssnSealed" && field !== "ssnLastFour" && before[field] !== columns[field]);
}

import { familyAdditionProblems } from "~/domain/household/family-addition";
import { shortName } from "~/domain/household/same-person";
import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { now } from "~/platform/clock.server";
import { changedColumns, noNumber, wordsOfColumns } from "~/platform/secrets/person-columns.server";
import type { Tx } from "~db/client.server";
import {
  findDependent,
  insertDependents,
  listFamily,
  removeDependent,
  updateDependent,
} from "~db/repositories/roster/dependent.server";
import { findEmployee, isCoverageOnItsWay } from "~db/repositories/roster/employee.server";
import { coverageStartOn, withRoster, type RosterAct } from "../roster-act.server";
import { reopenSignedChoices } from "../signed-choices.server";
import { dependentColumns, numberProblems } from "./dependent-facts.server";
import type { DependentInput } from "./dependent.schema";

type FamilyAct = RosterAct & { readonly employeeId: string; readonly dependentId: string };
type DependentAct = FamilyAct & { readonly asksTobacco: boolean; readonly input: DependentInput };
type SavedDependent = {
  readonly dependentId: string;
  readonly name: string;
  /** The employee has to sign the choice of coverage again, and was told so. */
  readonly isOpenAgain: boolean;
};

/**
 * Adds somebody to an employee's family. Sent again with the same id it changes nothing. Problems: those of
 * `familyAdditionProblems` and of the number, `stale` when the employee is not on the roster.
 */
export async function addDependent(act: DependentAct): Promise<Outcome<SavedDependent>> {
  const { employerId, employeeId, dependentId, input } = act;
  return withRoster(act, async (tx) => {
    const before = await findDependent(tx, act);
    if (before?.employeeId === employeeId) return done({ dependentId, name: shortName(before), isOpenAgain: false });
    const employee = await findEmployee(tx, act);
    if (before || employee?.standing !== "active") return failed({ code: "stale" });
    const problems = await problemsOf(tx, act);
    if (problems.length > 0) return failed(...problems);
    const columns = { ...noNumber, ...dependentColumns(input, act) };
    await insertDependents(tx, [{ ...columns, employerId, employeeId, dependentId }]);
    const details = { name: shortName(columns), employee: shortName(employee), relationship: columns.relationship };
    await writeAudit(tx, { ...auditOf(act), action: "dependent-added", details });
    return done({ dependentId, name: shortName(columns), isOpenAgain: false });
  });
}

/**
 * Changes somebody in a family; a signed choice whose price would change is taken back. Problems: those of adding,
 * `stale`, `signed-choice-is-fixed`, `employee-data-sent` while coverage of the person is with an insurer or on its way.
 */
export async function changeDependent(
  act: DependentAct & { readonly version: number },
): Promise<Outcome<SavedDependent>> {
  const { employerId, employeeId, dependentId, version } = act;
  return withRoster(act, async (tx) => {
    const before = await findDependent(tx, act);
    const employee = await findEmployee(tx, act);
    if (before?.employeeId !== employeeId || before.removedAt !== null || !employee) return failed({ code: "stale" });
    const columns = dependentColumns(act.input, act);
    const changed = changedColumns(before, columns);
    if (changed.length === 0) return done({ dependentId, name: shortName(before), isOpenAgain: false });
    if (before.version !== version) return failed({ code: "stale" });
    const problems = await problemsOf(tx, act);
    if (problems.length > 0) return failed(...problems);
    if (await isCoverageOnItsWay(tx, { employerId, employeeId, memberId: dependentId })) {
      return failed({ code: "employee-data-sent", params: { name: shortName(before) } });
    }
    const was = { ...before, hiredOn: employee.hiredOn };
    const { problem, isOpenAgain } = await reopenSignedChoices(tx, act, {
      ...{ memberId: dependentId, person: before, employee, before: was, after: { ...was, ...columns } },
    });
    if (problem) return failed(problem);
    if (!(await updateDependent(tx, employerId, { dependentId, version, changes: columns }))) {
      return failed({ code: "stale" });
    }
    const details = { name: shortName(columns), changed: wordsOfColumns(changed) };
    await writeAudit(tx, { ...auditOf(act), action: "dependent-changed", details });
    return done({ dependentId, name: shortName(columns), isOpenAgain });
  });
}

/** A signed choice that covers the person is taken back. A second click changes nothing. Problem: `signed-choice-is-fixed`. */
export async function takeOutOfFamily(act: FamilyAct): Promise<Outcome<SavedDependent>> {
  const { employerId, employeeId, dependentId } = act;
  return withRoster(act, async (tx) => {
    const before = await findDependent(tx, act);
    const employee = await findEmployee(tx, act);
    if (before?.employeeId !== employeeId || !employee) return failed({ code: "stale" });
    const name = shortName(before);
    if (before.removedAt !== null) return done({ dependentId, name, isOpenAgain: false });
    const was = { ...before, hiredOn: employee.hiredOn };
    const { problem, isOpenAgain } = await reopenSignedChoices(tx, act, {
      ...{ memberId: dependentId, person: before, employee, before: was, after: null },
    });
    if (problem) return failed(problem);
    await removeDependent(tx, { employerId, dependentId, at: now() });
    await writeAudit(tx, { ...auditOf(act), action: "dependent-removed", details: { name } });
    return done({ dependentId, name, isOpenAgain });
  });
}

async function problemsOf(tx: Tx, act: DependentAct) {
  const { employerId, employeeId, dependentId, input, today } = act;
  const family = await listFamily(tx, { employerId, employeeId });
  const rest = family.filter((member) => member.dependentId !== dependentId);
  const startOn = await coverageStartOn(tx, act);
  return [
    ...familyAdditionProblems(input, { family: rest, coverageStartOn: startOn, today }),
    ...(await numberProblems(tx, input, { employerId, employeeId, dependentId })),
  ];
}

function auditOf({ employerId, userId, actorName, dependentId }: FamilyAct) {
  return { employerId, actorUserId: userId, actorName, subject: dependentId };
}

import { familyAdditionProblems } from "~/domain/household/family-addition";
import { shortName } from "~/domain/household/same-person";
import { employeeCoverageStartOn } from "~/domain/calendar/waiting-period.rule";
import { addMonths, firstOfMonth } from "~/domain/calendar/calendar-date";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { changedColumns, noNumber, personColumns, wordsOfColumns } from "~/platform/secrets/person-columns.server";
import type { Tx } from "~db/client.server";
import {
  findDependent,
  insertDependents,
  listFamily,
  removeDependent,
  updateDependent,
  type DependentColumns,
  type DependentRecord,
} from "~db/repositories/roster/dependent.server";
import { findEmployee, isCoverageOnItsWay, type EmployeeRecord } from "~db/repositories/roster/employee.server";
import { reopenChoicesOf, withOwnRecord, type OwnRecordAct } from "../own-record.server";
import { numberProblems } from "../own-number.server";
import type { DependentInput } from "./dependent.schema";

export type SavedMember = { readonly name: string; readonly isOpenAgain: boolean };

type MemberAct = OwnRecordAct & { readonly dependentId: string };

/**
 * Adds somebody to the employee's own family. Sent again with the same id it changes nothing. Problems: those of
 * `familyAdditionProblems`, `dependents-not-offered`, `ssn-on-file-for-another`, `stale`.
 */
export async function addToFamily(act: MemberAct, input: DependentInput): Promise<Outcome<SavedMember>> {
  const { employeeId, dependentId } = act;
  const { employerId } = act.employer;
  return withOwnRecord(act, async (tx) => {
    const before = await findDependent(tx, { employerId, dependentId });
    if (before?.employeeId === employeeId) return done({ name: shortName(before), isOpenAgain: false });
    const employee = await findEmployee(tx, { employerId, employeeId });
    if (before || employee?.standing !== "active") return failed({ code: "stale" });
    const problems = await problemsOf(tx, act, { input, employee });
    if (problems.length > 0) return failed(...problems);
    const columns = { ...noNumber, ...columnsOf(input, act) };
    await insertDependents(tx, [{ ...columns, employerId, employeeId, dependentId }]);
    const details = { name: shortName(columns), employee: shortName(employee), relationship: columns.relationship };
    await writeAudit(tx, { ...actorOf(act), action: "dependent-added", details });
    return done({ name: shortName(columns), isOpenAgain: false });
  });
}

/** Problems: those of adding, `signed-choice-is-fixed`, `employee-data-sent` while it is with an insurer or on its way. */
export async function changeFamilyMember(
  act: MemberAct,
  { version, ...input }: DependentInput & { readonly version: number },
): Promise<Outcome<SavedMember>> {
  const { employeeId, dependentId } = act;
  const { employerId } = act.employer;
  return withOwnRecord(act, async (tx) => {
    const { before, employee } = await membersOf(tx, act);
    if (!before || before.removedAt !== null || !employee) return failed({ code: "stale" });
    const name = shortName(before);
    const columns = columnsOf(input, act);
    const changed = changedColumns(before, columns);
    if (changed.length === 0) return done({ name, isOpenAgain: false });
    if (before.version !== version) return failed({ code: "stale" });
    const problems = await problemsOf(tx, act, { input, employee });
    if (problems.length > 0) return failed(...problems);
    if (await isCoverageOnItsWay(tx, { employerId, employeeId, memberId: dependentId })) {
      return failed({ code: "employee-data-sent", params: { name } });
    }
    const { hiredOn } = employee;
    const priced = { before: { ...before, hiredOn }, after: { ...before, ...columns, hiredOn } };
    const { problem, isOpenAgain } = await reopenChoicesOf(tx, act, { ...priced, memberId: dependentId, name });
    if (problem) return failed(problem);
    if (!(await updateDependent(tx, employerId, { dependentId, version, changes: columns }))) {
      return failed({ code: "stale" });
    }
    const details = { name: shortName(columns), changed: wordsOfColumns(changed) };
    await writeAudit(tx, { ...actorOf(act), action: "dependent-changed", details });
    return done({ name: shortName(columns), isOpenAgain });
  });
}

/** A second click changes nothing. Problems: `stale`, `signed-choice-is-fixed`. */
export async function removeFromFamily(act: MemberAct): Promise<Outcome<SavedMember>> {
  const { dependentId, now } = act;
  const { employerId } = act.employer;
  return withOwnRecord(act, async (tx) => {
    const { before, employee } = await membersOf(tx, act);
    if (!before || !employee) return failed({ code: "stale" });
    const name = shortName(before);
    if (before.removedAt !== null) return done({ name, isOpenAgain: false });
    const priced = { before: { ...before, hiredOn: employee.hiredOn }, after: null };
    const { problem, isOpenAgain } = await reopenChoicesOf(tx, act, { ...priced, memberId: dependentId, name });
    if (problem) return failed(problem);
    await removeDependent(tx, { employerId, dependentId, at: now });
    await writeAudit(tx, { ...actorOf(act), action: "dependent-removed", details: { name } });
    return done({ name, isOpenAgain });
  });
}

/** The person to change, when it is one of the employee's own family, and the employee. */
async function membersOf(
  tx: Tx,
  { employer: { employerId }, employeeId, dependentId }: MemberAct,
): Promise<{ readonly before: DependentRecord | undefined; readonly employee: EmployeeRecord | undefined }> {
  const before = await findDependent(tx, { employerId, dependentId });
  const employee = await findEmployee(tx, { employerId, employeeId });
  return {
    before: before?.employeeId === employeeId ? before : undefined,
    employee: employee?.standing === "active" ? employee : undefined,
  };
}

async function problemsOf(
  tx: Tx,
  { employer: { employerId }, employeeId, dependentId, application, today }: MemberAct,
  { input, employee: { hiredOn } }: { input: DependentInput; employee: EmployeeRecord },
): Promise<readonly Problem[]> {
  if (application && !application.offersDependents) return [{ code: "dependents-not-offered" }];
  const coverageStartOn = application
    ? employeeCoverageStartOn({ ...application, hiredOn, groupStartOn: application.startOn })
    : addMonths(firstOfMonth(today), 1);
  const family = await listFamily(tx, { employerId, employeeId });
  const rest = family.filter((member) => member.dependentId !== dependentId);
  return [
    ...familyAdditionProblems(input, { family: rest, coverageStartOn, today }),
    ...(await numberProblems(tx, input, { employerId, employeeId, memberId: dependentId })),
  ];
}

function columnsOf(
  input: DependentInput,
  { employer: { employerId }, dependentId, asksTobacco }: MemberAct,
): Pick<DependentColumns, "relationship"> & ReturnType<typeof personColumns> {
  const place = { table: "dependents", employerId, rowId: dependentId, asksTobacco } as const;
  return { ...personColumns(input, place), relationship: input.relationship };
}

function actorOf({ employer: { employerId }, userId, actorName, dependentId }: MemberAct) {
  return { employerId, actorUserId: userId, actorName, subject: dependentId };
}

import { shortName } from "~/domain/household/same-person";
import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { changedColumns, noNumber, wordsOfColumns } from "~/platform/secrets/person-columns.server";
import {
  findEmployee,
  insertEmployees,
  isCoverageOnItsWay,
  updateEmployee,
  type EmployeeColumns,
} from "~db/repositories/roster/employee.server";
import { withRoster, type RosterAct } from "../roster-act.server";
import { reopenSignedChoices } from "../signed-choices.server";
import { ageProblems, employeeColumns, lookalikeProblems, placeOf } from "./employee-facts.server";
import type { EmployeeInput } from "./employee.schema";

type EmployeeAct = RosterAct & {
  readonly employeeId: string;
  readonly asksTobacco: boolean;
  readonly input: EmployeeInput;
};
type SavedEmployee = {
  readonly employeeId: string;
  readonly name: string;
  /** The employee has to sign the choice of coverage again, and was told so. */
  readonly isOpenAgain: boolean;
};

/**
 * Adds somebody to the roster. Sent again with the same id it changes nothing. Problems: those of `ageProblems`,
 * `lookalikeProblems` and `placeOf`.
 */
export async function addEmployee(act: EmployeeAct): Promise<Outcome<SavedEmployee>> {
  const { employerId, employeeId, input } = act;
  const early = ageProblems(input, act.today);
  if (early.length > 0) return failed(...early);
  return withRoster(act, async (tx) => {
    const before = await findEmployee(tx, { employerId, employeeId });
    if (before) return done({ employeeId, name: shortName(before), isOpenAgain: false });
    const problems = await lookalikeProblems(tx, input, act);
    if (problems.length > 0) return failed(...problems);
    const place = await placeOf(tx, input, { today: act.today });
    if (!place.ok) return place;
    const columns = { ...noNumber, ...employeeColumns(input, place.value, act) };
    await insertEmployees(tx, [{ ...columns, employerId, employeeId }]);
    await writeAudit(tx, { ...auditOf(act), action: "employee-added", details: { name: shortName(columns) } });
    return done({ employeeId, name: shortName(columns), isOpenAgain: false });
  });
}

/**
 * Changes somebody on the roster. What is with an insurer or on its way there stays as it is; what is held back may be
 * mended. A signed choice whose price would change is taken back. Problems: those of adding, `stale`,
 * `employee-data-sent`, `signed-choice-is-fixed`.
 */
export async function changeEmployee(act: EmployeeAct & { readonly version: number }): Promise<Outcome<SavedEmployee>> {
  const { employerId, employeeId, input, version } = act;
  const early = ageProblems(input, act.today);
  if (early.length > 0) return failed(...early);
  return withRoster(act, async (tx) => {
    const before = await findEmployee(tx, { employerId, employeeId });
    if (!before || before.standing === "removed") return failed({ code: "stale" });
    const place = await placeOf(tx, input, { today: act.today, stored: before });
    if (!place.ok) return place;
    const columns = employeeColumns(input, place.value, act);
    const changed = changedColumns(before, columns);
    if (changed.length === 0) return done({ employeeId, name: shortName(before), isOpenAgain: false });
    if (before.version !== version) return failed({ code: "stale" });
    const problems = await lookalikeProblems(tx, input, act);
    if (problems.length > 0) return failed(...problems);
    if (changed.some((field) => sentFields.includes(field)) && (await isCoverageOnItsWay(tx, act))) {
      return failed({ code: "employee-data-sent", params: { name: shortName(before) } });
    }
    const was = { ...before, relationship: "self" } as const;
    const employee = { ...before, ...columns };
    const { problem, isOpenAgain } = await reopenSignedChoices(tx, act, {
      ...{ memberId: employeeId, person: before, employee, before: was, after: { ...was, ...columns } },
    });
    if (problem) return failed(problem);
    if (!(await updateEmployee(tx, employerId, { employeeId, version, changes: columns }))) {
      return failed({ code: "stale" });
    }
    const details = { name: shortName(columns), changed: wordsOfColumns(changed) };
    await writeAudit(tx, { ...auditOf(act), action: "employee-changed", details });
    return done({ employeeId, name: shortName(columns), isOpenAgain });
  });
}

function auditOf({ employerId, userId, actorName, employeeId }: EmployeeAct) {
  return { employerId, actorUserId: userId, actorName, subject: employeeId };
}

/** Carried in the insurer's file: a change of them after that has to reach the insurer too. */
const sentFields: readonly string[] = [
  ...(["firstName", "middleName", "lastName", "suffix", "bornOn", "sex", "ssnIndex", "usesTobacco"] as const),
  ...(["hiredOn", "addressLine1", "addressLine2", "city", "state", "zip"] as const),
] satisfies readonly (keyof EmployeeColumns)[];

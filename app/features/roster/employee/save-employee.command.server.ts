import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import {
  findEmployee,
  insertEmployees,
  isCoverageOnItsWay,
  updateEmployee,
  type EmployeeColumns,
  type EmployeeRecord,
} from "~db/repositories/roster/employee.server";
import { withRoster, type RosterAct } from "../roster-act.server";
import { shortName } from "../same-person.server";
import { ageProblems, employeeColumns, lookalikeProblems, placeOf } from "./employee-facts.server";
import type { EmployeeInput } from "./employee.schema";

type EmployeeAct = RosterAct & {
  readonly employeeId: string;
  readonly asksTobacco: boolean;
  readonly input: EmployeeInput;
};
type SavedEmployee = { readonly employeeId: string; readonly name: string };

const noNumber = { ssnSealed: null, ssnLastFour: null, ssnIndex: null } as const;

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
    if (before) return done({ employeeId, name: shortName(before) });
    const problems = await lookalikeProblems(tx, input, act);
    if (problems.length > 0) return failed(...problems);
    const place = await placeOf(tx, input, { today: act.today });
    if (!place.ok) return place;
    const columns = { ...noNumber, ...employeeColumns(input, place.value, act) };
    await insertEmployees(tx, [{ ...columns, employerId, employeeId }]);
    await writeAudit(tx, { ...auditOf(act), action: "employee-added", details: { name: shortName(columns) } });
    return done({ employeeId, name: shortName(columns) });
  });
}

/**
 * Changes somebody on the roster. What is with an insurer or on its way there stays as it is; what is held back may be
 * mended. Problems: those of adding, `stale`, `employee-data-sent`.
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
    const changed = changedFields(before, columns);
    if (changed.length === 0) return done({ employeeId, name: shortName(before) });
    if (before.version !== version) return failed({ code: "stale" });
    const problems = await lookalikeProblems(tx, input, act);
    if (problems.length > 0) return failed(...problems);
    if (changed.some((field) => sentFields.includes(field)) && (await isCoverageOnItsWay(tx, act))) {
      return failed({ code: "employee-data-sent", params: { name: shortName(before) } });
    }
    if (!(await updateEmployee(tx, employerId, { employeeId, version, changes: columns }))) {
      return failed({ code: "stale" });
    }
    const details = { name: shortName(columns), changed: changed.map(plainField).join(", ") };
    await writeAudit(tx, { ...auditOf(act), action: "employee-changed", details });
    return done({ employeeId, name: shortName(columns) });
  });
}

function auditOf({ employerId, userId, actorName, employeeId }: EmployeeAct) {
  return { employerId, actorUserId: userId, actorName, subject: employeeId };
}

type Field = keyof EmployeeColumns;

/** Carried in the insurer's file: a change of them after that has to reach the insurer too. */
const sentFields: readonly Field[] = [
  ...(["firstName", "middleName", "lastName", "suffix", "bornOn", "sex", "ssnIndex", "usesTobacco"] as const),
  ...(["hiredOn", "addressLine1", "addressLine2", "city", "state", "zip"] as const),
];

/** The sealed text differs each time, so the number is compared by its index. */
function changedFields(before: EmployeeRecord, columns: Partial<EmployeeColumns>): Field[] {
  const fields = Object.keys(columns) as Field[];
  return fields.filter((field) => field !== "ssnSealed" && field !== "ssnLastFour" && before[field] !== columns[field]);
}

function plainField(field: Field): string {
  return field === "ssnIndex" ? "ssn" : field;
}

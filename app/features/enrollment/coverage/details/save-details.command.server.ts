import { employeeBirthDateRuling } from "~/domain/eligibility/employee-age.rule";
import { homePlace } from "~/domain/household/home-place";
import { shortName } from "~/domain/household/same-person";
import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { changedColumns, personColumns, wordsOfColumns } from "~/platform/secrets/person-columns.server";
import { countiesOfZip } from "~db/repositories/plan-catalog/geo-version.server";
import {
  findEmployee,
  isCoverageOnItsWay,
  updateEmployee,
  type EmployeeColumns,
  type EmployeeRecord,
} from "~db/repositories/roster/employee.server";
import { reopenChoicesOf, withOwnRecord, type OwnRecordAct } from "../own-record.server";
import { numberProblems } from "../own-number.server";
import type { DetailsInput } from "./details.schema";

export type SavedDetails = {
  /** Signed choices have to be signed again, because the price may have changed. */
  readonly isOpenAgain: boolean;
};

/** Never in a file for an insurer. */
const unsentColumns: readonly string[] = ["phone", "language"];

/**
 * Puts an employee's own details right. Problems: those of `employeeBirthDateRuling` and `homePlace`, `stale`,
 * `ssn-on-file-for-another`, `signed-choice-is-fixed`, and `employee-data-sent` for what is with an insurer or on its way
 * there: what is held back may be mended.
 */
export async function saveDetails(act: OwnRecordAct, input: DetailsInput): Promise<Outcome<SavedDetails>> {
  const { employeeId, today } = act;
  const { employerId } = act.employer;
  return withOwnRecord(act, async (tx) => {
    const before = await findEmployee(tx, { employerId, employeeId });
    if (before?.standing !== "active") return failed({ code: "stale" });
    const born = employeeBirthDateRuling({ bornOn: input.bornOn, hiredOn: before.hiredOn, today });
    if (!born.allowed) return failed(...born.problems.map((problem) => ({ ...problem, field: "bornOn" })));
    const counties = await countiesOfZip(tx, { zip: input.zip, on: today });
    const place = homePlace(input, { counties, stored: before });
    if (!place.ok) return place;
    const columns = { ...columnsOf(input, act), ...place.value };
    const changed = changedColumns(before, columns);
    if (changed.length === 0) return done({ isOpenAgain: false });
    if (before.version !== input.version) return failed({ code: "stale" });
    const numbers = await numberProblems(tx, input, { employerId, employeeId, memberId: employeeId });
    if (numbers.length > 0) return failed(...numbers);
    const isSent = changed.some((name) => !unsentColumns.includes(name));
    if (isSent && (await isCoverageOnItsWay(tx, { employerId, employeeId }))) {
      return failed({ code: "employee-data-sent", params: { name: shortName(before) } });
    }
    const was = { ...before, relationship: "self" } as const;
    const { problem, isOpenAgain } = await reopenChoicesOf(tx, act, {
      ...{ before: was, after: { ...was, ...columns }, memberId: employeeId, name: shortName(before) },
    });
    if (problem) return failed(problem);
    const saved = await updateEmployee(tx, employerId, { employeeId, version: input.version, changes: columns });
    if (!saved) return failed({ code: "stale" });
    await writeAudit(tx, {
      ...{ employerId, actorUserId: act.userId, actorName: act.actorName, subject: employeeId },
      action: "own-details-changed",
      details: { ...nameChange(before, columns), changed: wordsOfColumns(changed) },
    });
    return done({ isOpenAgain });
  });
}

function nameChange(before: EmployeeRecord, columns: { firstName: string; lastName: string }) {
  return { name: shortName(columns), before: shortName(before) };
}

function columnsOf(input: DetailsInput, { employer, employeeId, asksTobacco }: OwnRecordAct) {
  const place = { table: "employees", employerId: employer.employerId, rowId: employeeId, asksTobacco } as const;
  return {
    ...personColumns(input, place),
    phone: input.phone ?? null,
    addressLine1: input.addressLine1,
    addressLine2: input.addressLine2 ?? null,
    city: input.city,
    language: input.language,
  } satisfies Partial<EmployeeColumns>;
}

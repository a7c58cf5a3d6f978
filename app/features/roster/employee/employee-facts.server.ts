import { employeeAgeWarning, employeeBirthDateRuling } from "~/domain/eligibility/employee-age.rule";
import { homePlace, type HomePlace } from "~/domain/household/home-place";
import { personKey, shortName, ssnOfKnownPersonProblem } from "~/domain/household/same-person";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { Outcome, Problem } from "~/domain/problem";
import { personColumns, secretOf } from "~/platform/secrets/person-columns.server";
import { ssnIndex } from "~/platform/secrets/ssn.server";
import type { Tx } from "~db/client.server";
import { countiesOfZip } from "~db/repositories/plan-catalog/geo-version.server";
import { listLookalikes, type EmployeeColumns } from "~db/repositories/roster/employee.server";
import { listPeopleWithSsn } from "~db/repositories/roster/roster-match.server";
import type { EmployeeInput } from "./employee.schema";

export type EmployeeContext = {
  readonly employerId: string;
  readonly employeeId: string;
  readonly today: CalendarDate;
  readonly asksTobacco: boolean;
};

/** Refusals that need nobody else's data: those of `employeeBirthDateRuling` and `employee-under-14-when-hired`. */
export function ageProblems(
  { bornOn, hiredOn, ageConfirmed }: Pick<EmployeeInput, "bornOn" | "hiredOn" | "ageConfirmed">,
  today: CalendarDate,
): readonly Problem[] {
  const ruling = employeeBirthDateRuling({ bornOn, hiredOn, today });
  if (!ruling.allowed) return ruling.problems;
  const warning = ageConfirmed ? undefined : employeeAgeWarning({ bornOn, hiredOn });
  return warning ? [warning] : [];
}

/**
 * Whether the person is on the roster already. Problems: those of `ssnOfKnownPersonProblem`, `email-already-on-roster`,
 * `person-already-on-roster`, which a tick overrules.
 */
export async function lookalikeProblems(
  tx: Tx,
  input: EmployeeInput,
  { employerId, employeeId }: EmployeeContext,
): Promise<readonly Problem[]> {
  const { bornOn, email = null, ssn } = input;
  const problems: Problem[] = [];
  if (ssn !== undefined) {
    const index = ssnIndex({ employerId, ssn: secretOf(ssn) });
    const others = await listPeopleWithSsn(tx, { employerId, ssnIndex: index });
    const problem = ssnOfKnownPersonProblem({ memberId: employeeId, employeeId, bornOn }, others);
    if (problem) problems.push(problem);
  }
  const others = await listLookalikes(tx, { employerId, bornOn, email });
  for (const other of others) {
    if (other.employeeId === employeeId) continue;
    const params = { name: shortName(other) };
    if (email !== null && other.email === email) {
      problems.push({ code: "email-already-on-roster", field: "email", params });
    }
    const sameName = personKey(other) === personKey(input);
    if (sameName && !input.isAnotherPerson && problems.every(({ code }) => code !== "employee-already-on-roster")) {
      problems.push({ code: "person-already-on-roster", field: "isAnotherPerson", params });
    }
  }
  return problems;
}

/** Where the person lives. Problems: those of `homePlace`. */
export async function placeOf(
  tx: Tx,
  home: Pick<EmployeeInput, "zip" | "state" | "countyFips">,
  { today, stored }: { today: CalendarDate; stored?: Pick<HomePlace, "zip" | "countyFips"> },
): Promise<Outcome<HomePlace>> {
  const counties = home.zip === undefined ? [] : await countiesOfZip(tx, { zip: home.zip, on: today });
  return homePlace(home, { counties, stored });
}

/** What is stored. Without a typed number the one on file stays. */
export function employeeColumns(
  input: EmployeeInput,
  place: HomePlace,
  { employerId, employeeId, asksTobacco }: EmployeeContext,
): Omit<EmployeeColumns, "ssnSealed" | "ssnLastFour" | "ssnIndex"> & Partial<EmployeeColumns> {
  return {
    ...personColumns(input, { table: "employees", employerId, rowId: employeeId, asksTobacco }),
    email: input.email ?? null,
    phone: input.phone ?? null,
    addressLine1: input.addressLine1 ?? null,
    addressLine2: input.addressLine2 ?? null,
    city: input.city ?? null,
    ...place,
    hiredOn: input.hiredOn,
    employmentBasis: input.employmentBasis,
    isOwner: input.isOwner,
    language: input.language,
  };
}

import { employeeAgeWarning, employeeBirthDateRuling } from "~/domain/eligibility/employee-age.rule";
import { stateOfCounty } from "~/domain/plan-catalog/geography/us-state";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { ssnColumns, ssnIndex } from "~/platform/secrets/ssn.server";
import type { Tx } from "~db/client.server";
import { countiesOfZip } from "~db/repositories/plan-catalog/geo-version.server";
import { listLookalikes, type EmployeeColumns } from "~db/repositories/roster/employee.server";
import { listPeopleWithSsn } from "~db/repositories/roster/roster-match.server";
import { yesNo } from "../person.schema";
import { secretOf } from "../roster-act.server";
import { personKey, shortName, ssnProblem } from "../same-person.server";
import type { EmployeeInput } from "./employee.schema";

type Place = Pick<EmployeeColumns, "zip" | "state" | "countyFips">;
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
 * Whether the person is on the roster already. Problems: those of `ssnProblem`, `email-already-on-roster`,
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
    const problem = ssnProblem({ memberId: employeeId, employeeId, bornOn }, others);
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

/**
 * The county and state of a home ZIP. A ZIP that no table knows is kept as typed. Problems: `county-choice-needed` {zip},
 * `zip-in-other-state` {zip, state}.
 */
export async function placeOf(
  tx: Tx,
  { zip, state, countyFips }: Pick<EmployeeInput, "zip" | "state" | "countyFips">,
  { today, stored }: { today: CalendarDate; stored?: Place | undefined },
): Promise<Outcome<Place>> {
  if (zip === undefined) return done({ zip: null, state: state ?? null, countyFips: null });
  const all = await countiesOfZip(tx, { zip, on: today });
  if (all.length === 0) return done({ zip, state: state ?? null, countyFips: null });
  const counties = state === undefined ? all : all.filter((county) => county.state === state);
  if (counties.length === 0)
    return failed({ code: "zip-in-other-state", field: "zip", params: { zip, state: state ?? "" } });
  const wanted = countyFips ?? (stored?.zip === zip ? stored.countyFips : undefined);
  const chosen = counties.length === 1 ? counties[0] : counties.find((county) => county.fips === wanted);
  if (!chosen) return failed({ code: "county-choice-needed", field: "countyFips", params: { zip } });
  return done({ zip, state: stateOfCounty(chosen.fips) ?? state ?? null, countyFips: chosen.fips });
}

/** What is stored. Without a typed number the one on file stays. */
export function employeeColumns(
  input: EmployeeInput,
  place: Place,
  { employerId, employeeId, asksTobacco }: EmployeeContext,
): Omit<EmployeeColumns, "ssnSealed" | "ssnLastFour" | "ssnIndex"> & Partial<EmployeeColumns> {
  const number =
    input.ssn === undefined
      ? {}
      : ssnColumns({ table: "employees", employerId, rowId: employeeId }, secretOf(input.ssn));
  return {
    firstName: input.firstName,
    middleName: input.middleName ?? null,
    lastName: input.lastName,
    suffix: input.suffix ?? null,
    bornOn: input.bornOn,
    sex: input.sex,
    usesTobacco: asksTobacco ? yesNo(input.usesTobacco) : null,
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
    ...number,
  };
}

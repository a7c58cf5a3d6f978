import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { dependentRuling, familyRuling } from "~/domain/eligibility/dependent-eligibility.rule";
import { isSpouseOrPartner, type Relationship } from "~/domain/household/relationship";
import type { Problem } from "~/domain/problem";
import { ssnColumns, ssnIndex } from "~/platform/secrets/ssn.server";
import type { Tx } from "~db/client.server";
import type { DependentColumns } from "~db/repositories/roster/dependent.server";
import { listPeopleWithSsn } from "~db/repositories/roster/roster-match.server";
import { yesNo } from "../person.schema";
import { secretOf } from "../roster-act.server";
import { personKey, shortName, ssnProblem } from "../same-person.server";
import type { DependentInput } from "./dependent.schema";

export type FamilyMember = {
  readonly dependentId: string;
  readonly relationship: Relationship;
  readonly firstName: string;
  readonly lastName: string;
  readonly bornOn: CalendarDate;
};

/**
 * Whether the person fits into the family. `family` is the rest of it. Problems: those of `dependentRuling`,
 * `more-than-one-spouse-or-partner`, and `person-already-in-family` {name}, which a tick overrules.
 */
export function familyProblems(
  input: Pick<DependentInput, "relationship" | "bornOn" | "firstName" | "lastName" | "isAnotherPerson">,
  { family, startOn, today }: { family: readonly FamilyMember[]; startOn: CalendarDate; today: CalendarDate },
): readonly Problem[] {
  const own = dependentRuling({ ...input, coverageStartOn: startOn, today });
  if (!own.allowed) return own.problems;
  const problems: Problem[] = [];
  if (isSpouseOrPartner(input.relationship)) {
    const couples = [...family, input].filter(({ relationship }) => isSpouseOrPartner(relationship));
    const whole = familyRuling({ dependents: couples, dependentsOffered: true, coverageStartOn: startOn, today });
    if (!whole.allowed) problems.push(...whole.problems.map((problem) => ({ ...problem, field: "relationship" })));
  }
  const twin = family.find((member) => personKey(member) === personKey(input));
  if (twin && !input.isAnotherPerson) {
    const params = { name: shortName(twin) };
    problems.push({ code: "person-already-in-family", field: "isAnotherPerson", params });
  }
  return problems;
}

export async function numberProblems(
  tx: Tx,
  { ssn, bornOn }: Pick<DependentInput, "ssn" | "bornOn">,
  { employerId, employeeId, dependentId }: { employerId: string; employeeId: string; dependentId: string },
): Promise<readonly Problem[]> {
  if (ssn === undefined) return [];
  const index = ssnIndex({ employerId, ssn: secretOf(ssn) });
  const others = await listPeopleWithSsn(tx, { employerId, ssnIndex: index });
  const problem = ssnProblem({ memberId: dependentId, employeeId, bornOn }, others);
  return problem ? [problem] : [];
}

/** What is stored. Without a typed number the one on file stays. */
export function dependentColumns(
  input: DependentInput,
  { employerId, dependentId, asksTobacco }: { employerId: string; dependentId: string; asksTobacco: boolean },
): Omit<DependentColumns, "ssnSealed" | "ssnLastFour" | "ssnIndex"> & Partial<DependentColumns> {
  const number =
    input.ssn === undefined
      ? {}
      : ssnColumns({ table: "dependents", employerId, rowId: dependentId }, secretOf(input.ssn));
  return {
    relationship: input.relationship,
    firstName: input.firstName,
    middleName: input.middleName ?? null,
    lastName: input.lastName,
    suffix: input.suffix ?? null,
    bornOn: input.bornOn,
    sex: input.sex,
    usesTobacco: asksTobacco ? yesNo(input.usesTobacco) : null,
    ...number,
  };
}

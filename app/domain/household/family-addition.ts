import type { CalendarDate } from "../calendar/calendar-date";
import { dependentRuling, familyRuling } from "../eligibility/dependent-eligibility.rule";
import type { Problem } from "../problem";
import { isSpouseOrPartner, type Relationship } from "./relationship";
import { personKey, shortName } from "./same-person";

export type FamilyPerson = {
  readonly relationship: Relationship;
  readonly firstName: string;
  readonly lastName: string;
  readonly bornOn: CalendarDate;
};

/**
 * Whether somebody fits into a family; `family` is the rest of it. Problems: those of `dependentRuling`,
 * `more-than-one-spouse-or-partner`, and `person-already-in-family` {name}, which `isAnotherPerson` overrules.
 */
export function familyAdditionProblems(
  person: FamilyPerson & { readonly isAnotherPerson: boolean },
  at: { family: readonly FamilyPerson[]; coverageStartOn: CalendarDate; today: CalendarDate },
): readonly Problem[] {
  const { family, coverageStartOn, today } = at;
  const own = dependentRuling({ ...person, coverageStartOn, today });
  if (!own.allowed) return own.problems;
  const problems: Problem[] = [];
  if (isSpouseOrPartner(person.relationship)) {
    const dependents = [...family, person].filter(({ relationship }) => isSpouseOrPartner(relationship));
    const couples = familyRuling({ dependents, dependentsOffered: true, coverageStartOn, today });
    if (!couples.allowed) problems.push(...couples.problems.map((problem) => ({ ...problem, field: "relationship" })));
  }
  const twin = family.find((member) => personKey(member) === personKey(person));
  if (twin && !person.isAnotherPerson) {
    problems.push({ code: "person-already-in-family", field: "isAnotherPerson", params: { name: shortName(twin) } });
  }
  return problems;
}

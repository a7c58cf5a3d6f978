// When dependents are offered coverage, a child is covered until 26: the child is under 26 on the day coverage starts.
// From 26 on only a child who is disabled stays eligible. A family has at most one spouse or domestic partner; one
// under 14 is a child with the wrong relationship, which no insurer's file may say.
// 45 CFR 147.120. Whole years on the first day of coverage.
import { ageOn, type CalendarDate } from "../calendar/calendar-date";
import { isChild, isSpouseOrPartner, type Relationship } from "../household/relationship";
import { allowed, refused, type Problem, type Ruling } from "../problem";
import { birthDateRuling } from "./employee-age.rule";

export const citation = "45 CFR 147.120";

export const childAgeLimitYears = 26;
const youngestSpouseYears = 14;

export type Dependent = { readonly relationship: Relationship; readonly bornOn: CalendarDate };

/**
 * Whether one dependent may be covered from `coverageStartOn`. Problems: those of `birthDateRuling`,
 * `dependent-is-the-employee`, `child-too-old` {ageYears, limitYears}, `spouse-too-young` {ageYears, youngestYears}.
 */
export function dependentRuling({
  relationship,
  bornOn,
  coverageStartOn,
  today,
}: Dependent & { readonly coverageStartOn: CalendarDate; readonly today: CalendarDate }): Ruling {
  if (relationship === "self") return refused({ code: "dependent-is-the-employee", field: "relationship" });
  const born = birthDateRuling({ bornOn, today });
  if (!born.allowed) return born;
  const ageYears = ageOn({ bornOn, on: coverageStartOn });
  if (isSpouseOrPartner(relationship) && ageYears < youngestSpouseYears) {
    const params = { ageYears, youngestYears: youngestSpouseYears };
    return refused({ code: "spouse-too-young", field: "bornOn", params });
  }
  if (!isChild(relationship) || relationship === "disabled-child" || ageYears < childAgeLimitYears) return allowed;
  const params = { ageYears, limitYears: childAgeLimitYears };
  return refused({ code: "child-too-old", field: "bornOn", params, citation });
}

/**
 * The rules on a whole family: each dependent's own, with `dependents.<index>.` before the field,
 * `dependents-not-offered` and `more-than-one-spouse-or-partner`.
 */
export function familyRuling({
  dependents,
  dependentsOffered,
  coverageStartOn,
  today,
}: {
  dependents: readonly Dependent[];
  dependentsOffered: boolean;
  coverageStartOn: CalendarDate;
  today: CalendarDate;
}): Ruling {
  if (dependents.length > 0 && !dependentsOffered) {
    return refused({ code: "dependents-not-offered", field: "dependents", citation: "45 CFR 155.710(e)" });
  }
  const problems: Problem[] = dependents.flatMap((dependent, index) => {
    const ruling = dependentRuling({ ...dependent, coverageStartOn, today });
    return ruling.allowed ? [] : ruling.problems.map((p) => ({ ...p, field: `dependents.${index}.${p.field}` }));
  });
  const spouses = dependents.filter(({ relationship }) => isSpouseOrPartner(relationship)).length;
  if (spouses > 1) problems.push({ code: "more-than-one-spouse-or-partner", field: "dependents", params: { spouses } });
  return problems.length === 0 ? allowed : refused(...problems);
}

// Businesses under common control are one employer: their people are counted together, and somebody who works for two
// of them is one person whose hours add up. Common control: 26 U.S.C. 414(b), (c), (m) or (o).
// 45 CFR 155.20; 26 U.S.C. 4980H(c)(2)(C)(i) and 45R(e)(5)(A). Hours a month, to the hundredth.
import { done, failed, type Outcome, type Problem } from "../problem";
import { monthsInYear, type WorkMonth } from "./fte-count.rule";
import { workMonthOf, type PersonMonth } from "./work-month";

export const citation = "45 CFR 155.20; 26 U.S.C. 414(b), (c), (m), (o)";

/** How a business is tied to the one that applies. */
export const employerRelations = [
  "applicant",
  "controlled-group",
  "common-control",
  "affiliated-service-group",
  "other-arrangement",
  "unrelated",
] as const;
export type EmployerRelation = (typeof employerRelations)[number];

/** The paragraph that makes two businesses one; null where nothing does. */
export const relationCitations: Readonly<Record<EmployerRelation, string | null>> = {
  applicant: "45 CFR 155.20",
  "controlled-group": "26 U.S.C. 414(b)",
  "common-control": "26 U.S.C. 414(c)",
  "affiliated-service-group": "26 U.S.C. 414(m)",
  "other-arrangement": "26 U.S.C. 414(o)",
  unrelated: null,
};

export function isCountedTogether(relation: EmployerRelation): boolean {
  return relationCitations[relation] !== null;
}

export type RelatedEmployer = {
  readonly relation: EmployerRelation;
  /** Twelve months, each with one entry a person. The same `personId` in two businesses is the same person. */
  readonly months: readonly (readonly PersonMonth[])[];
};

/**
 * The twelve months of all businesses that count as one, for `section4980hFte`. Unrelated ones are left out. Problems:
 * `fte-twelve-months-needed`.
 */
export function combinedWorkMonths(employers: readonly RelatedEmployer[]): Outcome<WorkMonth[]> {
  const together = employers.filter(({ relation }) => isCountedTogether(relation));
  const problems: Problem[] = employers.flatMap(({ relation, months }, index) =>
    isCountedTogether(relation) && months.length !== monthsInYear
      ? [{ code: "fte-twelve-months-needed", field: `employers.${index}.months`, params: { months: months.length } }]
      : [],
  );
  if (problems.length > 0) return failed(...problems);
  const year = Array.from({ length: monthsInYear }, (_, month) => month);
  return done(year.map((month) => workMonthOf(together.flatMap(({ months }) => months[month] ?? []))));
}

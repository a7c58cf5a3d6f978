// An employee chooses a plan of the offer, or turns it down, in each line of coverage, from the first through the last
// day of open enrollment. The employee is always covered; dependents only where the employer offers them coverage, and
// only those who may be covered on the family's own first day. Law: 45 CFR 155.725(e) and 155.710(e).
// Calendar days where the marketplace is; ages in whole years on the first day of coverage. No amounts.
import type { CalendarDate } from "../calendar/calendar-date";
import type { CoverageLine } from "../coverage-line";
import { dependentRuling } from "../eligibility/dependent-eligibility.rule";
import { isSpouseOrPartner, type Relationship } from "../household/relationship";
import { shortName } from "../household/same-person";
import type { WaiverReason } from "../participation/waiver-reason";
import { allowed, refused, type Problem, type Ruling } from "../problem";
import type { BenefitApplicationState } from "./benefit-application-state";

export const citation = "45 CFR 155.725(e); 45 CFR 155.710(e)";

export const coverageWindows = ["no-offer", "not-open", "open", "closed"] as const;
export type CoverageWindow = (typeof coverageWindows)[number];

export type OpenEnrollment = {
  readonly state: BenefitApplicationState;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
};

/** The days decide; the state only says whether there is an offer, and whether the group has gone on already. */
export function coverageWindow({ state, opensOn, closesOn }: OpenEnrollment, today: CalendarDate): CoverageWindow {
  if (state === "draft" || state === "canceled" || state === "ineligible") return "no-offer";
  if (state !== "published" && state !== "enrollment_open") return "closed";
  if (today < opensOn) return "not-open";
  return today <= closesOn ? "open" : "closed";
}

/** Problems: `coverage-not-offered`, `open-enrollment-not-begun` {opensOn}, `open-enrollment-over` {closesOn}. */
export function coverageWindowRuling(enrollment: OpenEnrollment, today: CalendarDate): Ruling {
  const { opensOn, closesOn } = enrollment;
  switch (coverageWindow(enrollment, today)) {
    case "open":
      return allowed;
    case "no-offer":
      return refused({ code: "coverage-not-offered" });
    case "not-open":
      return refused({ code: "open-enrollment-not-begun", params: { opensOn }, citation });
    case "closed":
      return refused({ code: "open-enrollment-over", params: { closesOn }, citation });
  }
}

/** A plan is elected, or coverage is waived. */
export const choiceKinds = ["elect", "waive"] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

/** One line's answer. `coveredIds` are the dependents covered with the employee. */
export type CoverageChoice =
  | { readonly kind: "elect"; readonly planId: string; readonly coveredIds: readonly string[] }
  | { readonly kind: "waive"; readonly reason: WaiverReason };

export type CoverageChoices = Readonly<Record<CoverageLine, CoverageChoice | null>>;

export type ChoosingDependent = {
  readonly dependentId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly relationship: Relationship;
  readonly bornOn: CalendarDate;
};

export type ChoosingFamily = {
  readonly dependents: readonly ChoosingDependent[];
  readonly dependentsOffered: boolean;
  readonly coverageStartOn: CalendarDate;
  readonly today: CalendarDate;
};

/** Whether one dependent may be covered. Problems: `family-member-too-old` {name, ageYears, limitYears} and `dependentRuling`'s. */
export function memberRuling(member: ChoosingDependent, { coverageStartOn, today }: ChoosingFamily): Ruling {
  const ruling = dependentRuling({ ...member, coverageStartOn, today });
  if (ruling.allowed) return allowed;
  const problems = ruling.problems.map(({ code, params, ...rest }): Problem => ({
    ...rest,
    code: code === "child-too-old" ? "family-member-too-old" : code,
    field: "covered",
    params: { ...params, name: shortName(member) },
  }));
  return refused(...problems);
}

/**
 * Whether these dependents may be covered together. Problems: those of `memberRuling`, `dependents-not-offered`,
 * `person-not-in-family`, `more-than-one-spouse-or-partner` {spouses}.
 */
export function coveredRuling(coveredIds: readonly string[], family: ChoosingFamily): Ruling {
  if (coveredIds.length > 0 && !family.dependentsOffered) {
    return refused({ code: "dependents-not-offered", field: "covered", citation: "45 CFR 155.710(e)" });
  }
  const covered = family.dependents.filter(({ dependentId }) => coveredIds.includes(dependentId));
  if (covered.length !== new Set(coveredIds).size) return refused({ code: "person-not-in-family", field: "covered" });
  const problems: Problem[] = covered.flatMap((member) => {
    const ruling = memberRuling(member, family);
    return ruling.allowed ? [] : ruling.problems;
  });
  const spouses = covered.filter(({ relationship }) => isSpouseOrPartner(relationship)).length;
  if (spouses > 1) problems.push({ code: "more-than-one-spouse-or-partner", field: "covered", params: { spouses } });
  return problems.length === 0 ? allowed : refused(...problems);
}

/** Those whom a first look covers: everybody who may be, but of several spouses or partners the first only. */
export function coverableIds(family: ChoosingFamily): readonly string[] {
  if (!family.dependentsOffered) return [];
  const may = family.dependents.filter((member) => memberRuling(member, family).allowed);
  const [spouse] = may.filter(({ relationship }) => isSpouseOrPartner(relationship));
  return may
    .filter((member) => !isSpouseOrPartner(member.relationship) || member === spouse)
    .map(({ dependentId }) => dependentId);
}

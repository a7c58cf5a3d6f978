// The ways in which an employer may promise to pay, each with its own figures. Shares are basis points of a premium,
// amounts whole cents a month. Everything may differ between full-time and part-time people.

import type { EmploymentType } from "../../household/employment";
import { invariant } from "../../invariant";
import type { Cents } from "../../money/cents";
import type { ReferenceAverages } from "../../rating/composite/composite-reference.rule";
import type { CoverageTier } from "../../rating/composite/coverage-tier";
import type { BucketShares } from "./contribution-bucket";

export const contributionSchemeMethods = [
  "reference-plan-percent",
  "composite-reference-percent",
  "chosen-plan-percent",
  "capped-percent",
  "fixed-dollars",
] as const;
export type ContributionSchemeMethod = (typeof contributionSchemeMethods)[number];

export type ByEmployment<T> = Readonly<Record<EmploymentType, T>>;
export type TierCents = Readonly<Record<CoverageTier, Cents>>;

export type ContributionScheme =
  /** Of one plan's premium; `composite-reference-percent` of the group's averages in that plan, the same for all ages. */
  | {
      readonly method: "reference-plan-percent" | "composite-reference-percent";
      readonly shares: ByEmployment<BucketShares>;
    }
  /** Of the plan that the employee picks. */
  | { readonly method: "chosen-plan-percent"; readonly shares: ByEmployment<BucketShares> }
  /** Of the plan that the employee picks, up to a number of dollars a household. */
  | {
      readonly method: "capped-percent";
      readonly shares: ByEmployment<BucketShares>;
      readonly limits: ByEmployment<TierCents>;
    }
  | { readonly method: "fixed-dollars"; readonly amounts: ByEmployment<TierCents> };

/** Whether the employer's dollars come from one plan's prices, whatever plan is picked. */
export function restsOnReferencePlan({ method }: ContributionScheme): boolean {
  return method === "reference-plan-percent" || method === "composite-reference-percent";
}

/** Whether part-time people are promised anything else than full-time people. */
export function differsForPartTime(scheme: ContributionScheme): boolean {
  const parts = scheme.method === "fixed-dollars" ? [scheme.amounts] : [scheme.shares];
  const all: readonly ByEmployment<Readonly<Record<string, number>>>[] =
    scheme.method === "capped-percent" ? [...parts, scheme.limits] : parts;
  return all.some((part) => {
    const partTime = part["part-time"];
    return Object.entries(part["full-time"]).some(([key, figure]) => partTime[key] !== figure);
  });
}

/** What an offer promises. A published offer keeps it for the year. */
export type OfferContribution = {
  readonly scheme: ContributionScheme;
  /** Fixed when an offer that rests on averages is published; null before, and for every other scheme. */
  readonly averages: ReferenceAverages | null;
};

/** What a household of a published offer is priced by: averages were fixed with the publication. */
export function fixedContribution({ scheme, averages }: OfferContribution): {
  readonly scheme: ContributionScheme;
  readonly averages: ReferenceAverages;
} {
  const needed = scheme.method === "composite-reference-percent";
  invariant(averages || !needed, "a published offer that rests on averages has them");
  return { scheme, averages: averages ?? { adultCents: null, childCents: null } };
}

/** The same for full-time and part-time people. */
export function alike<T>(value: T): ByEmployment<T> {
  return { "full-time": value, "part-time": value };
}

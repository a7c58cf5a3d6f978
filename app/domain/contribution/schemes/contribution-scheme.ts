// The ways in which an employer may promise to pay, each with its own figures. Shares are basis points of a premium,
// amounts whole cents a month. Everything may differ between full-time and part-time people.

import type { EmploymentType } from "../../household/employment";
import type { Cents } from "../../money/cents";
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

// What an employer promises to pay, and what that makes of a household's premium.

import type { Relationship } from "../household/relationship";
import type { BasisPoints, Cents } from "../money/cents";

export const contributionMethods = ["reference-plan-percent", "single-plan-percent"] as const;
/** With a single plan that plan is its own reference, so both methods share one calculation. */
export type ContributionMethod = (typeof contributionMethods)[number];

/** Shares of the reference plan's premium, one for the employee and one for every dependent. */
export type ContributionPercentages = {
  readonly employeeBasisPoints: BasisPoints;
  readonly dependentsBasisPoints: BasisPoints;
};

export type ContributionModel = ContributionPercentages & { readonly method: ContributionMethod };

export function contributionShareOf(percentages: ContributionPercentages, relationship: Relationship): BasisPoints {
  return relationship === "self" ? percentages.employeeBasisPoints : percentages.dependentsBasisPoints;
}

/** Who pays what for one member each month; the two shares add up to the premium. */
export type MemberContribution = {
  readonly memberId: string;
  readonly premiumCents: Cents;
  readonly employerShareCents: Cents;
  readonly employeeShareCents: Cents;
};

/** Who pays what for one household each month; every amount is the sum over the members. */
export type HouseholdContribution = {
  readonly premiumCents: Cents;
  readonly employerShareCents: Cents;
  readonly employeeShareCents: Cents;
  readonly members: readonly MemberContribution[];
};

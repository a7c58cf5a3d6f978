// The employer promises a percentage of the reference plan's premium; that many dollars follow each person to whatever
// plan the employee picks, never more than the picked plan costs for that person. The employee pays the rest. Whoever
// costs nothing (a child beyond those charged) gets nothing. Law: 45 CFR 155.705(b)(11)(ii).
// Whole cents a month; each person's contribution is rounded half up, then added; totals are not rounded again.

import type { HouseholdPremium } from "../rating/rated-household";
import { contributionShareOf, type ContributionPercentages, type HouseholdContribution } from "./contribution-model";
import type { ContributionWorking } from "./contribution-working";
import { splitByShares } from "./share-split";

export const citation = "45 CFR 155.705(b)(11)(ii)";

export type ReferenceContributionInput = {
  readonly percentages: ContributionPercentages;
  /** The household in the plan that the employee picks. */
  readonly chosen: HouseholdPremium;
  /** The same household in the employer's reference plan. */
  readonly reference: HouseholdPremium;
};

/** Splits a household's premium between employer and employee. Both premiums must be of the same members. */
export function referencePlanContribution(input: ReferenceContributionInput): HouseholdContribution {
  return referencePlanWorking(input).contribution;
}

/** The same, with each line of the working. */
export function referencePlanWorking({
  percentages,
  chosen,
  reference,
}: ReferenceContributionInput): ContributionWorking {
  return splitByShares({
    shareOf: (member) => contributionShareOf(percentages, member.relationship),
    chosen,
    reference,
  });
}

/** The contribution when everybody is offered one plan: that plan is its own reference. */
export function singlePlanContribution(input: {
  percentages: ContributionPercentages;
  chosen: HouseholdPremium;
}): HouseholdContribution {
  return referencePlanContribution({ ...input, reference: input.chosen });
}

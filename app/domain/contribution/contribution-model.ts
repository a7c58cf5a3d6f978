// What an employer promises to pay, and what that makes of a household's premium.

import type { BasisPoints, Cents } from "../money/cents";

/** Shares of a premium, one for the employee and one for every dependent. */
export type ContributionPercentages = {
  readonly employeeBasisPoints: BasisPoints;
  readonly dependentsBasisPoints: BasisPoints;
};

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

// What a list of households costs each month, and who pays it. Sums of amounts that are already whole cents.

import { sumCents, type Cents } from "../money/cents";
import type { HouseholdContribution } from "./contribution-model";

export type GroupMonthlyCost = {
  readonly premiumCents: Cents;
  readonly employerShareCents: Cents;
  readonly employeesShareCents: Cents;
  readonly householdCount: number;
  readonly memberCount: number;
};

/** A group that nobody has joined yet costs nothing. */
export function groupMonthlyCost(households: readonly HouseholdContribution[]): GroupMonthlyCost {
  return {
    premiumCents: sumCents(households.map((household) => household.premiumCents)),
    employerShareCents: sumCents(households.map((household) => household.employerShareCents)),
    employeesShareCents: sumCents(households.map((household) => household.employeeShareCents)),
    householdCount: households.length,
    memberCount: households.reduce((count, household) => count + household.members.length, 0),
  };
}

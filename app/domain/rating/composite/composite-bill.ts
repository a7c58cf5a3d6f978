// A group's whole bill at composite prices: its households, the group's one line of cents, and the total, which is the
// total of the bill by age. Sums of whole cents.

import { cents, sumCents, type Cents } from "../../money/cents";
import { failed, done, type Outcome, type Problem } from "../../problem";
import type { HouseholdPremium } from "../rated-household";

export type CompositeBill = {
  /** In the order given. */
  readonly households: readonly HouseholdPremium[];
  readonly adjustmentCents: Cents;
  readonly totalCents: Cents;
};

/** `priceOf` makes a household's composite price of its price by age. Problems: those of `priceOf`. */
export function compositeBill(input: {
  households: readonly HouseholdPremium[];
  adjustmentCents: Cents;
  priceOf: (household: HouseholdPremium) => Outcome<HouseholdPremium>;
}): Outcome<CompositeBill> {
  const { adjustmentCents } = input;
  const households: HouseholdPremium[] = [];
  const problems: Problem[] = [];
  for (const household of input.households) {
    const priced = input.priceOf(household);
    if (priced.ok) households.push(priced.value);
    else problems.push(...priced.problems);
  }
  if (problems.length > 0) return failed(...problems);
  const totalCents = cents(sumCents(households.map((household) => household.totalCents)) + adjustmentCents);
  return done({ households, adjustmentCents, totalCents });
}

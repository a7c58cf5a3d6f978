// Premiums count up to what the employer would have paid, had each person's plan cost the average premium of the small
// group market in the rating area. The employer's part stays the same share of the premium. Totals are compared, not
// people. 26 U.S.C. 45R(b); Form 8941, lines 4 to 6 and Worksheet 4. Cents a tax year; each person's amount rounded half
// up.
import { invariant } from "../invariant";
import { cents, divideHalfUp, sumCents, type Cents } from "../money/cents";

export const citation = "26 U.S.C. 45R(b)";

/** One enrolled person's coverage over the tax year. */
export type CreditedPremium = {
  /** What the employer paid, without surcharges for tobacco. */
  readonly employerPaidCents: Cents;
  /** The whole premium, employer's and employee's part. */
  readonly totalPremiumCents: Cents;
  /**
   * The average premium for the same tier, county and months, from the tables in the form's instructions; null where
   * nobody has looked it up.
   */
  readonly averagePremiumCents: Cents | null;
};

export type PremiumLimit = {
  /** Line 4. */
  readonly paidCents: Cents;
  /** Line 5; null while an average premium is missing. */
  readonly atAverageCents: Cents | null;
  /** Line 6: the smaller of the two. Without line 5 the premiums paid, so the credit is at most what follows. */
  readonly creditableCents: Cents;
};

export function premiumLimit(premiums: readonly CreditedPremium[]): PremiumLimit {
  const paidCents = sumCents(premiums.map((premium) => premium.employerPaidCents));
  const atAverage = premiums.map(employerPaidAtAverageCents);
  const known = atAverage.filter((amount) => amount !== null);
  const atAverageCents = known.length === premiums.length ? sumCents(known) : null;
  const creditableCents = atAverageCents === null ? paidCents : cents(Math.min(paidCents, atAverageCents));
  return { paidCents, atAverageCents, creditableCents };
}

function employerPaidAtAverageCents(premium: CreditedPremium): Cents | null {
  const { employerPaidCents, totalPremiumCents, averagePremiumCents } = premium;
  invariant(
    employerPaidCents >= 0 && employerPaidCents <= totalPremiumCents,
    "the employer pays a part of the premium",
  );
  if (averagePremiumCents === null) return null;
  invariant(averagePremiumCents >= 0, "an average premium is not below zero");
  if (totalPremiumCents === 0) return cents(0);
  return divideHalfUp(BigInt(employerPaidCents) * BigInt(averagePremiumCents), BigInt(totalPremiumCents));
}

// The credit that an offer would bring in a tax year with twelve months of coverage, for showing what an employer pays
// after it: the credit rule, asked with the offer's premiums. An estimate: the people are those of the last answers.
import { cents, divideHalfUp, zeroCents, type Cents } from "../money/cents";
import type { CreditedPremium } from "./premium-limit.rule";
import { smallBusinessCredit, type CreditInput } from "./small-business-credit.rule";

const monthsInYear = 12;

export type OfferedPremiums = { readonly premiumCents: Cents; readonly employerShareCents: Cents };

/**
 * Cents a year; 0 where a rule stands against the credit. `answered` is what was asked about the business; its premiums
 * are replaced by the offer's, its area average is kept in proportion.
 */
export function estimatedAnnualCreditCents({
  answered,
  monthly,
  paysHalfAlike,
}: {
  answered: CreditInput;
  monthly: OfferedPremiums;
  paysHalfAlike: boolean;
}): Cents {
  const totalPremiumCents = cents(monthly.premiumCents * monthsInYear);
  const premium: CreditedPremium = {
    employerPaidCents: cents(monthly.employerShareCents * monthsInYear),
    totalPremiumCents,
    averagePremiumCents: atAverage(totalPremiumCents, answered.premiums),
  };
  const worksheet = smallBusinessCredit({ ...answered, paysHalfAlike, premiums: [premium] });
  return worksheet.ok ? worksheet.value.creditCents : zeroCents;
}

/** The offer's premium at the area's average, where the answers say how the two stand to each other. */
function atAverage(totalCents: Cents, [typed, ...more]: readonly CreditedPremium[]): Cents | null {
  if (!typed || more.length > 0 || typed.averagePremiumCents === null || typed.totalPremiumCents === 0) return null;
  return divideHalfUp(BigInt(totalCents) * BigInt(typed.averagePremiumCents), BigInt(typed.totalPremiumCents));
}

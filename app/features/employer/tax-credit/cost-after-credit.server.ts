import type { ContributionScheme } from "~/domain/contribution/schemes/contribution-scheme";
import { cents, type Cents } from "~/domain/money/cents";
import { estimatedAnnualCreditCents, type OfferedPremiums } from "~/domain/tax-credit/estimated-annual-credit";
import { promisesHalfAlike } from "~/domain/tax-credit/pays-half-alike";
import type { ShoppingRecord } from "~db/repositories/benefit-application-shopping.server";
import { creditOfAnswers, readCreditAnswers } from "./credit-of-answers.server";

export type AfterCredit = { readonly creditCents: Cents; readonly costCents: Cents };

/**
 * What the employer pays in twelve months of an offer after the estimated credit. `scheme`: what an offer promises
 * that is not saved yet; the saved offers' without it. Null while nobody has asked about the credit, and
 * where there is none.
 */
export function costAfterCredit(
  monthly: OfferedPremiums,
  {
    shopping,
    state,
    scheme,
  }: {
    shopping: Pick<ShoppingRecord, "taxCredit" | "offers">;
    state: string;
    scheme?: ContributionScheme;
  },
): AfterCredit | null {
  const answers = readCreditAnswers(shopping.taxCredit?.answers);
  const answered = answers && creditOfAnswers(answers, { state });
  if (!answered?.ok) return null;
  const schemes = scheme ? [scheme] : shopping.offers.map((offer) => offer.contribution.scheme);
  const paysHalfAlike = schemes.every(promisesHalfAlike);
  const creditCents = estimatedAnnualCreditCents({ answered: answered.value.input, monthly, paysHalfAlike });
  return creditCents === 0 ? null : { creditCents, costCents: cents(monthly.employerShareCents * 12 - creditCents) };
}

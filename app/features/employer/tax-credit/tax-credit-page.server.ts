import { partsOf, type CalendarDate } from "~/domain/calendar/calendar-date";
import type { EntityKind } from "~/domain/household/employment";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { cents, type Cents } from "~/domain/money/cents";
import type { Problem } from "~/domain/problem";
import { creditChanges, type CreditChange } from "~/domain/tax-credit/credit-changes.rule";
import { explainCredit } from "~/domain/tax-credit/explain/explain-credit";
import { smallBusinessCredit } from "~/domain/tax-credit/small-business-credit.rule";
import { promisesHalfAlike } from "~/domain/tax-credit/pays-half-alike";
import type { Explanation } from "~/domain/explanation";
import { withDoor } from "~db/client.server";
import {
  loadShopping,
  type ShoppingPlace,
  type ShoppingRecord,
} from "~db/repositories/benefit-application-shopping.server";
import { offeredMonthlyCost } from "../offer/offered-cost.server";
import { plansOfOfferedLines } from "../offer/offer-shelves.server";
import { creditOfAnswers, readCreditAnswers } from "./credit-of-answers.server";

export type CreditAnswer = {
  readonly taxYear: number;
  /** The year whose figures were used, where the tax year's own are not published. */
  readonly estimatedFromYear: number | null;
  readonly creditCents: Cents;
  /** False where the answers leave out what may make it smaller. */
  readonly isComplete: boolean;
  readonly refusals: readonly Problem[];
  readonly changes: readonly CreditChange[];
};

export type TaxCreditPage = {
  /** By field name, as typed the last time, or from the business's offer. */
  readonly values: Readonly<Record<string, string>>;
  /** From what the offer would cost, where it did. */
  readonly prefilled: { readonly months: number; readonly employerMonthlyCents: Cents; readonly year: number } | null;
  readonly version: number;
  readonly answer: CreditAnswer | null;
};

type TaxCreditRequest = {
  readonly employerId: string;
  readonly userId: string;
  readonly place: ShoppingPlace;
  readonly entityKind: EntityKind;
  readonly today: CalendarDate;
};

/** What was answered last and what the credit then is. One statement; plans come from the shelf. */
export async function loadTaxCreditPage(
  request: TaxCreditRequest,
): Promise<{ readonly page: TaxCreditPage; readonly working: Explanation | null }> {
  const { employerId, userId, place, today } = request;
  const { shopping, plans } = await withDoor(
    { kind: "employer", employerId, userId },
    async (tx) => {
      const found = await loadShopping(tx, employerId, { place, fallbackStartOn: today });
      return { shopping: found, plans: await plansOfOfferedLines(tx, { shopping: found, place }) };
    },
    { readOnly: true },
  );
  const { taxCredit } = shopping;
  if (taxCredit) {
    const { answer, working } = answerOf(taxCredit.answers, place);
    return { page: { values: taxCredit.answers, prefilled: null, version: taxCredit.version, answer }, working };
  }
  const profile = profileFor({ state: place.state, on: shopping.startOn });
  const cost = profile.ok ? offeredMonthlyCost({ shopping, profile: profile.value, today, plans }) : null;
  return { page: { ...startingValues(request, shopping, cost), version: 0, answer: null }, working: null };
}

function answerOf(
  stored: unknown,
  place: ShoppingPlace,
): { readonly answer: CreditAnswer | null; readonly working: Explanation | null } {
  const answers = readCreditAnswers(stored);
  const answered = answers && creditOfAnswers(answers, place);
  if (!answered?.ok) return { answer: null, working: null };
  const { input, countedFte } = answered.value;
  const worksheet = smallBusinessCredit(input);
  const explained = explainCredit(input, countedFte);
  if (!worksheet.ok || !explained.ok) return { answer: null, working: null };
  const { year, creditCents, refusals, atAverageCents } = worksheet.value;
  const payrollKnown = input.taxStatus === "taxable" || input.payrollTaxesCents !== null;
  return {
    working: explained.value,
    answer: {
      taxYear: year.taxYear,
      estimatedFromYear: year.isEstimate ? year.figuresYear : null,
      ...{ creditCents, refusals, isComplete: atAverageCents !== null && payrollKnown },
      changes: creditChanges(input),
    },
  };
}

type MonthlyCost = { readonly premiumCents: Cents; readonly employerShareCents: Cents };

/** The tax year in which coverage starts, with the months of coverage that fall into it. */
function startingValues(
  { entityKind }: TaxCreditRequest,
  { startOn, offers }: ShoppingRecord,
  cost: MonthlyCost | null,
): Pick<TaxCreditPage, "values" | "prefilled"> {
  const { year, month } = partsOf(startOn);
  const months = 13 - month;
  const values = {
    ...{ taxYear: String(year), fteMethod: "hours" },
    taxStatus: entityKind === "tax-exempt-organization" ? "tax-exempt" : "taxable",
  };
  if (!cost) return { values, prefilled: null };
  const paysHalf = offers.every((offer) => promisesHalfAlike(offer.contribution.scheme));
  return {
    values: {
      ...values,
      employerPaidCents: typedDollars(cents(cost.employerShareCents * months)),
      totalPremiumCents: typedDollars(cents(cost.premiumCents * months)),
      paysHalfAlike: paysHalf ? "yes" : "no",
    },
    prefilled: { months, year, employerMonthlyCents: cost.employerShareCents },
  };
}

function typedDollars(amount: Cents): string {
  return (amount / 100).toFixed(2);
}

import { calendarDate } from "~/domain/calendar/calendar-date";
import { section45rFte, fteExplanation, yearsOfServiceFromTotals } from "~/domain/eligibility/section-45r-fte.rule";
import { isUsState } from "~/domain/exchange-profile/us-state";
import type { Explanation } from "~/domain/explanation";
import { invariant } from "~/domain/invariant";
import { zeroCents, type Cents } from "~/domain/money/cents";
import { done, type Outcome } from "~/domain/problem";
import { smallBusinessCredit, type CreditInput } from "~/domain/tax-credit/small-business-credit.rule";
import { parsePosted } from "~/platform/forms/parse-form";
import { taxCreditSchema, yearHoursOf, type TaxCreditAnswers } from "./tax-credit.schema";

type AnsweredCredit = { readonly input: CreditInput; readonly countedFte: Explanation | undefined };

/**
 * What the rule asks for, from what was typed. Coverage is bought through this marketplace. Problems: those of the count.
 */
export function creditOfAnswers(answers: TaxCreditAnswers, { state }: { state: string }): Outcome<AnsweredCredit> {
  invariant(isUsState(state), `a registered business is in a state: ${state}`);
  const count = countOf(answers);
  if (!count.ok) return count;
  const taxYearStartOn = calendarDate(`${answers.taxYear}-01-01`);
  const { employerPaidCents, totalPremiumCents, averagePremiumCents = null } = answers;
  return done({
    countedFte: count.value.explanation,
    input: {
      ...{ taxYearStartOn, taxStatus: answers.taxStatus, fte: count.value.fte, wagesCents: answers.wagesCents },
      premiums: [{ employerPaidCents, totalPremiumCents, averagePremiumCents }],
      paysHalfAlike: answers.paysHalfAlike === "yes",
      coverage: { boughtThroughShop: true, planYearStartOn: taxYearStartOn, state, countyHasShopPlan: true },
      firstClaimYear: answers.firstClaimYear ?? null,
      stateHelpCents: answers.stateHelpCents ?? zeroCents,
      payrollTaxesCents: answers.payrollTaxesCents ?? null,
    },
  });
}

function countOf(answers: TaxCreditAnswers): Outcome<{ fte: number; explanation: Explanation | undefined }> {
  const { fteMethod, fte = 0, peopleAtCap = 0, otherPeople = 0 } = answers;
  if (fteMethod === "typed") return done({ fte, explanation: undefined });
  const count = section45rFte(yearsOfServiceFromTotals({ peopleAtCap, otherPeople, otherHours: yearHoursOf(answers) }));
  return count.ok ? done({ fte: count.value.fte, explanation: fteExplanation(count.value) }) : count;
}

/** Stored answers, read again; undefined when they no longer say everything that is asked now. */
export function readCreditAnswers(stored: unknown): TaxCreditAnswers | undefined {
  if (typeof stored !== "object" || stored === null) return undefined;
  const parsed = parsePosted(taxCreditSchema, stored as Record<string, string>);
  return parsed.ok ? parsed.value : undefined;
}

/** The estimated credit of what was saved last; null before that, and where no figures cover the year. */
export function savedCreditCents(stored: unknown, place: { state: string }): Cents | null {
  const answers = readCreditAnswers(stored);
  const answered = answers && creditOfAnswers(answers, place);
  const worksheet = answered?.ok ? smallBusinessCredit(answered.value.input) : undefined;
  return worksheet?.ok ? worksheet.value.creditCents : null;
}

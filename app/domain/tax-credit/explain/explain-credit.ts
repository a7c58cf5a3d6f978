// Where a tax credit comes from, line by line of Form 8941: the credit is worked out on the same input, and its lines are
// put into words. No amount is worked out here.

import type { Explanation } from "../../explanation";
import { cents } from "../../money/cents";
import { done, type Outcome } from "../../problem";
import { citation as wagesCitation } from "../average-wages.rule";
import { citation as cutCitation, fullCreditFte } from "../credit-phase-out.rule";
import { citation as yearCitation, type CreditYear } from "../credit-year.rule";
import { citation as limitCitation, type CreditedPremium } from "../premium-limit.rule";
import {
  arrangementCitation,
  citation,
  smallBusinessCredit,
  taxExemptCitation,
  type CreditInput,
  type CreditWorksheet,
} from "../small-business-credit.rule";

/**
 * The credit, with one step a line of the form. `countedFte`: how the full-time equivalents came about, where they were
 * counted from hours. Problems: those of the credit.
 */
export function explainCredit(input: CreditInput, countedFte?: Explanation): Outcome<Explanation> {
  const credit = smallBusinessCredit(input);
  if (!credit.ok) return credit;
  const sheet = credit.value;
  const { creditCents, refusals, year } = sheet;
  const { taxYear } = year;
  const steps = [
    figuresOf(year, sheet),
    countedFte
      ? { ...countedFte, code: "explain-credit-fte-counted", params: { fte: input.fte } }
      : { code: "explain-credit-fte-typed", params: { fte: input.fte } },
    ...wages(input, sheet),
    ...premiums(input.premiums, sheet),
    { code: "explain-credit-full", params: { ...amountsOf(sheet), ...shareOf(sheet) }, citation: cutCitation },
    fteCut(input, sheet),
    ...wageCut(sheet),
    ...stateHelp(input, sheet),
    ...payrollLimit(input, sheet),
  ];
  return done({
    code: refusals.length > 0 ? "explain-credit-refused" : "explain-credit-result",
    params: refusals.length > 0 ? { taxYear } : { taxYear, creditCents },
    citation,
    steps,
  });
}

const shareOf = ({ shareOfPremiumsBasisPoints }: CreditWorksheet) => ({ shareOfPremiumsBasisPoints });
const amountsOf = ({ creditableCents, fullCreditCents }: CreditWorksheet) => ({ creditableCents, fullCreditCents });

function figuresOf({ taxYear, figuresYear, isEstimate, baseWagesCents }: CreditYear, sheet: CreditWorksheet) {
  const params = { taxYear, ...shareOf(sheet), baseWagesCents };
  return isEstimate
    ? { code: "explain-credit-figures-estimated", params: { ...params, figuresYear }, citation: yearCitation }
    : { code: "explain-credit-figures", params, citation: yearCitation };
}

function wages({ wagesCents, fte }: CreditInput, { averageWagesCents }: CreditWorksheet): Explanation[] {
  if (averageWagesCents === null) return [];
  return [
    { code: "explain-credit-average-wages", params: { wagesCents, fte, averageWagesCents }, citation: wagesCitation },
  ];
}

function premiums(paid: readonly CreditedPremium[], sheet: CreditWorksheet): Explanation[] {
  const { paidCents, atAverageCents, creditableCents } = sheet;
  const line: Explanation = { code: "explain-credit-premiums-paid", params: { paidCents } };
  const [premium] = paid;
  if (atAverageCents === null) return [line, { code: "explain-credit-average-unknown", params: { creditableCents } }];
  const whole = premium && paid.length === 1 ? wholePremium(premium) : {};
  const code = premium && paid.length === 1 ? "explain-credit-at-average" : "explain-credit-at-averages";
  return [
    line,
    { code, params: { ...whole, paidCents, atAverageCents }, citation: limitCitation },
    { code: "explain-credit-premiums-counted", params: { paidCents, atAverageCents, creditableCents } },
  ];
}

function wholePremium({ totalPremiumCents, averagePremiumCents }: CreditedPremium) {
  return { totalPremiumCents, averagePremiumCents: averagePremiumCents ?? 0 };
}

function fteCut({ fte }: CreditInput, { fteCutCents, afterFteCutCents }: CreditWorksheet): Explanation {
  const excessFte = Math.max(0, fte - fullCreditFte);
  return excessFte === 0
    ? { code: "explain-credit-fte-uncut", params: { fte, fullCreditFte, afterFteCutCents } }
    : { code: "explain-credit-fte-cut", params: { fte, excessFte, fullCreditFte, fteCutCents, afterFteCutCents } };
}

function wageCut({ averageWagesCents, year, wageCutCents, afterWageCutCents }: CreditWorksheet): Explanation[] {
  if (averageWagesCents === null) return [];
  const { baseWagesCents } = year;
  const params = { averageWagesCents, baseWagesCents, afterWageCutCents };
  if (averageWagesCents <= baseWagesCents) return [{ code: "explain-credit-wages-uncut", params }];
  const excessWagesCents = cents(averageWagesCents - baseWagesCents);
  return [{ code: "explain-credit-wages-cut", params: { ...params, excessWagesCents, wageCutCents } }];
}

function stateHelp({ stateHelpCents }: CreditInput, sheet: CreditWorksheet): Explanation[] {
  const { paidCents, afterStateHelpCents, beforePayrollLimitCents, afterWageCutCents } = sheet;
  if (stateHelpCents === 0) return [];
  const params = { paidCents, stateHelpCents, afterStateHelpCents };
  return [
    { code: "explain-credit-state-help", params, citation: arrangementCitation },
    { code: "explain-credit-smaller", params: { afterWageCutCents, afterStateHelpCents, beforePayrollLimitCents } },
  ];
}

function payrollLimit({ taxStatus, payrollTaxesCents }: CreditInput, sheet: CreditWorksheet): Explanation[] {
  if (taxStatus === "taxable") return [{ code: "explain-credit-taxable", params: {} }];
  if (payrollTaxesCents === null) {
    return [{ code: "explain-credit-payroll-unknown", params: {}, citation: taxExemptCitation }];
  }
  const { beforePayrollLimitCents } = sheet;
  const limitedCents = cents(Math.min(beforePayrollLimitCents, payrollTaxesCents));
  const params = { payrollTaxesCents, beforePayrollLimitCents, limitedCents };
  return [{ code: "explain-credit-payroll-limit", params, citation: taxExemptCitation }];
}

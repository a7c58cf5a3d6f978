// The credit of one tax year, line by line: the premiums that count, the percentage of them, both cuts, and the limits.
// State subsidies and credits come off what the employer paid, and the credit is never more than the rest; a tax-exempt
// employer's is never more than its payroll taxes either. 26 U.S.C. 45R; Form 8941, lines 2 to 12 and 18 to 20.
// Cents a tax year; rounded where the lines' own rules say.
import type { CalendarDate } from "../calendar/calendar-date";
import { invariant } from "../invariant";
import type { Cents } from "../money/cents";
import { done, failed, type Outcome } from "../problem";
import { averageAnnualWagesCents } from "./average-wages.rule";
import { creditWithinLimits } from "./credit-limits";
import { creditPeriodRuling } from "./credit-period.rule";
import { creditPhaseOut, type PhaseOut } from "./credit-phase-out.rule";
import { creditYear, type CreditYear } from "./credit-year.rule";
import type { PremiumLimit } from "./premium-limit.rule";
import { shopCoverageRuling, type CreditCoverage } from "./shop-coverage.rule";

export const citation = "26 U.S.C. 45R; Form 8941";

export type CreditWorksheetInput = {
  readonly taxYearStartOn: CalendarDate;
  /** Null before the first claim. */
  readonly firstClaimYear: number | null;
  readonly coverage: CreditCoverage;
  readonly isTaxExempt: boolean;
  /** Line 2: at least one. */
  readonly fte: number;
  /** Wages of everybody who counts fully. */
  readonly wagesCents: Cents;
  /** Lines 4 to 6. */
  readonly premiums: PremiumLimit;
  /** Line 10: what a state paid towards the premiums, or gave as a tax credit for them. */
  readonly stateSubsidiesCents: Cents;
  /** Income tax withheld and both halves of Medicare tax; asked of tax-exempt employers only. */
  readonly payrollTaxesCents: Cents | null;
};

export type CreditWorksheet = PremiumLimit &
  PhaseOut & {
    readonly year: CreditYear;
    readonly fte: number;
    /** Line 3. */
    readonly averageWagesCents: Cents;
    /** Line 11. */
    readonly paidAfterSubsidiesCents: Cents;
    /** Line 12, for a tax-exempt employer line 20. */
    readonly creditCents: Cents;
  };

/**
 * Problems: those of `creditYear`, `creditPeriodRuling` and `shopCoverageRuling`, and `credit-payroll-taxes-missing` for
 * a tax-exempt employer. Whether the employer pays a uniform percentage is a rule of its own.
 */
export function creditWorksheet(input: CreditWorksheetInput): Outcome<CreditWorksheet> {
  const { fte, wagesCents, premiums, firstClaimYear, payrollTaxesCents } = input;
  invariant(input.stateSubsidiesCents >= 0, "subsidies are not below zero");
  const year = creditYear(input);
  if (!year.ok) return year;
  const { taxYear, baseWagesCents, taxableBasisPoints, taxExemptBasisPoints } = year.value;
  for (const ruling of [
    creditPeriodRuling({ taxYear, firstClaimYear }),
    shopCoverageRuling(input.coverage, { taxYear, firstClaimYear }),
  ]) {
    if (!ruling.allowed) return failed(...ruling.problems);
  }
  if (input.isTaxExempt && payrollTaxesCents === null) {
    return failed({
      code: "credit-payroll-taxes-missing",
      field: "payrollTaxesCents",
      citation: "26 U.S.C. 45R(f)(1)",
    });
  }
  const averageWagesCents = averageAnnualWagesCents({ wagesCents, fte });
  const shareBasisPoints = input.isTaxExempt ? taxExemptBasisPoints : taxableBasisPoints;
  const { creditableCents } = premiums;
  const phaseOut = creditPhaseOut({ creditableCents, shareBasisPoints, fte, averageWagesCents, baseWagesCents });
  const { afterStateHelpCents: paidAfterSubsidiesCents, creditCents } = creditWithinLimits({
    ...{ afterWageCutCents: phaseOut.afterWageCutCents, paidCents: premiums.paidCents },
    ...{ stateHelpCents: input.stateSubsidiesCents, payrollTaxesCents: input.isTaxExempt ? payrollTaxesCents : null },
  });
  return done({
    ...premiums,
    ...phaseOut,
    ...{ year: year.value, fte, averageWagesCents, paidAfterSubsidiesCents, creditCents },
  });
}

// The small business health care tax credit of one tax year: half of the premiums that count (35 % for a tax-exempt
// employer), less the two cuts, and never more than the premiums paid less a state's help; for a tax-exempt employer
// never more than its payroll taxes. Nothing for 25 full-time equivalents or more, wages of twice the base or more, or an
// employer that pays less than half of the employee-only premium. 26 U.S.C. 45R(a)-(f); Form 8941, lines 1 to 20.
// Cents a tax year; rounding is that of the rules used here, nothing else is rounded.
import type { CalendarDate } from "../calendar/calendar-date";
import { invariant } from "../invariant";
import { cents, zeroCents, type Cents } from "../money/cents";
import { done, type Outcome, type Problem } from "../problem";
import { averageAnnualWagesCents } from "./average-wages.rule";
import { creditWithinLimits } from "./credit-limits";
import { creditPeriodRuling } from "./credit-period.rule";
import { creditPhaseOut, noCreditFte, type PhaseOut } from "./credit-phase-out.rule";
import { creditYear, type CreditYear } from "./credit-year.rule";
import { premiumLimit, type CreditedPremium, type PremiumLimit } from "./premium-limit.rule";
import { shopCoverageRuling, type CreditCoverage } from "./shop-coverage.rule";

export const citation = "26 U.S.C. 45R";
export const arrangementCitation = "26 U.S.C. 45R(d)(4)";
export const taxExemptCitation = "26 U.S.C. 45R(f)";

export const creditTaxStatuses = ["taxable", "tax-exempt"] as const;
export type CreditTaxStatus = (typeof creditTaxStatuses)[number];

export type CreditInput = {
  readonly taxYearStartOn: CalendarDate;
  readonly taxStatus: CreditTaxStatus;
  /** By `section45rFte`. */
  readonly fte: number;
  /** Of the people counted, all together. */
  readonly wagesCents: Cents;
  readonly premiums: readonly CreditedPremium[];
  /** At least half of the employee-only premium, the same percentage for everybody. */
  readonly paysHalfAlike: boolean;
  readonly coverage: CreditCoverage;
  /** Null before the first claim. */
  readonly firstClaimYear: number | null;
  /** A state's premium help and credits for the same premiums. */
  readonly stateHelpCents: Cents;
  /** A tax-exempt employer's payroll taxes of the year; null where it was not said. */
  readonly payrollTaxesCents: Cents | null;
};

export type CreditWorksheet = PremiumLimit &
  PhaseOut & {
    readonly year: CreditYear;
    readonly shareOfPremiumsBasisPoints: CreditYear["taxableBasisPoints"];
    /** Line 3; null where nobody is counted. */
    readonly averageWagesCents: Cents | null;
    /** Line 11. */
    readonly afterStateHelpCents: Cents;
    /** Line 12. */
    readonly beforePayrollLimitCents: Cents;
    /** Why there is none whatever the lines say; empty otherwise. */
    readonly refusals: readonly Problem[];
    /** What may be claimed. */
    readonly creditCents: Cents;
  };

/**
 * Problems: `tax-credit-year-not-covered`. What keeps a business from the credit is no problem of the input: it stands
 * in `refusals`: `credit-nobody-counted`, `credit-too-many-people` {fte, noCreditFte}, `credit-wages-too-high`
 * {averageWagesCents, ceilingCents}, `credit-half-not-paid`, and those of the period and of the coverage.
 */
export function smallBusinessCredit(input: CreditInput): Outcome<CreditWorksheet> {
  const year = creditYear(input);
  if (!year.ok) return year;
  const { fte, wagesCents, taxStatus, stateHelpCents } = input;
  invariant(stateHelpCents >= 0, "a state's help is not below zero");
  const { baseWagesCents, taxableBasisPoints, taxExemptBasisPoints } = year.value;
  const shareOfPremiumsBasisPoints = taxStatus === "taxable" ? taxableBasisPoints : taxExemptBasisPoints;
  const averageWagesCents = fte > 0 ? averageAnnualWagesCents({ wagesCents, fte }) : null;
  const limit = premiumLimit(input.premiums);
  const phaseOut = creditPhaseOut({
    ...{ creditableCents: limit.creditableCents, shareBasisPoints: shareOfPremiumsBasisPoints, fte },
    ...{ averageWagesCents: averageWagesCents ?? zeroCents, baseWagesCents },
  });
  const { creditCents, ...limits } = creditWithinLimits({
    ...{ afterWageCutCents: phaseOut.afterWageCutCents, paidCents: limit.paidCents, stateHelpCents },
    payrollTaxesCents: taxStatus === "tax-exempt" ? input.payrollTaxesCents : null,
  });
  const refusals = refusalsOf(input, year.value, averageWagesCents);
  return done({
    ...{ ...limit, ...phaseOut, year: year.value, shareOfPremiumsBasisPoints, averageWagesCents },
    ...{ ...limits, refusals },
    creditCents: refusals.length > 0 ? zeroCents : creditCents,
  });
}

function refusalsOf(input: CreditInput, year: CreditYear, averageWagesCents: Cents | null): readonly Problem[] {
  const { fte, firstClaimYear, coverage } = input;
  const { taxYear, baseWagesCents } = year;
  const rulings = [
    creditPeriodRuling({ taxYear, firstClaimYear }),
    shopCoverageRuling(coverage, { taxYear, firstClaimYear }),
  ];
  const ceilingCents = cents(2 * baseWagesCents);
  const limits = "26 U.S.C. 45R(c)";
  const own: readonly (Problem | false)[] = [
    fte === 0 && { code: "credit-nobody-counted", field: "fte", citation: "26 U.S.C. 45R(d)" },
    fte >= noCreditFte && { code: "credit-too-many-people", params: { fte, noCreditFte }, citation: limits },
    averageWagesCents !== null &&
      averageWagesCents >= ceilingCents && {
        ...{ code: "credit-wages-too-high", params: { averageWagesCents, ceilingCents }, citation: limits },
      },
    !input.paysHalfAlike && { code: "credit-half-not-paid", citation: arrangementCitation },
  ];
  return [
    ...own.filter((problem) => problem !== false),
    ...rulings.flatMap((ruling) => (ruling.allowed ? [] : ruling.problems)),
  ];
}

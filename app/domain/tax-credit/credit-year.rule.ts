// The credit's percentages and the wages at which it starts to shrink belong to the tax year, by the day it begins. The
// credit through SHOP exists from 2014. For up to two years after the latest published figures those figures answer,
// marked as an estimate; a credit lasts two years, so a plan can look that far. 26 U.S.C. 45R(d)(3)(B). Cents a year.
import { yearOf, type CalendarDate } from "../calendar/calendar-date";
import { invariant } from "../invariant";
import { done, failed, type Outcome } from "../problem";
import { creditYearRows, type CreditYearRow } from "./credit-year-rows";

export const citation = "26 U.S.C. 45R(d)(3)(B)";

export const estimateYears = 2;

export type CreditYear = Omit<CreditYearRow, "effectiveFrom" | "effectiveTo"> & {
  /** The calendar year in which the tax year begins. */
  readonly taxYear: number;
  /** The year that the figures were published for. */
  readonly figuresYear: number;
  /** True when the tax year's own figures are not published yet. */
  readonly isEstimate: boolean;
};

/** Problem: `tax-credit-year-not-covered` {taxYear, firstYear, lastYear}. */
export function creditYear({ taxYearStartOn }: { taxYearStartOn: CalendarDate }): Outcome<CreditYear> {
  const taxYear = yearOf(taxYearStartOn);
  const [first, last] = [creditYearRows[0], creditYearRows.at(-1)];
  invariant(first && last, "there are figures for at least one year");
  const lastYear = yearOf(last.effectiveFrom);
  const found = creditYearRows.find((row) => row.effectiveFrom <= taxYearStartOn && taxYearStartOn <= row.effectiveTo);
  const isEstimate = !found && taxYear > lastYear && taxYear <= lastYear + estimateYears;
  const row = found ?? (isEstimate ? last : undefined);
  if (!row) {
    const params = { taxYear, firstYear: yearOf(first.effectiveFrom), lastYear: lastYear + estimateYears };
    return failed({ code: "tax-credit-year-not-covered", field: "taxYearStartOn", params, citation });
  }
  const { effectiveFrom, effectiveTo: _until, ...figures } = row;
  return done({ ...figures, taxYear, figuresYear: yearOf(effectiveFrom), isEstimate });
}

/** Every tax year with figures, and those that an estimate can be made for; the latest first. */
export function creditTaxYears(): readonly number[] {
  const published = creditYearRows.map((row) => yearOf(row.effectiveFrom));
  const last = Math.max(...published);
  const estimated = Array.from({ length: estimateYears }, (_, at) => last + at + 1);
  return [...published, ...estimated].reverse();
}

// The credit is for two tax years in a row, counted from the first year after 2013 for which the employer claimed it,
// whether or not the second year brought anything. 26 U.S.C. 45R(e)(2); 26 CFR 1.45R-1(a)(3). Tax years, by the calendar
// year they begin in.
import { allowed, refused, type Ruling } from "../problem";

export const citation = "26 U.S.C. 45R(e)(2)";

export const creditPeriodYears = 2;

/**
 * `firstClaimYear` is null before the first claim. Problems: `credit-period-over` {firstYear, lastYear, taxYear},
 * `credit-year-before-first-claim` {firstYear, taxYear}.
 */
export function creditPeriodRuling({
  taxYear,
  firstClaimYear,
}: {
  taxYear: number;
  firstClaimYear: number | null;
}): Ruling {
  if (firstClaimYear === null) return allowed;
  const lastYear = firstClaimYear + creditPeriodYears - 1;
  if (taxYear > lastYear) {
    return refused({ code: "credit-period-over", params: { firstYear: firstClaimYear, lastYear, taxYear }, citation });
  }
  if (taxYear >= firstClaimYear) return allowed;
  return refused({ code: "credit-year-before-first-claim", params: { firstYear: firstClaimYear, taxYear }, citation });
}

// An employer over the size limit for at most 120 days or four calendar months of the year is still small when the
// people above the limit in that time were seasonal workers. Neither days nor months need to follow each other.
// 26 U.S.C. 4980H(c)(2)(B); 26 CFR 54.4980H-2(b)(2). Heads over the limit are rounded up and compared with seasonal
// heads, month by month.
import { monthEquivalentHundredths, partTimeMonthlyCapHours, type WorkMonth } from "./fte-count.rule";

export const citation = "26 U.S.C. 4980H(c)(2)(B)";

export const mostMonthsOverLimit = 4;
export const mostDaysOverLimit = 120;

/** A month with the number of its people who were seasonal workers. */
export type SeasonalWorkMonth = WorkMonth & { readonly seasonalHeads: number };

export type SeasonalInput = {
  readonly months: readonly SeasonalWorkMonth[];
  readonly sizeLimitFte: number;
  /** Days of the year on which the limit was exceeded, where the employer has counted them. */
  readonly daysOverLimit?: number;
};

export type SeasonalFinding = {
  readonly applies: boolean;
  readonly monthsOverLimit: number;
  /** Months (1 to 12) whose excess people were not all seasonal. */
  readonly unexplainedMonths: readonly number[];
};

export function seasonalFinding({ months, sizeLimitFte, daysOverLimit }: SeasonalInput): SeasonalFinding {
  const oneHead = partTimeMonthlyCapHours * 100;
  const over = months
    .map((month, index) => ({
      number: index + 1,
      seasonalHeads: month.seasonalHeads,
      excess: monthEquivalentHundredths(month) - sizeLimitFte * oneHead,
    }))
    .filter(({ excess }) => excess > 0);
  const unexplained = over.filter(({ excess, seasonalHeads }) => Math.ceil(excess / oneHead) > seasonalHeads);
  const shortEnough =
    over.length <= mostMonthsOverLimit || (daysOverLimit !== undefined && daysOverLimit <= mostDaysOverLimit);
  return {
    applies: shortEnough && unexplained.length === 0,
    monthsOverLimit: over.length,
    unexplainedMonths: unexplained.map(({ number }) => number),
  };
}

/** True when every month over the limit is explained by seasonal workers, and the time over the limit is short. */
export function isSmallButForSeasonalWorkers(input: SeasonalInput): boolean {
  return seasonalFinding(input).applies;
}

// An employer over the size limit for at most four months of the year is still small when the people above the limit in
// those months were seasonal workers. Nobody over the limit in any month needs no exception.
// 26 U.S.C. 4980H(c)(2)(B). Months; heads over the limit are rounded up before they are compared with seasonal heads.
import { monthEquivalentHundredths, partTimeMonthlyCapHours, type WorkMonth } from "./fte-count.rule";

export const citation = "26 U.S.C. 4980H(c)(2)(B)";

const mostMonthsOverLimit = 4;

/** A month with the number of its people who were seasonal workers. */
export type SeasonalWorkMonth = WorkMonth & { readonly seasonalHeads: number };

/** True when every month over the limit is explained by seasonal workers, and there are at most four such months. */
export function isSmallButForSeasonalWorkers({
  months,
  sizeLimitFte,
}: {
  months: readonly SeasonalWorkMonth[];
  sizeLimitFte: number;
}): boolean {
  const oneHead = partTimeMonthlyCapHours * 100;
  const over = months
    .map((month) => ({ month, excess: monthEquivalentHundredths(month) / oneHead - sizeLimitFte }))
    .filter(({ excess }) => excess > 0);
  return (
    over.length <= mostMonthsOverLimit && over.every(({ month, excess }) => Math.ceil(excess) <= month.seasonalHeads)
  );
}

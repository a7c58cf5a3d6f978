import { expect, it } from "vitest";
import { isSmallButForSeasonalWorkers } from "./seasonal-workers.rule";

function yearWith(summerMonths: number, { heads, seasonal }: { heads: number; seasonal: number }) {
  return Array.from({ length: 12 }, (_, index) =>
    index < summerMonths
      ? { fullTimeHeads: heads, partTimeHours: [], seasonalHeads: seasonal }
      : { fullTimeHeads: 40, partTimeHours: [], seasonalHeads: 0 },
  );
}

it.each([
  [4, 80, 30, true, "four months, all excess seasonal"],
  [5, 80, 30, false, "five months are too many"],
  [4, 80, 29, false, "one person too many is not seasonal"],
  [12, 50, 0, true, "never over the limit"],
  [1, 51, 0, false, "over the limit without seasonal workers"],
])("%i months of %i people with %i seasonal: %s (%s)", (summerMonths, heads, seasonal, expected) => {
  expect(isSmallButForSeasonalWorkers({ months: yearWith(summerMonths, { heads, seasonal }), sizeLimitFte: 50 })).toBe(
    expected,
  );
});

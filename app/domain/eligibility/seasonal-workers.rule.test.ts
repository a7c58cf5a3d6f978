import { expect, it } from "vitest";
import { isSmallButForSeasonalWorkers, seasonalFinding } from "./seasonal-workers.rule";

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

it.each([
  [120, 30, true],
  [121, 30, false],
  [120, 29, false],
])(
  "spread over five months, %i days over the limit with %i seasonal of 30 excess: %s",
  (daysOverLimit, seasonal, is) => {
    const months = yearWith(5, { heads: 80, seasonal });
    expect(isSmallButForSeasonalWorkers({ months, sizeLimitFte: 50, daysOverLimit })).toBe(is);
  },
);

it("counts a part of a person over the limit as one", () => {
  const months = yearWith(1, { heads: 50, seasonal: 0 });
  const halfMore = { ...months[0]!, partTimeHours: [60] };
  const year = (seasonalHeads: number) => [{ ...halfMore, seasonalHeads }, ...months.slice(1)];
  expect(isSmallButForSeasonalWorkers({ months: year(1), sizeLimitFte: 50 })).toBe(true);
  expect(isSmallButForSeasonalWorkers({ months: year(0), sizeLimitFte: 50 })).toBe(false);
});

it("names the months that seasonal workers do not explain", () => {
  const months = yearWith(2, { heads: 60, seasonal: 9 });
  expect(seasonalFinding({ months, sizeLimitFte: 50 })).toEqual({
    applies: false,
    monthsOverLimit: 2,
    unexplainedMonths: [1, 2],
  });
});

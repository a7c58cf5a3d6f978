import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CmsRow } from "./cms-row";
import { readRateRow } from "./rate-row";
import { rateRowReader } from "./rate-row-reader";

const texts = {
  BusinessYear: ["2026", "2026", "2025", "26", ""],
  PlanId: ["99101WI0100001", "99101WI0100002", "99101WI010000", ""],
  RatingAreaId: ["Rating Area 3", "R-WI007", "Rating Area 0", ""],
  RateEffectiveDate: ["2026-01-01", "1/1/2026", "2026-04-01 00:00:00", "2025-01-01", "31/12/2026"],
  RateExpirationDate: ["2026-03-31", "12/31/2026", "2026-01-01", "soon"],
  Age: ["0-14", "15", "64 and over", "65 and over", "Family Option", "66", "200", ""],
  Tobacco: ["No Preference", "no preference", "Tobacco User/Non-Tobacco User", "", "Sometimes"],
  IndividualRate: ["312.05", "1,001.67", "312.5", "312", "$312.05", "0.02", "0.01", "999.99", "9999.99", "12.345"],
  IndividualTobaccoRate: ["374.46", "", "0", "n/a", "999.99", "37446", "30000000.00"],
  Couple: ["624.10", "", "x"],
} satisfies Record<string, string[]>;

const cells = fc.record(
  Object.fromEntries(Object.entries(texts).map(([column, values]) => [column, fc.constantFrom(...values)])),
);
const rowOf =
  (values: Readonly<Record<string, string>>): CmsRow =>
  (column) =>
    values[column] ?? "";

describe("the reader of a whole rate file", () => {
  it("answers as the reader of one row does, whatever it has read before", () => {
    const read = rateRowReader();
    fc.assert(
      fc.property(cells, (values) => {
        expect(read(rowOf(values))).toEqual(readRateRow(rowOf(values)));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    "0.00",
    "0.01",
    "999.99",
    "9999.00",
    "9999.99",
    "99999.00",
    "312.055",
    "-12.05",
    "1e2.00",
    "٣12.05",
    ".50",
    "",
  ])("takes no short cut with a price of %j", (price) => {
    const usual = Object.fromEntries(Object.entries(texts).map(([column, values]) => [column, values[0] ?? ""]));
    const row = rowOf({ ...usual, IndividualRate: price });
    expect(rateRowReader()(row)).toEqual(readRateRow(row));
    expect(readRateRow(row).kept).toBe(false);
  });
});

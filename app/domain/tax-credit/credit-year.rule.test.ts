import { describe, expect, it } from "vitest";
import { addDays, calendarDate } from "../calendar/calendar-date";
import { creditYear } from "./credit-year.rule";
import { creditYearRows } from "./credit-year-rows";

function yearFrom(startOn: string) {
  return creditYear({ taxYearStartOn: calendarDate(startOn) });
}

describe("the wages at which the credit starts to shrink", () => {
  it.each([
    [2014, 25_400],
    [2015, 25_800],
    [2016, 25_900],
    [2017, 26_200],
    [2018, 26_600],
    [2019, 27_100],
    [2020, 27_600],
    [2021, 27_800],
    [2022, 28_700],
    [2023, 30_700],
    [2024, 32_400],
    [2025, 33_300],
    [2026, 34_100],
  ])("are, in %i, $%i", (year, dollars) => {
    const expected = { taxYear: year, figuresYear: year, isEstimate: false, baseWagesCents: dollars * 100 };
    expect(yearFrom(`${year}-01-01`)).toMatchObject({ ok: true, value: expected });
    expect(yearFrom(`${year}-12-31`)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    ["2027-01-01", 2027],
    ["2028-12-31", 2028],
  ])("for a tax year from %s are the latest published, as an estimate", (startOn, taxYear) => {
    expect(yearFrom(startOn)).toMatchObject({
      ok: true,
      value: { taxYear, figuresYear: 2026, isEstimate: true, baseWagesCents: 3_410_000 },
    });
  });

  it.each([
    ["2013-12-31", 2013],
    ["2029-01-01", 2029],
  ])("are not known for a tax year from %s", (startOn, taxYear) => {
    expect(yearFrom(startOn)).toMatchObject({
      ok: false,
      problems: [{ code: "tax-credit-year-not-covered", params: { taxYear, firstYear: 2014, lastYear: 2028 } }],
    });
  });
});

it("covers every day from the first year to the last, once", () => {
  for (const [index, row] of creditYearRows.entries()) {
    const next = creditYearRows[index + 1];
    if (next) expect(next.effectiveFrom).toBe(addDays(row.effectiveTo, 1));
  }
});

it("takes half of a taxable employer's premiums and 35 % of a tax-exempt one's", () => {
  for (const row of creditYearRows) expect([row.taxableBasisPoints, row.taxExemptBasisPoints]).toEqual([5_000, 3_500]);
});

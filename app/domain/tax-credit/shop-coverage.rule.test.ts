import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { shopCoverageRuling, type CreditCoverage } from "./shop-coverage.rule";

const shop: CreditCoverage = {
  boughtThroughShop: true,
  planYearStartOn: calendarDate("2026-01-01"),
  state: "WI",
  countyHasShopPlan: true,
};

function codes(change: Partial<CreditCoverage>, years: { taxYear: number; firstClaimYear: number | null }) {
  const ruling = shopCoverageRuling({ ...shop, ...change }, years);
  return ruling.allowed ? [] : ruling.problems.map((p) => p.code);
}

describe("coverage bought outside a SHOP", () => {
  it.each([
    [2026, 2025, false, []],
    [2026, 2025, true, ["credit-needs-shop-plan"]],
    [2026, 2026, false, ["credit-needs-shop-plan"]],
    [2026, null, false, ["credit-needs-shop-plan"]],
    [2017, 2016, false, []],
    [2016, 2015, false, ["credit-needs-shop-plan"]],
  ])(
    "for tax year %i, first claimed in %s, county with a SHOP plan %s: %j",
    (taxYear, firstClaimYear, has, expected) => {
      expect(codes({ boughtThroughShop: false, countyHasShopPlan: has }, { taxYear, firstClaimYear })).toEqual(
        expected,
      );
    },
  );
});

it("bought through a SHOP it always counts", () => {
  expect(codes({}, { taxYear: 2026, firstClaimYear: null })).toEqual([]);
  expect(codes({ countyHasShopPlan: false }, { taxYear: 2026, firstClaimYear: null })).toEqual([]);
});

it.each([
  ["2016-12-31", []],
  ["2017-01-01", ["credit-withheld-in-state"]],
  ["2026-01-01", ["credit-withheld-in-state"]],
])("in Hawaii a plan year from %s has the problems %j", (startOn, expected) => {
  const years = { taxYear: 2026, firstClaimYear: null };
  expect(codes({ state: "HI", planYearStartOn: calendarDate(startOn) }, years)).toEqual(expected);
});

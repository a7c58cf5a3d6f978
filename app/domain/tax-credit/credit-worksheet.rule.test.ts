import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { cents } from "../money/cents";
import { creditWorksheet, type CreditWorksheetInput } from "./credit-worksheet.rule";

const paid = (dollars: number, atAverage: number | null = null) => ({
  paidCents: cents(dollars * 100),
  atAverageCents: atAverage === null ? null : cents(atAverage * 100),
  creditableCents: cents(Math.min(dollars, atAverage ?? dollars) * 100),
});

const tenPeople: CreditWorksheetInput = {
  taxYearStartOn: calendarDate("2026-01-01"),
  firstClaimYear: null,
  coverage: {
    boughtThroughShop: true,
    planYearStartOn: calendarDate("2026-01-01"),
    state: "WI",
    countyHasShopPlan: true,
  },
  isTaxExempt: false,
  fte: 10,
  wagesCents: cents(250_000_00),
  premiums: paid(70_000),
  stateSubsidiesCents: cents(0),
  payrollTaxesCents: null,
};

const creditOf = (changes: Partial<CreditWorksheetInput>) => {
  const outcome = creditWorksheet({ ...tenPeople, ...changes });
  return outcome.ok ? outcome.value.creditCents : outcome.problems.map(({ code }) => code);
};

describe("the credit of one tax year", () => {
  it.each([
    ["half of the premiums for ten people", {}, 35_000_00],
    ["half of the average where that is less", { premiums: paid(70_000, 60_000) }, 30_000_00],
    ["35 % for a tax-exempt employer", { isTaxExempt: true, payrollTaxesCents: cents(99_999_00) }, 24_500_00],
    ["never more than a tax-exempt employer's payroll taxes", { isTaxExempt: true, payrollTaxesCents: cents(9) }, 9],
    ["payroll taxes limit nobody else", { payrollTaxesCents: cents(9) }, 35_000_00],
    ["never more than the premiums less a state's subsidies", { stateSubsidiesCents: cents(40_000_00) }, 30_000_00],
    ["subsidies up to that change nothing", { stateSubsidiesCents: cents(35_000_00) }, 35_000_00],
    ["nothing where a state pays more than all of it", { stateSubsidiesCents: cents(80_000_00) }, 0],
    ["nothing from 25 people", { fte: 25, wagesCents: cents(500_000_00) }, 0],
    ["nothing from twice the wage base", { fte: 1, wagesCents: cents(69_000_00) }, 0],
    ["an average rounded down to a thousand", { fte: 10, wagesCents: cents(349_999_00) }, 35_000_00],
  ])("is %s", (_, changes, expected) => {
    expect(creditOf(changes)).toBe(expected);
  });

  it.each([
    ["a year without figures", { taxYearStartOn: calendarDate("2013-01-01") }, "tax-credit-year-not-covered"],
    ["a third year", { firstClaimYear: 2024 }, "credit-period-over"],
    [
      "coverage from elsewhere",
      { coverage: { ...tenPeople.coverage, boughtThroughShop: false } },
      "credit-needs-shop-plan",
    ],
    ["a tax-exempt employer without its payroll taxes", { isTaxExempt: true }, "credit-payroll-taxes-missing"],
  ])("is refused for %s", (_, changes, code) => {
    expect(creditOf(changes)).toEqual([code]);
  });
});

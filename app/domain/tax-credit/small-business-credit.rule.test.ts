import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { cents, zeroCents } from "../money/cents";
import { creditTaxYears } from "./credit-year.rule";
import { smallBusinessCredit, type CreditInput } from "./small-business-credit.rule";

const dollars = (amount: number) => cents(Math.round(amount * 100));

function asked(year: number, changed: Partial<CreditInput> & { paid?: number } = {}): CreditInput {
  const { paid = 84_000, ...rest } = changed;
  const taxYearStartOn = calendarDate(`${year}-01-01`);
  return {
    ...{ taxYearStartOn, taxStatus: "taxable", fte: 12, wagesCents: dollars(12 * 38_000), paysHalfAlike: true },
    premiums: [{ employerPaidCents: dollars(paid), totalPremiumCents: dollars(2 * paid), averagePremiumCents: null }],
    coverage: { boughtThroughShop: true, planYearStartOn: taxYearStartOn, state: "TN", countyHasShopPlan: true },
    ...{ firstClaimYear: null, stateHelpCents: zeroCents, payrollTaxesCents: null },
    ...rest,
  };
}

function credit(input: CreditInput) {
  const worksheet = smallBusinessCredit(input);
  if (!worksheet.ok) throw new Error(worksheet.problems.map(({ code }) => code).join());
  return worksheet.value;
}

describe("the credit of a tax year", () => {
  it.each([
    ["12 people, $38,000, $84,000 in 2026", asked(2026), 31_596.48],
    [
      "20 people, $25,000, $240,000 in 2014",
      asked(2014, { fte: 20, wagesCents: dollars(500_000), paid: 240_000 }),
      40_000,
    ],
    [
      "9 people, $22,000, $72,000, tax-exempt in 2014",
      asked(2014, {
        fte: 9,
        wagesCents: dollars(198_000),
        paid: 72_000,
        taxStatus: "tax-exempt",
        payrollTaxesCents: dollars(30_000),
      }),
      25_200,
    ],
    [
      "the same with less in payroll taxes",
      asked(2014, {
        fte: 9,
        wagesCents: dollars(198_000),
        paid: 72_000,
        taxStatus: "tax-exempt",
        payrollTaxesCents: dollars(20_000),
      }),
      20_000,
    ],
    ["payroll taxes are no limit for a taxable business", asked(2026, { payrollTaxesCents: dollars(1) }), 31_596.48],
    ["a state that pays nearly all of it", asked(2026, { stateHelpCents: dollars(80_000) }), 4_000],
    ["a state that pays more than all of it", asked(2026, { stateHelpCents: dollars(90_000) }), 0],
    ["24 people are not too many", asked(2026, { fte: 24, wagesCents: dollars(24 * 30_000), paid: 150_000 }), 5_000],
    [
      "premiums above the area's average",
      asked(2026, {
        premiums: [
          {
            employerPaidCents: dollars(84_000),
            totalPremiumCents: dollars(168_000),
            averagePremiumCents: dollars(84_000),
          },
        ],
      }),
      15_798.24,
    ],
  ])("%s", (_, input, expected) => {
    expect(credit(input)).toMatchObject({ creditCents: dollars(expected), refusals: [] });
  });

  it.each([
    ["nobody counted", { fte: 0 }, ["credit-nobody-counted"]],
    ["25 full-time equivalents", { fte: 25, wagesCents: dollars(25 * 20_000) }, ["credit-too-many-people"]],
    ["wages a step below twice the base", { wagesCents: dollars(12 * 68_000) }, []],
    ["wages at twice the base", { wagesCents: dollars(12 * 69_000) }, ["credit-wages-too-high"]],
    ["less than half paid", { paysHalfAlike: false }, ["credit-half-not-paid"]],
    ["the second year", { firstClaimYear: 2025 }, []],
    ["the third year", { firstClaimYear: 2024 }, ["credit-period-over"]],
    [
      "Hawaii",
      {
        coverage: {
          ...{ boughtThroughShop: true, planYearStartOn: calendarDate("2026-01-01"), countyHasShopPlan: true },
          state: "HI" as const,
        },
      },
      ["credit-withheld-in-state"],
    ],
  ])("with %s", (_, changed, codes) => {
    const worksheet = credit(asked(2026, changed));
    expect(worksheet.refusals.map(({ code }) => code)).toEqual(codes);
    if (codes.length > 0) expect(worksheet.creditCents).toBe(0);
  });

  it("is there for every year with figures and for two more, as an estimate", () => {
    const years = creditTaxYears();
    expect([years[0], years.at(-1)]).toEqual([2028, 2014]);
    const estimates = years.filter((year) => credit(asked(year)).year.isEstimate);
    expect(estimates).toEqual([2028, 2027]);
    expect(smallBusinessCredit(asked(2029))).toMatchObject({ ok: false });
    expect(smallBusinessCredit(asked(2013))).toMatchObject({ ok: false });
  });

  it("is never below zero, never above half of what was paid", () => {
    const input = fc.record({ fte: fc.nat(40), wages: fc.nat(3_000_000), paid: fc.nat(400_000), help: fc.nat(50_000) });
    fc.assert(
      fc.property(input, ({ fte, wages, paid, help }) => {
        const { creditCents } = credit(
          asked(2026, { fte, wagesCents: dollars(wages), paid, stateHelpCents: dollars(help) }),
        );
        expect(creditCents).toBeGreaterThanOrEqual(0);
        expect(creditCents * 2).toBeLessThanOrEqual(dollars(paid) + 1);
      }),
    );
  });
});

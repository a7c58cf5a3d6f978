import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { cents, zeroCents } from "../money/cents";
import { creditChanges } from "./credit-changes.rule";
import type { CreditInput } from "./small-business-credit.rule";

const dollars = (amount: number) => cents(Math.round(amount * 100));

function asked(changed: Partial<CreditInput>): CreditInput {
  const taxYearStartOn = calendarDate("2026-01-01");
  return {
    ...{ taxYearStartOn, taxStatus: "taxable", fte: 12, wagesCents: dollars(12 * 38_000), paysHalfAlike: true },
    premiums: [{ employerPaidCents: dollars(84_000), totalPremiumCents: dollars(120_000), averagePremiumCents: null }],
    coverage: { boughtThroughShop: true, planYearStartOn: taxYearStartOn, state: "TN", countyHasShopPlan: true },
    ...{ firstClaimYear: null, stateHelpCents: zeroCents, payrollTaxesCents: null },
    ...changed,
  };
}

const gains = (input: CreditInput) => creditChanges(input).map(({ kind, gainCents }) => [kind, gainCents]);

describe("what would make the credit larger", () => {
  it("is one person fewer, lower wages and more premiums where both cuts bite", () => {
    expect(gains(asked({}))).toEqual([
      // One fifteenth of the full credit of $42,000.
      ["one-person-fewer", dollars(2_800)],
      // $1,000 of $34,100 of the full credit.
      ["lower-wages", dollars(1_231.67)],
      // Half of $1,000, less the same cuts.
      ["more-premiums", dollars(376.15)],
    ]);
  });

  it("is only more premiums for the smallest employers with low wages", () => {
    expect(gains(asked({ fte: 6, wagesCents: dollars(120_000) }))).toEqual([["more-premiums", dollars(500)]]);
  });

  it("is paying half, for an employer that pays less", () => {
    const changes = creditChanges(asked({ paysHalfAlike: false }));
    expect(changes).toEqual([
      { kind: "half-paid", byCents: null, creditCents: dollars(31_596.48), gainCents: dollars(31_596.48) },
    ]);
  });

  it("is nothing when the period is over, or all of the premium is paid already", () => {
    expect(gains(asked({ firstClaimYear: 2020 }))).toEqual([]);
    const premiums = [
      { employerPaidCents: dollars(9_000), totalPremiumCents: dollars(9_000), averagePremiumCents: null },
    ];
    expect(gains(asked({ fte: 6, wagesCents: dollars(120_000), premiums }))).toEqual([]);
  });
});

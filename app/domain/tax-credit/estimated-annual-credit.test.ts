import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { cents, zeroCents } from "../money/cents";
import { estimatedAnnualCreditCents } from "./estimated-annual-credit";
import type { CreditInput } from "./small-business-credit.rule";

const taxYearStartOn = calendarDate("2026-01-01");
const answered: CreditInput = {
  ...{ taxYearStartOn, taxStatus: "taxable", fte: 12, wagesCents: cents(45_600_000), paysHalfAlike: false },
  premiums: [{ employerPaidCents: zeroCents, totalPremiumCents: cents(1_000_000), averagePremiumCents: null }],
  coverage: { boughtThroughShop: true, planYearStartOn: taxYearStartOn, state: "TN", countyHasShopPlan: true },
  ...{ firstClaimYear: null, stateHelpCents: zeroCents, payrollTaxesCents: null },
};
const monthly = { premiumCents: cents(1_000_000), employerShareCents: cents(700_000) };

describe("the credit that an offer would bring in a year", () => {
  it("is that of twelve months of its premiums", () => {
    // $84,000 for 12 people at $38,000: the published example of 2026.
    expect(estimatedAnnualCreditCents({ answered, monthly, paysHalfAlike: true })).toBe(31_596_48);
  });

  it("keeps to the area's average in proportion", () => {
    const premiums = [
      { employerPaidCents: zeroCents, totalPremiumCents: cents(1_000_000), averagePremiumCents: cents(500_000) },
    ];
    const limited = estimatedAnnualCreditCents({ answered: { ...answered, premiums }, monthly, paysHalfAlike: true });
    expect(limited).toBe(15_798_24);
  });

  it("is nothing below half of the premium", () => {
    expect(estimatedAnnualCreditCents({ answered, monthly, paysHalfAlike: false })).toBe(0);
  });
});

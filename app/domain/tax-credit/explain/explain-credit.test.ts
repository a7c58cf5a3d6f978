import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { fteExplanation, section45rFte, yearsOfServiceFromTotals } from "../../eligibility/section-45r-fte.rule";
import { cents, zeroCents } from "../../money/cents";
import { smallBusinessCredit, type CreditInput } from "../small-business-credit.rule";
import { explainCredit } from "./explain-credit";

const taxYearStartOn = calendarDate("2026-01-01");
const base: CreditInput = {
  ...{ taxYearStartOn, taxStatus: "taxable", fte: 12, wagesCents: cents(45_600_000), paysHalfAlike: true },
  premiums: [{ employerPaidCents: cents(8_400_000), totalPremiumCents: cents(12_000_000), averagePremiumCents: null }],
  coverage: { boughtThroughShop: true, planYearStartOn: taxYearStartOn, state: "TN", countyHasShopPlan: true },
  ...{ firstClaimYear: null, stateHelpCents: zeroCents, payrollTaxesCents: null },
};

function explained(changed: Partial<CreditInput> = {}) {
  const explanation = explainCredit({ ...base, ...changed });
  if (!explanation.ok) throw new Error("no explanation");
  return explanation.value;
}

describe("where a credit comes from", () => {
  it.each([
    [{}],
    [{ fte: 4, wagesCents: cents(8_000_000) }],
    [{ taxStatus: "tax-exempt" as const, payrollTaxesCents: cents(500_000) }],
    [{ stateHelpCents: cents(8_000_000) }],
    [{ taxYearStartOn: calendarDate("2027-01-01") }],
  ])("ends at the credit that the rule answers %#", (changed) => {
    const worksheet = smallBusinessCredit({ ...base, ...changed });
    expect(worksheet.ok && worksheet.value.creditCents).toBe(explained(changed).params["creditCents"]);
  });

  it("goes through the lines of the form in order", () => {
    expect(explained().steps?.map(({ code }) => code)).toEqual([
      "explain-credit-figures",
      "explain-credit-fte-typed",
      "explain-credit-average-wages",
      "explain-credit-premiums-paid",
      "explain-credit-average-unknown",
      "explain-credit-full",
      "explain-credit-fte-cut",
      "explain-credit-wages-cut",
      "explain-credit-taxable",
    ]);
  });

  it("says a refusal without an amount, and an estimate as one", () => {
    const refused = explained({ paysHalfAlike: false });
    expect([refused.code, refused.params]).toEqual(["explain-credit-refused", { taxYear: 2026 }]);
    const future = explained({ taxYearStartOn: calendarDate("2027-01-01") });
    expect(future.steps?.[0]).toMatchObject({
      code: "explain-credit-figures-estimated",
      params: { figuresYear: 2026 },
    });
  });

  it("shows how people were counted from totals", () => {
    const count = section45rFte(yearsOfServiceFromTotals({ peopleAtCap: 10, otherPeople: 3, otherHours: 4_160 }));
    if (!count.ok) throw new Error("no count");
    expect(count.value.fte).toBe(12);
    const explanation = explainCredit(base, fteExplanation(count.value));
    expect(explanation.ok && explanation.value.steps?.[1]).toMatchObject({
      code: "explain-credit-fte-counted",
      params: { fte: 12 },
      steps: [{ code: "explain-fte-45r-hours" }, { code: "explain-fte-45r-down" }],
    });
  });
});

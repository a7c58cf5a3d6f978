import { describe, expect, it } from "vitest";
import { cents } from "../money/cents";
import { premiumLimit, type CreditedPremium } from "./premium-limit.rule";

function premium(paid: number, total: number, average: number | null): CreditedPremium {
  return {
    employerPaidCents: cents(paid),
    totalPremiumCents: cents(total),
    averagePremiumCents: average === null ? null : cents(average),
  };
}

describe("premiums that count", () => {
  it.each([
    ["a plan that costs less than the average", [premium(3_000, 6_000, 7_000)], 3_000, 3_500, 3_000],
    ["a plan that costs the average", [premium(3_000, 6_000, 6_000)], 3_000, 3_000, 3_000],
    ["a plan that costs more than the average", [premium(3_000, 6_000, 5_000)], 3_000, 2_500, 2_500],
    ["two plans, compared together", [premium(3_000, 6_000, 5_000), premium(3_000, 6_000, 7_000)], 6_000, 6_000, 6_000],
    ["half a cent, rounded up", [premium(1, 2, 1)], 1, 1, 1],
    ["a premium of nothing", [premium(0, 0, 5_000)], 0, 0, 0],
    ["nobody enrolled", [], 0, 0, 0],
  ])("for %s", (_, premiums, paidCents, atAverageCents, creditableCents) => {
    expect(premiumLimit(premiums)).toEqual({ paidCents, atAverageCents, creditableCents });
  });

  it("are the premiums paid while one average is missing", () => {
    expect(premiumLimit([premium(3_000, 6_000, 1_000), premium(3_000, 6_000, null)])).toEqual({
      paidCents: 6_000,
      atAverageCents: null,
      creditableCents: 6_000,
    });
  });

  it("come from an employer who pays no more than the whole premium", () => {
    expect(() => premiumLimit([premium(6_001, 6_000, null)])).toThrow("part of the premium");
  });
});

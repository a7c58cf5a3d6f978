import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basisPoints, sumCents } from "../../money/cents";
import type { HouseholdPremium } from "../rated-household";
import { defaultCurveSheet } from "../testing/default-curve-sheet";
import { anyGroup } from "../../../platform/testing/any-household";
import { householdOf, pricedAt, workedGroup } from "../testing/worked-group";
import { compositeBill } from "./composite-bill";
import { coverageTiers } from "./coverage-tier";
import { compositeTierHouseholdPremium, compositeTierRates, type TierFactors } from "./composite-tiers.rule";

const factors: TierFactors = {
  "employee-only": basisPoints(10_000),
  "employee-and-spouse": basisPoints(20_000),
  "employee-and-children": basisPoints(18_500),
  family: basisPoints(28_500),
};
const sheet = defaultCurveSheet({ baseCents: 30_000 });

function ratesOf(households: readonly HouseholdPremium[]) {
  const rates = compositeTierRates({ households, factors });
  if (!rates.ok) throw new Error(rates.problems.map((problem) => problem.code).join());
  return rates.value;
}

describe("tier prices of a group", () => {
  const listBill = workedGroup.map((members) => pricedAt(sheet, members));
  const rates = ratesOf(listBill);

  it("divide the bill by age by the sum of the factors and multiply by each, both rounded", () => {
    // 3,015.90 over 1 + 2.85 + 1 + 1.85 is 450.134..., and 450.13 x 2.85 is 1,282.8705.
    expect(rates).toMatchObject({
      baseCents: 45_013,
      tierCents: {
        "employee-only": 45_013,
        "employee-and-spouse": 90_026,
        "employee-and-children": 83_274,
        family: 128_287,
      },
      householdCounts: { "employee-only": 2, "employee-and-spouse": 0, "employee-and-children": 1, family: 1 },
      adjustmentCents: 3,
      listBillCents: 301_590,
    });
  });

  it("are carried by the employee", () => {
    const priced = compositeTierHouseholdPremium({ rates, household: listBill[1]!, tobacco: "added" });
    expect(priced).toMatchObject({ ok: true, value: { totalCents: 128_287, employeeOnlyCents: 45_013 } });
    if (!priced.ok) return;
    expect(priced.value.members.map((member) => member.premiumCents)).toEqual([128_287, 0, 0, 0]);
  });

  it("leave tobacco out and add it to the household of its user", () => {
    const smokers = defaultCurveSheet({ baseCents: 30_000, tobaccoPercent: 150 });
    const couple = pricedAt(smokers, householdOf("e", [30, "self"], [30, "spouse", true]));
    const own = ratesOf([couple]);
    expect(own).toMatchObject({ baseCents: 34_050, tobaccoCents: 17_025 });
    const total = (tobacco: "added" | "left-out") => {
      const priced = compositeTierHouseholdPremium({ rates: own, household: couple, tobacco });
      return priced.ok ? priced.value.totalCents : null;
    };
    expect([total("added"), total("left-out")]).toEqual([85_125, 68_100]);
  });

  it("are refused for nobody, for prices by tier and for a factor of zero", () => {
    const codes = (input: Parameters<typeof compositeTierRates>[0]) => {
      const made = compositeTierRates(input);
      return made.ok ? [] : made.problems.map((problem) => problem.code);
    };
    const byTier = { ...listBill[0]!, method: "family-tier" } as const;
    expect(codes({ households: [], factors })).toEqual(["composite-without-households"]);
    expect(codes({ households: [byTier], factors })).toEqual(["composite-needs-prices-by-person"]);
    const zero = { ...factors, family: basisPoints(0) };
    expect(codes({ households: listBill, factors: zero })).toEqual(["composite-factor-not-positive"]);
    expect(compositeTierHouseholdPremium({ rates, household: byTier, tobacco: "added" }).ok).toBe(false);
  });

  it("add up to the bill by age, with the group's line, for any group", () => {
    const anyFactors = fc
      .array(fc.integer({ min: 5_000, max: 40_000 }), { minLength: 4, maxLength: 4 })
      .map((values): TierFactors => {
        const [alone, couple, parent, family] = values.map(basisPoints);
        return {
          "employee-only": alone!,
          "employee-and-spouse": couple!,
          "employee-and-children": parent!,
          family: family!,
        };
      });
    fc.assert(
      fc.property(anyGroup, anyFactors, (group, own) => {
        const households = group.map((members) =>
          pricedAt(defaultCurveSheet({ baseCents: 41_003, tobaccoPercent: 120 }), members),
        );
        const made = compositeTierRates({ households, factors: own });
        if (!made.ok) throw new Error("the factors are above zero");
        const priceOf = (household: HouseholdPremium) =>
          compositeTierHouseholdPremium({ rates: made.value, household, tobacco: "added" });
        const bill = compositeBill({ households, adjustmentCents: made.value.adjustmentCents, priceOf });
        if (!bill.ok) throw new Error("every household has its tier");
        expect(bill.value.totalCents).toBe(sumCents(households.map((household) => household.totalCents)));
        const counted = coverageTiers.reduce((sum, tier) => sum + made.value.householdCounts[tier], 0);
        expect(counted).toBe(households.length);
      }),
    );
  });
});

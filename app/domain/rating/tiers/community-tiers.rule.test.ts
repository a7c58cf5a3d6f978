import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { usStates, type UsState } from "../../exchange-profile/us-state";
import type { Relationship } from "../../household/relationship";
import { cents } from "../../money/cents";
import { planKey } from "../../plan-catalog/plan";
import { householdMonthlyPremium } from "../household-premium.rule";
import type { RateSheetKey } from "../rate-sheet";
import { personAged, testStartOn } from "../testing/default-curve-sheet";
import { communityTierSheet, isCommunityRated } from "./community-tiers.rule";

const keyIn = (state: UsState): RateSheetKey => ({
  planId: planKey(`12345${state}0010001`),
  ratingArea: 1,
  effectiveOn: calendarDate("2025-01-01"),
  expiresOn: calendarDate("2025-12-31"),
});

function totalOf(state: UsState, individual: number, people: readonly Relationship[]): number {
  const sheet = communityTierSheet({ key: keyIn(state), individualCents: cents(individual), state });
  if (!sheet.ok) throw new Error("the state has tiers");
  const priced = householdMonthlyPremium({
    sheet: sheet.value,
    startOn: testStartOn,
    members: people.map((relationship, index) => personAged(30 + index, { memberId: `m${index}`, relationship })),
    profile: { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: false },
    line: "medical",
  });
  if (!priced.ok) throw new Error(priced.problems.map((problem) => problem.code).join());
  return priced.value.totalCents;
}

describe("a price by the make-up of the household", () => {
  it.each([
    ["NY", ["self"], 100_001],
    ["NY", ["self", "spouse"], 200_002],
    ["NY", ["self", "domestic-partner"], 200_002],
    ["NY", ["self", "child"], 170_002],
    ["NY", ["self", "child", "child", "child", "child"], 170_002],
    ["NY", ["self", "spouse", "child"], 285_003],
    ["NY", ["self", "spouse", "child", "child", "child", "child"], 285_003],
    ["VT", ["self"], 100_001],
    ["VT", ["self", "spouse"], 200_002],
    ["VT", ["self", "child"], 193_002],
    ["VT", ["self", "spouse", "child"], 281_003],
  ] as const)("in %s of %j at 1,000.01 for one comes to %i cents", (state, people, total) => {
    expect(totalOf(state, 100_001, people)).toBe(total);
  });

  it("stands in no other state", () => {
    const on = calendarDate("2025-01-01");
    expect(usStates.filter((state) => isCommunityRated({ state, on })).sort()).toEqual(["NY", "VT"]);
    expect(communityTierSheet({ key: keyIn("WI"), individualCents: cents(100), state: "WI" })).toMatchObject({
      ok: false,
      problems: [{ code: "state-rates-by-age", params: { state: "WI" } }],
    });
  });

  it("needs a price above zero to start from", () => {
    expect(communityTierSheet({ key: keyIn("NY"), individualCents: cents(0), state: "NY" })).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ code: "rate-not-positive" })]),
    });
  });

  it("never costs less for one person more", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        fc.constantFrom<UsState>("NY", "VT"),
        fc.integer({ min: 0, max: 6 }),
        (individual, state, children) => {
          const people: Relationship[] = ["self", ...Array.from({ length: children }, (): Relationship => "child")];
          const before = totalOf(state, individual, people);
          expect(totalOf(state, individual, [...people, "child"])).toBeGreaterThanOrEqual(before);
          expect(totalOf(state, individual, [...people, "spouse"])).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Relationship } from "../../household/relationship";
import { calendarDate } from "../../calendar/calendar-date";
import { cents } from "../../money/cents";
import { householdMonthlyPremium, type HouseholdPremiumInput } from "../household-premium.rule";
import type { RateSheet } from "../rate-sheet";
import type { RatedMember } from "../rated-household";
import { communityTierSheet } from "../tiers/community-tiers.rule";
import { defaultCurveSheet, testSheetKey, testStartOn } from "../testing/default-curve-sheet";
import { anyHousehold } from "../../../platform/testing/any-household";
import { householdOf } from "../testing/worked-group";
import { explainHouseholdPremium, explainMemberPremium } from "./explain-household-premium";

const sheet = defaultCurveSheet({ baseCents: 30_000, tobaccoPercent: 150 });

function inputFor(members: readonly RatedMember[], rates: RateSheet = sheet): HouseholdPremiumInput {
  const profile = { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true };
  return { sheet: rates, startOn: testStartOn, members, profile, line: "medical" };
}

function explained(members: readonly RatedMember[], rates?: RateSheet) {
  const explanation = explainHouseholdPremium(inputFor(members, rates));
  if (!explanation.ok) throw new Error(explanation.problems.map((problem) => problem.code).join());
  return explanation.value;
}

function tierSheet(): RateSheet {
  const made = communityTierSheet({ key: testSheetKey, individualCents: cents(10_000), state: "NY" });
  if (!made.ok) throw new Error("New York has tiers");
  return made.value;
}

describe("why a household costs what it costs", () => {
  it("names each person's age and price, tobacco, and the child who is not charged", () => {
    const family = householdOf(
      "e",
      [45, "self"],
      [42, "spouse", true],
      [19, "child"],
      [16, "child"],
      [12, "child"],
      [8, "child"],
    );
    const explanation = explained(family);
    expect(explanation).toMatchObject({ code: "explain-household-premium", params: { totalCents: 179_895, count: 5 } });
    expect(explanation.steps?.map((step) => step.code)).toEqual([
      "explain-member-charged",
      "explain-member-charged-with-tobacco",
      "explain-member-charged",
      "explain-member-charged",
      "explain-member-charged",
      "explain-member-uncharged-child",
    ]);
    expect(explanation.steps?.[1]?.params).toEqual({
      memberId: "e-1",
      ageYears: 42,
      premiumCents: 59_625,
      tobaccoSurchargeCents: 19_875,
    });
    expect(explanation.citation).toBe("45 CFR 147.102(c)(1)");
  });

  it.each<[Relationship[], string]>([
    [["self"], "explain-tier-individual"],
    [["self", "spouse"], "explain-tier-couple"],
    [["self", "child"], "explain-tier-parent-and-one"],
    [["self", "child", "child"], "explain-tier-parent-and-two"],
    [["self", "child", "child", "child"], "explain-tier-parent-and-three-or-more"],
    [["self", "spouse", "child"], "explain-tier-couple-and-one"],
    [["self", "spouse", "child", "child"], "explain-tier-couple-and-two"],
    [["self", "spouse", "child", "child", "child"], "explain-tier-couple-and-three-or-more"],
  ])("names the make-up of %j where the price goes by it", (people, code) => {
    const members = householdOf("e", ...people.map((relationship) => [30, relationship] as const));
    const explanation = explained(members, tierSheet());
    expect(explanation.code).toBe(code);
    expect(explanation.steps).toHaveLength(people.length - 1);
  });

  it("can be asked for one person", () => {
    const input = inputFor(householdOf("e", [30, "self"], [5, "child"]));
    expect(explainMemberPremium({ ...input, memberId: "e-1" })).toMatchObject({
      ok: true,
      value: { code: "explain-member-charged", params: { ageYears: 5, premiumCents: 22_950 } },
    });
    expect(explainMemberPremium({ ...input, memberId: "x" })).toMatchObject({
      ok: false,
      problems: [{ code: "member-not-in-household" }],
    });
    const byTier = { ...input, sheet: tierSheet() };
    expect(explainMemberPremium({ ...byTier, memberId: "e-0" })).toMatchObject({
      value: { code: "explain-tier-parent-and-one", params: { totalCents: 17_000 } },
    });
    expect(explainMemberPremium({ ...byTier, memberId: "e-1" })).toMatchObject({
      value: { code: "explain-member-covered-by-tier" },
    });
  });

  it("says why there is no price", () => {
    const late = householdOf("e", [30, "self"]).map((member) => ({ ...member, bornOn: calendarDate("2025-02-01") }));
    expect(explainHouseholdPremium(inputFor(late))).toMatchObject({ problems: [{ code: "member-born-after-start" }] });
    expect(explainMemberPremium({ ...inputFor(late), memberId: "e-0" }).ok).toBe(false);
  });

  it("shows amounts that add up to the price, for any household", () => {
    fc.assert(
      fc.property(anyHousehold, (members) => {
        const premium = householdMonthlyPremium(inputFor(members));
        if (!premium.ok) throw new Error("the sheet has every age");
        const explanation = explained(members);
        const amounts = explanation.steps?.map((step) => Number(step.params["premiumCents"] ?? 0)) ?? [];
        expect(amounts.reduce((a, b) => a + b, 0)).toBe(premium.value.totalCents);
        expect(explanation.params["totalCents"]).toBe(premium.value.totalCents);
      }),
    );
  });
});

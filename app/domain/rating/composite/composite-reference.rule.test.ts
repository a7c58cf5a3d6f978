import { describe, expect, it } from "vitest";
import { cents } from "../../money/cents";
import { communityTierSheet } from "../tiers/community-tiers.rule";
import { defaultCurveSheet, testSheetKey } from "../testing/default-curve-sheet";
import { householdOf, pricedAt, workedGroup } from "../testing/worked-group";
import { averagedReference, referenceAverages } from "./composite-reference.rule";

const sheet = defaultCurveSheet({ baseCents: 30_000 });
const smokersSheet = defaultCurveSheet({ baseCents: 30_000, tobaccoPercent: 150 });
const averages = { adultCents: cents(46_140), childCents: cents(23_630) };

describe("the averages that a contribution rests on", () => {
  it("are 461.40 for an adult and 236.30 for a child in the worked group", () => {
    const households = workedGroup.map((members) => pricedAt(sheet, members));
    expect(referenceAverages(households)).toEqual({ ok: true, value: averages });
  });

  it("leave tobacco out on both sides", () => {
    const smoker = pricedAt(
      smokersSheet,
      householdOf("e", [45, "self"]).map((member) => ({ ...member, usesTobacco: true })),
    );
    expect(referenceAverages([smoker])).toEqual({ ok: true, value: { adultCents: 43_320, childCents: null } });
    expect(averagedReference({ averages, household: smoker })).toMatchObject({ value: { totalCents: 46_140 } });
  });

  it("count an adult of any age, a child, and nothing for a child who is not charged", () => {
    const household = pricedAt(
      sheet,
      householdOf("j", [63, "self"], [21, "child"], [9, "child"], [8, "child"], [7, "child"], [6, "child"]),
    );
    const counted = averagedReference({ averages, household });
    expect(counted.ok && counted.value.members.map((member) => member.premiumCents)).toEqual([
      46_140, 46_140, 23_630, 23_630, 23_630, 0,
    ]);
    expect(counted).toMatchObject({ value: { employeeOnlyCents: 46_140, totalCents: 2 * 46_140 + 3 * 23_630 } });
  });

  it("count somebody of an age that the group had nobody of at their own price", () => {
    const household = pricedAt(sheet, householdOf("e", [30, "self"], [9, "child"]));
    const counted = averagedReference({ averages: { ...averages, childCents: null }, household });
    expect(counted.ok && counted.value.members.map((member) => member.premiumCents)).toEqual([46_140, 22_950]);
  });

  it("need somebody in the group, and prices for each person", () => {
    expect(referenceAverages([])).toMatchObject({ problems: [{ code: "composite-without-households" }] });
    const tiers = communityTierSheet({ key: testSheetKey, individualCents: cents(10_000), state: "VT" });
    if (!tiers.ok) throw new Error("Vermont has tiers");
    const household = pricedAt(tiers.value, householdOf("e", [30, "self"]));
    const problems = [{ code: "composite-needs-prices-by-person" }];
    expect(referenceAverages([household])).toMatchObject({ problems });
    expect(averagedReference({ averages, household })).toMatchObject({ problems });
  });
});

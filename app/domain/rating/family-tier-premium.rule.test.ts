import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dependentRelationships, type Relationship } from "../household/relationship";
import { cents, sumCents } from "../money/cents";
import { familyTierOf } from "./family-tier-premium.rule";
import { householdMonthlyPremium } from "./household-premium.rule";
import { buildFamilyTierRateSheet, type FamilyTierCents } from "./rate-sheet";
import { personAged, testSheetKey, testStartOn } from "./testing/default-curve-sheet";

const tiers: FamilyTierCents = {
  individual: cents(3_001),
  couple: cents(6_002),
  primaryAndOne: cents(5_903),
  primaryAndTwo: cents(8_804),
  primaryAndThreeOrMore: cents(11_705),
  coupleAndOne: cents(8_906),
  coupleAndTwo: cents(11_807),
  coupleAndThreeOrMore: cents(14_708),
};

function price(people: readonly Relationship[], changes: Partial<FamilyTierCents> = {}) {
  const sheet = buildFamilyTierRateSheet(testSheetKey, { ...tiers, ...changes });
  if (!sheet.ok) throw new Error("the tiers are whole");
  const members = people.map((relationship, index) =>
    personAged(relationship === "child" ? 10 : 40, { memberId: `m${index}`, relationship, usesTobacco: true }),
  );
  return householdMonthlyPremium({
    sheet: sheet.value,
    startOn: testStartOn,
    members,
    profile: { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true },
    line: "dental",
  });
}

describe("a household priced by its make-up", () => {
  it.each([
    [["self"], 3_001],
    [["self", "spouse"], 6_002],
    [["self", "domestic-partner"], 6_002],
    [["self", "child"], 5_903],
    [["self", "child", "ward"], 8_804],
    [["self", "child", "child", "child"], 11_705],
    [["self", "child", "child", "child", "child"], 11_705],
    [["self", "spouse", "child"], 8_906],
    [["self", "spouse", "child", "child"], 11_807],
    [["self", "spouse", "child", "child", "child"], 14_708],
    [["self", "spouse", "child", "child", "child", "child"], 14_708],
  ] as const)("%j pays %i", (people, totalCents) => {
    expect(price(people)).toMatchObject({ ok: true, value: { method: "family-tier", totalCents } });
  });

  it("is charged to the subscriber alone, without regard to age or tobacco", () => {
    const outcome = price(["spouse", "self", "child"]);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        employeeOnlyCents: 3_001,
        members: [
          { premiumCents: 0, treatment: "covered-by-tier", rateAgeBand: null },
          { premiumCents: 8_906, treatment: "charged", tobaccoSurchargeCents: 0, rateAgeBand: null },
          { premiumCents: 0, treatment: "covered-by-tier" },
        ],
      },
    });
  });

  it("has no price when its make-up was not filed", () => {
    expect(price(["self", "spouse"], { couple: null })).toMatchObject({
      ok: false,
      problems: [{ code: "plan-not-quotable", params: { tier: "couple" } }],
    });
  });

  it.each([
    [["spouse", "child"], "household-needs-one-subscriber"],
    [["self", "self"], "household-needs-one-subscriber"],
    [["self", "spouse", "domestic-partner"], "household-has-two-spouses"],
  ] as const)("%j fits no tier: %s", (people, code) => {
    expect(price(people)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it("adds up to its members' amounts whoever belongs to it", () => {
    const children = dependentRelationships.filter((r) => r !== "spouse" && r !== "domestic-partner");
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.constantFrom(...children), { maxLength: 6 }), (married, dependents) => {
        const outcome = price(["self", ...(married ? (["spouse"] as const) : []), ...dependents]);
        if (!outcome.ok) throw new Error("every make-up has a price");
        expect(sumCents(outcome.value.members.map((m) => m.premiumCents))).toBe(outcome.value.totalCents);
        expect(outcome.value.totalCents).toBe(
          tiers[familyTierOf({ hasSpouse: married, dependents: dependents.length })],
        );
      }),
    );
  });
});

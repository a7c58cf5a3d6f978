import { describe, expect, it } from "vitest";
import { cents } from "../../money/cents";
import { planKey } from "../../plan-catalog/plan";
import { defaultCurveSheet, testSheetKey, testStartOn } from "../../rating/testing/default-curve-sheet";
import { workedGroup } from "../../rating/testing/worked-group";
import { communityTierSheet } from "../../rating/tiers/community-tiers.rule";
import type { RateSheet } from "../../rating/rate-sheet";
import type { RosterHousehold } from "../roster-quote";
import { explainGroupPremium, explainRosterHousehold, type PlanPricing } from "./explain-roster-quote";

const profile = { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true };
const employment = "full-time";
const households = workedGroup.map((members, at) => ({
  ...{ employeeId: members[0]?.memberId ?? `e-${at}`, employment, members },
})) satisfies readonly RosterHousehold[];
const planId = planKey("12345TN0010001");

function pricing(sheet: RateSheet | null): PlanPricing {
  const plan = { planId, childCap: { twoParent: null, singleParent: null }, sheet };
  return { plan, households, line: "medical", startOn: testStartOn, profile };
}

const byAge = defaultCurveSheet({ baseCents: 30_000 });

describe("why a group costs in a plan what it costs", () => {
  it("is the prices filed for the area, then each household with its people", () => {
    const explanation = explainGroupPremium(pricing(byAge));
    if (!explanation.ok) throw new Error("the group has a price");
    // The list bill of the worked group: $3,015.90.
    expect(explanation.value.params).toEqual({ totalCents: 301_590, count: households.length });
    const [filed, ...steps] = explanation.value.steps ?? [];
    expect(filed).toMatchObject({ code: "explain-premium-filed", params: { ratingArea: byAge.ratingArea } });
    expect(steps.map((step) => step.params["memberId"])).toEqual(households.map(({ employeeId }) => employeeId));
    expect(steps.map((step) => step.steps?.length)).toEqual(households.map(({ members }) => members.length));
    expect(steps.reduce((sum, step) => sum + Number(step.params["totalCents"]), 0)).toBe(301_590);
  });

  it("keeps the words of a price by household", () => {
    const sheet = communityTierSheet({ key: testSheetKey, individualCents: cents(10_000), state: "VT" });
    if (!sheet.ok) throw new Error("Vermont has tiers");
    const explanation = explainGroupPremium(pricing(sheet.value));
    const codes = explanation.ok ? explanation.value.steps?.map((step) => step.code) : [];
    expect(codes?.slice(1).every((code) => code.startsWith("explain-tier-"))).toBe(true);
  });

  it("says of one household what the group's line says", () => {
    const group = explainGroupPremium(pricing(byAge));
    const totals = households.map((household) => {
      const own = explainRosterHousehold(pricing(byAge), household);
      return own.ok && own.value.params["totalCents"];
    });
    expect(group.ok && group.value.steps?.slice(1).map((step) => step.params["totalCents"])).toEqual(totals);
  });

  it("is refused without prices", () => {
    expect(explainGroupPremium(pricing(null)).ok).toBe(false);
    const [first] = households;
    expect(first && explainRosterHousehold(pricing(null), first)).toMatchObject({
      problems: [{ code: "no-rates-loaded" }],
    });
  });
});

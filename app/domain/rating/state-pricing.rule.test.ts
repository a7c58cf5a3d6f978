import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { planKey } from "../plan-catalog/plan";
import { householdMonthlyPremium } from "./household-premium.rule";
import { statePricingRuling } from "./state-pricing.rule";
import { defaultCurveSheet, personAged, testStartOn } from "./testing/default-curve-sheet";

describe("a plan's price under the rules of its state", () => {
  it.each([
    ["WI", "per-age", "medical", []],
    ["NJ", "per-age", "medical", ["state-rates-not-loaded"]],
    ["NJ", "family-tier", "medical", ["state-rates-not-loaded"]],
    ["NJ", "per-age", "dental", ["state-rates-not-loaded"]],
    ["NY", "per-age", "medical", ["state-rates-not-by-age"]],
    ["VT", "per-age", "medical", ["state-rates-not-by-age"]],
    ["NY", "family-tier", "medical", []],
    ["NY", "per-age", "dental", []],
    ["PR", "per-age", "medical", []],
  ] as const)("in %s from a %s table for %s coverage meets %j", (state, kind, line, codes) => {
    const sheet = { kind, planId: planKey(`12345${state}0010001`) };
    const ruling = statePricingRuling({ sheet, line, startOn: calendarDate("2025-01-01") });
    expect(ruling.allowed ? [] : ruling.problems.map((problem) => problem.code)).toEqual(codes);
  });

  it("is refused with a reason and never zero", () => {
    const sheet = { ...defaultCurveSheet({ baseCents: 30_000 }), planId: planKey("12345NJ0010001") };
    const priced = householdMonthlyPremium({
      sheet,
      startOn: testStartOn,
      members: [personAged(30, { memberId: "m", relationship: "self" })],
      profile: { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true },
      line: "medical",
    });
    expect(priced).toMatchObject({
      ok: false,
      problems: [{ code: "state-rates-not-loaded", params: { state: "NJ" } }],
    });
  });
});

import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { cents } from "../../money/cents";
import type { HouseholdLimit } from "../plan";
import type { CareCost } from "../shelf-plan";
import { explainYearlyCost } from "./explain-yearly-cost";
import { careCents, planYearCost, serviceCosts, yearPremiumCents, yearTotalCents } from "./plan-year-cost";

const startOn = calendarDate("2027-01-01");
const limit: HouseholdLimit = {
  ...{ individual: cents(100_000), familyPerPerson: cents(100_000), familyPerGroup: cents(200_000) },
};
const copay = (text: string): CareCost => ({ covered: true, copay: text, coinsurance: "Not Applicable" });
const careCosts = {
  "Primary Care Visit to Treat an Injury or Illness": copay("$30"),
  "Specialist Visit": copay("$60"),
  "Laboratory Outpatient and Professional Services": copay("$10"),
  "Generic Drugs": copay("$5"),
  "Preferred Brand Drugs": copay("$40"),
  "Urgent Care Centers or Facilities": copay("$50"),
  "Emergency Room Services": copay("$350 Copay after deductible"),
  "Imaging (CT/PET Scans, MRIs)": copay("$200"),
  "Inpatient Hospital Services (e.g., Hospital Stay)": copay("$500 Copay per Stay"),
};
const plan = {
  line: "medical",
  careCosts,
  deductible: { main: limit, drug: "included" },
  outOfPocketMaximum: { main: limit, drug: "included" },
} as const;
const premium = { monthlyCents: cents(10_000), isShare: true };

describe("a plan's year", () => {
  it("is twelve months' premium and the care of the level of use", () => {
    const year = planYearCost(plan, { startOn, headCount: 1, premium });
    // Low: 30 + 10 + 2 fills of 5. Medium: 3 x 30 + 2 x 60 + 3 x 10 + 8 x 5 + 2 x 40 + 50.
    expect(careCents(year)).toMatchObject({ low: 5_000, medium: 41_000 });
    expect(yearPremiumCents(year)).toBe(120_000);
    expect(yearTotalCents(year, "medium")).toBe(161_000);
    expect(yearTotalCents(planYearCost(plan, { startOn, headCount: 3, premium }), "low")).toBe(135_000);
  });

  it("has no total without a premium, and none outside the years of the table", () => {
    expect(yearTotalCents(planYearCost(plan, { startOn, headCount: 1, premium: null }), "low")).toBeNull();
    const early = planYearCost(plan, { startOn: calendarDate("2016-01-01"), headCount: 1, premium });
    expect([early.care, yearTotalCents(early, "low")]).toEqual([null, null]);
    expect(explainYearlyCost(early, "low")).toEqual({ code: "plan-cost-no-table", params: {} });
  });

  it("is not estimated for dental", () => {
    expect(planYearCost({ ...plan, line: "dental" }, { startOn, headCount: 1, premium }).care).toBeNull();
  });

  it("finds each service by the beginning of its filed name", () => {
    expect(serviceCosts({ "Generic Drugs": copay("$5"), "Non-Preferred Brand Drugs": copay("$90") })).toEqual({
      "generic-drug": copay("$5"),
    });
  });
});

describe("how a year came about", () => {
  it("names each service, the deductible, the premium and the law of the limits", () => {
    const explained = explainYearlyCost(planYearCost(plan, { startOn, headCount: 1, premium }), "low");
    expect(explained).toMatchObject({ code: "plan-cost-care-low", params: { count: 1, paidCents: 5_000 } });
    expect(explained.citation).toBe("45 CFR 156.130");
    expect(explained.steps?.map(({ code }) => code)).toEqual([
      ...["plan-cost-service-primary-care", "plan-cost-service-laboratory", "plan-cost-service-generic-drug"],
      ...["plan-cost-deductible", "plan-cost-premium-share"],
    ]);
    expect(explained.steps?.at(-1)?.params).toEqual({
      ...{ monthlyCents: 10_000, premiumYearCents: 120_000, totalCents: 125_000 },
    });
  });

  it("says when the maximum is reached", () => {
    const explained = explainYearlyCost(planYearCost(plan, { startOn, headCount: 1, premium: null }), "high");
    expect(explained.params["paidCents"]).toBe(100_000);
    expect(explained.steps?.map(({ code }) => code)).toContain("plan-cost-maximum");
  });

  it("names what is missing", () => {
    const { "Generic Drugs": _generic, ...rest } = careCosts;
    const explained = explainYearlyCost(
      planYearCost({ ...plan, careCosts: rest }, { startOn, headCount: 1, premium }),
      "low",
    );
    expect(explained).toEqual({
      ...{ code: "plan-cost-cannot", params: {} },
      steps: [{ code: "plan-cost-missing-generic-drug", params: {} }],
    });
  });
});

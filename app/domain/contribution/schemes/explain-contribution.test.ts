import { describe, expect, it } from "vitest";
import { basisPoints, cents } from "../../money/cents";
import { communityTierSheet } from "../../rating/tiers/community-tiers.rule";
import { defaultCurveSheet, testSheetKey } from "../../rating/testing/default-curve-sheet";
import { householdOf, pricedAt } from "../../rating/testing/worked-group";
import { sharesOf } from "./contribution-bucket";
import type { ContributionScheme, TierCents } from "./contribution-scheme";
import { explainHouseholdContribution } from "./explain-contribution";

const base = (dollars: number) => defaultCurveSheet({ baseCents: dollars * 100 });
const percentages = { employeeBasisPoints: basisPoints(5_000), dependentsBasisPoints: basisPoints(2_500) };
const shares = { "full-time": sharesOf(percentages), "part-time": sharesOf(percentages) };
const one = householdOf("e", [30, "self"]);
const everyTier = (amount: number): TierCents => ({
  "employee-only": cents(amount),
  "employee-and-spouse": cents(amount),
  "employee-and-children": cents(amount),
  family: cents(amount),
});
const alike = (amount: number) => ({ "full-time": everyTier(amount), "part-time": everyTier(amount) });
const fullTime = { employment: "full-time", continuesCoverage: false } as const;
const ofReference: ContributionScheme = { method: "reference-plan-percent", shares };

describe("why the employer pays what it pays", () => {
  it("names the share, the reference premium and the chosen premium of each person", () => {
    const explanation = explainHouseholdContribution({
      ...fullTime,
      scheme: ofReference,
      chosen: pricedAt(base(250), one),
      reference: pricedAt(base(300), one),
    });
    expect(explanation).toEqual({
      code: "explain-household-contribution",
      params: { premiumCents: 28_375, employerShareCents: 17_025, employeeShareCents: 11_350 },
      citation: "45 CFR 155.705(b)(11)(ii)",
      steps: [
        { code: "explain-contribution-of-reference-plan", params: {} },
        {
          code: "explain-contribution-member",
          params: {
            memberId: "e-0",
            shareBasisPoints: 5_000,
            referenceCents: 34_050,
            promisedCents: 17_025,
            premiumCents: 28_375,
            paidCents: 17_025,
          },
        },
      ],
    });
  });

  it.each([
    [150, "explain-contribution-member"],
    [149, "explain-contribution-member-whole"],
  ])("says in a plan with base price %i.00 by %s when the promise is more than the premium", (dollars, code) => {
    const prices = { chosen: pricedAt(base(dollars), one), reference: pricedAt(base(300), one) };
    const explanation = explainHouseholdContribution({ ...fullTime, scheme: ofReference, ...prices });
    expect(explanation.steps?.[1]?.code).toBe(code);
  });

  it("names a child who costs nothing", () => {
    const five = householdOf("e", [40, "self"], [9, "child"], [8, "child"], [7, "child"], [6, "child"]);
    const scheme: ContributionScheme = { method: "chosen-plan-percent", shares };
    const explanation = explainHouseholdContribution({ scheme, ...fullTime, chosen: pricedAt(base(300), five) });
    expect(explanation.steps?.[5]).toEqual({ code: "explain-contribution-uncharged", params: { memberId: "e-4" } });
  });

  it("names the two parts where a plan has no price per person", () => {
    const sheet = communityTierSheet({ key: testSheetKey, individualCents: cents(10_000), state: "VT" });
    if (!sheet.ok) throw new Error("Vermont has tiers");
    const chosen = pricedAt(sheet.value, householdOf("e", [30, "self"], [30, "spouse"]));
    const scheme: ContributionScheme = { method: "chosen-plan-percent", shares };
    const { steps } = explainHouseholdContribution({ scheme, ...fullTime, chosen });
    expect(steps?.map((step) => [step.code, step.params["paidCents"]])).toEqual([
      ["explain-contribution-of-chosen-plan", undefined],
      ["explain-contribution-employee-part", 5_000],
      ["explain-contribution-dependents-part", 2_500],
    ]);
  });

  it.each([
    [34_050, "explain-contribution-dollars"],
    [34_051, "explain-contribution-dollars-whole"],
  ])("says of %i cents by %s whether they are more than the premium", (amount, code) => {
    const scheme: ContributionScheme = { method: "fixed-dollars", amounts: alike(amount) };
    const { steps } = explainHouseholdContribution({ scheme, ...fullTime, chosen: pricedAt(base(300), one) });
    expect(steps?.map((step) => step.code)).toEqual([code]);
  });

  it.each([
    [17_025, ["explain-contribution-of-chosen-plan", "explain-contribution-member"]],
    [17_024, ["explain-contribution-of-chosen-plan", "explain-contribution-member", "explain-contribution-limit"]],
  ])("names a limit of %i cents only where it binds", (limit, codes) => {
    const scheme: ContributionScheme = { method: "capped-percent", shares, limits: alike(limit) };
    const { steps } = explainHouseholdContribution({ scheme, ...fullTime, chosen: pricedAt(base(300), one) });
    expect(steps?.map((step) => step.code)).toEqual(codes);
  });

  it("says that somebody who left pays everything", () => {
    const scheme: ContributionScheme = { method: "chosen-plan-percent", shares };
    const left = { employment: "full-time", continuesCoverage: true } as const;
    const explanation = explainHouseholdContribution({ scheme, ...left, chosen: pricedAt(base(300), one) });
    expect(explanation).toMatchObject({ params: { employerShareCents: 0, employeeShareCents: 34_050 } });
    expect(explanation.steps?.map((step) => step.code)).toEqual(["explain-contribution-continuation"]);
    expect(explanation.citation).toBe("26 U.S.C. 4980B(f)(2)(C)");
  });
});

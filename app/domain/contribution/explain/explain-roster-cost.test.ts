import { describe, expect, it } from "vitest";
import { basisPoints } from "../../money/cents";
import { planKey } from "../../plan-catalog/plan";
import { defaultCurveSheet, testStartOn } from "../../rating/testing/default-curve-sheet";
import { workedGroup } from "../../rating/testing/worked-group";
import { priceRosterAgainstPlans } from "../roster-quote";
import { sharesOf } from "../schemes/contribution-bucket";
import { alike } from "../schemes/contribution-scheme";
import {
  explainEmployeeCost,
  explainGroupCost,
  explainOfferCost,
  groupCostOf,
  type OfferPricing,
} from "./explain-roster-cost";

const planOf = (text: string, dollars: number) => ({
  planId: planKey(text),
  childCap: { twoParent: null, singleParent: null },
  sheet: defaultCurveSheet({ baseCents: dollars * 100 }),
});
const reference = planOf("12345TN0010001", 300);
const cheaper = planOf("12345TN0010002", 149);
const shares = { employeeBasisPoints: basisPoints(5_000), dependentsBasisPoints: basisPoints(3_333) };
const pricing = (plan = reference): OfferPricing => ({
  ...{ plan, reference, line: "medical", startOn: testStartOn },
  households: workedGroup.map((members, at) => ({
    ...{ employeeId: members[0]?.memberId ?? `e-${at}`, employment: "full-time" as const, members },
  })),
  profile: { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true },
  terms: {
    referencePlanId: reference.planId,
    scheme: { method: "reference-plan-percent", shares: alike(sharesOf(shares)) },
    averages: "of-these-households",
  },
});

describe("why an offer costs what it costs", () => {
  it.each([reference, cheaper])("ends at the cost that the screen shows, for plan $planId", (plan) => {
    const input = pricing(plan);
    const [, quote] = priceRosterAgainstPlans({ ...input, plans: [reference, plan] });
    const explanation = explainGroupCost(input);
    if (!explanation.ok) throw new Error("the offer has a cost");
    const { premiumCents, employerShareCents, employeesShareCents } = quote?.cost ?? {};
    expect(explanation.value.params).toMatchObject({ premiumCents, employerShareCents, employeesShareCents });
    expect(groupCostOf(input)).toEqual(quote?.cost);
    const paid = explanation.value.steps?.map((step) => Number(step.params["employerShareCents"])) ?? [];
    expect(paid.reduce((sum, amount) => sum + amount, 0)).toBe(employerShareCents);
  });

  it("says once for the group what percentages are taken of", () => {
    const explanation = explainGroupCost(pricing());
    const all = explanation.ok ? (explanation.value.steps ?? []).flatMap((step) => step.steps ?? []) : [];
    const basis = all.filter((step) => step.code === "explain-contribution-of-reference-plan");
    expect(basis.map((step) => step.params)).toEqual([{ planId: reference.planId }]);
  });

  it("adds the lines of coverage up", () => {
    const cost = groupCostOf(pricing());
    const explanation = explainGroupCost(pricing());
    if (!cost || !explanation.ok) throw new Error("the offer has a cost");
    const line = { cost, explanation: explanation.value };
    expect(explainOfferCost([line, line]).params["employerShareCents"]).toBe(2 * cost.employerShareCents);
  });

  it("goes for one employee from the premium over who pays it to the paycheck", () => {
    const input = pricing(cheaper);
    const employeeId = input.households[1]?.employeeId ?? "";
    const explanation = explainEmployeeCost(input, { employeeId, frequency: "weekly" });
    if (!explanation.ok) throw new Error("the employee has a price");
    expect(explanation.value.steps?.map((step) => step.code)).toEqual([
      "explain-household-premium",
      "explain-household-contribution",
      "explain-paycheck",
    ]);
    const { employeeShareCents, paycheckCents } = explanation.value.params;
    expect(paycheckCents).toBe(Math.round((Number(employeeShareCents) * 12) / 52));
    expect(explainEmployeeCost(input, { employeeId: "nobody", frequency: "weekly" }).ok).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyGroup } from "../../../platform/testing/any-household";
import { basisPoints, cents } from "../../money/cents";
import { defaultCurveSheet, testSheetKey, testStartOn } from "../../rating/testing/default-curve-sheet";
import { householdOf, pricedAt } from "../../rating/testing/worked-group";
import { groupMonthlyCost } from "../group-cost";
import { sharesOf } from "../schemes/contribution-bucket";
import { householdContribution } from "../schemes/household-contribution.rule";
import { percentagesForBudget, type BudgetQuestion } from "./budget-percentages.rule";

const minimum = {
  employeeBasisPoints: basisPoints(5_000),
  dependentsBasisPoints: basisPoints(0),
  waivedStartMonths: [],
};

// Of 21 years each: 300.00 for everybody in it.
const couple = [{ employeeId: "e1", members: householdOf("e1", [21, "self"], [21, "spouse"]) }];

function question(budgetCents: number, change: Partial<BudgetQuestion> = {}): BudgetQuestion {
  return {
    households: couple,
    referencePlan: {
      planId: testSheetKey.planId,
      childCap: { twoParent: null, singleParent: null },
      sheet: defaultCurveSheet({ baseCents: 30_000 }),
    },
    minimum,
    offersDependents: true,
    line: "medical",
    startOn: testStartOn,
    profile: { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true },
    budgetMonthlyCents: cents(budgetCents),
    ...change,
  };
}

describe("what a monthly budget buys in one plan", () => {
  it.each([
    [15_000, 5_000, 0, 15_000],
    [16_499, 5_000, 0, 15_000],
    [16_500, 5_500, 0, 16_500],
    [30_000, 10_000, 0, 30_000],
    [31_499, 10_000, 0, 30_000],
    [31_500, 10_000, 500, 31_500],
    [60_000, 10_000, 10_000, 60_000],
    [99_999, 10_000, 10_000, 60_000],
  ])("of %i cents: %i and %i basis points at %i cents", (budget, employee, dependents, costs) => {
    expect(percentagesForBudget(question(budget))).toMatchObject({
      value: {
        percentages: { employeeBasisPoints: employee, dependentsBasisPoints: dependents },
        employerMonthlyCents: costs,
        employeesMonthlyCents: 60_000 - costs,
      },
    });
  });

  it("is nothing when even the minimum costs more, and the smallest cost is told", () => {
    expect(percentagesForBudget(question(14_999))).toMatchObject({
      problems: [{ code: "budget-below-minimum", params: { budgetCents: 14_999, smallestCents: 15_000 } }],
    });
  });

  it("leaves the dependents' percentage at its smallest until the employees' is whole", () => {
    const familyMinimum = { ...minimum, dependentsBasisPoints: basisPoints(3_300) };
    expect(percentagesForBudget(question(40_499, { minimum: familyMinimum }))).toMatchObject({
      value: { percentages: { employeeBasisPoints: 9_500, dependentsBasisPoints: 3_500 } },
    });
  });

  it("is not told for nobody or in a plan without prices", () => {
    expect(percentagesForBudget(question(50_000, { households: [] }))).toMatchObject({
      problems: [{ code: "frontier-without-people" }],
    });
    const referencePlan = { ...question(0).referencePlan, sheet: null };
    expect(percentagesForBudget(question(50_000, { referencePlan }))).toMatchObject({
      problems: [{ code: "plan-not-quotable" }],
    });
  });

  it("costs what the contribution rule says and never more than the budget, whatever the group", () => {
    fc.assert(
      fc.property(anyGroup, fc.integer({ min: 1, max: 2_000_000 }), (group, budget) => {
        const households = group.map((members, at) => ({ employeeId: `e${at}`, members }));
        const asked = question(budget, { households });
        const found = percentagesForBudget(asked);
        if (!found.ok) return;
        const { percentages, employerMonthlyCents, employeesMonthlyCents } = found.value;
        const shares = sharesOf(percentages);
        const scheme = { method: "chosen-plan-percent", shares: { "full-time": shares, "part-time": shares } } as const;
        const cost = groupMonthlyCost(
          group.map((members) => {
            const chosen = pricedAt(asked.referencePlan.sheet!, members);
            return householdContribution({ scheme, employment: "full-time", continuesCoverage: false, chosen });
          }),
        );
        expect(employerMonthlyCents).toBeLessThanOrEqual(budget);
        expect(employerMonthlyCents).toBe(cost.employerShareCents);
        expect(employeesMonthlyCents).toBe(cost.employeesShareCents);
      }),
    );
  });
});

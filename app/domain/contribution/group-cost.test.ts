import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "../money/cents";
import type { HouseholdContribution } from "./contribution-model";
import { groupMonthlyCost } from "./group-cost";

function household(employer: number, employee: number, members: number): HouseholdContribution {
  return {
    premiumCents: cents(employer + employee),
    employerShareCents: cents(employer),
    employeeShareCents: cents(employee),
    members: Array.from({ length: members }, (_, index) => ({
      memberId: `m${index}`,
      premiumCents: cents(index === 0 ? employer + employee : 0),
      employerShareCents: cents(index === 0 ? employer : 0),
      employeeShareCents: cents(index === 0 ? employee : 0),
    })),
  };
}

describe("monthly cost of a group", () => {
  it("is the sum of its households", () => {
    expect(groupMonthlyCost([household(17_025, 11_350, 1), household(50_837, 109_183, 6)])).toEqual({
      premiumCents: 188_395,
      employerShareCents: 67_862,
      employeesShareCents: 120_533,
      householdCount: 2,
      memberCount: 7,
    });
  });

  it("is nothing while nobody has joined", () => {
    expect(groupMonthlyCost([])).toMatchObject({ premiumCents: 0, householdCount: 0, memberCount: 0 });
  });

  it("is borne by employer and employees together", () => {
    const amount = fc.integer({ min: 0, max: 500_000 });
    const anyHousehold = fc.tuple(amount, amount, fc.integer({ min: 1, max: 8 })).map((parts) => household(...parts));
    fc.assert(
      fc.property(fc.array(anyHousehold, { maxLength: 60 }), (households) => {
        const cost = groupMonthlyCost(households);
        expect(cost.employerShareCents + cost.employeesShareCents).toBe(cost.premiumCents);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import type { ContributionMinimum } from "../../exchange-profile/exchange-profile";
import { basisPoints, cents } from "../../money/cents";
import { defaultCurveSheet } from "../../rating/testing/default-curve-sheet";
import { householdOf, pricedAt } from "../../rating/testing/worked-group";
import type { TierCents } from "../schemes/contribution-scheme";
import { householdContribution } from "../schemes/household-contribution.rule";
import { amountMinimumRuling, type HouseholdAmount } from "./amount-minimum.rule";

const sheet = defaultCurveSheet({ baseCents: 30_000 });
const minimum: ContributionMinimum = {
  employeeBasisPoints: basisPoints(5_000),
  dependentsBasisPoints: basisPoints(3_300),
  waivedStartMonths: [1],
};
const dollars = (amount: number): TierCents => ({
  "employee-only": cents(amount),
  "employee-and-spouse": cents(amount),
  "employee-and-children": cents(amount),
  family: cents(amount),
});

function household(amount: number, ...people: Parameters<typeof householdOf> extends [string, ...infer P] ? P : never) {
  const premium = pricedAt(sheet, householdOf("e", ...people));
  const scheme = {
    method: "fixed-dollars",
    amounts: { "full-time": dollars(amount), "part-time": dollars(amount) },
  } as const;
  const contribution = householdContribution({
    scheme,
    employment: "full-time",
    continuesCoverage: false,
    chosen: premium,
  });
  return { premium, contribution } satisfies HouseholdAmount;
}

function problemsOf(households: readonly HouseholdAmount[], startOn = "2025-03-01", offersDependents = true) {
  const ruling = amountMinimumRuling({ households, offersDependents, minimum, startOn: calendarDate(startOn) });
  return ruling.allowed ? [] : ruling.problems.map((problem) => problem.params);
}

describe("dollars held against a minimum share", () => {
  it.each([
    [17_025, []],
    [17_024, [{ covered: "employee", count: 1, minimumBasisPoints: 5_000, mostMissingCents: 1 }]],
    [0, [{ covered: "employee", count: 1, minimumBasisPoints: 5_000, mostMissingCents: 17_025 }]],
  ])("%i cents towards a premium of 340.50 meet %j", (amount, problems) => {
    expect(problemsOf([household(amount, [30, "self"])])).toEqual(problems);
  });

  it.each([
    [17_025 + 11_237, []],
    [17_025 + 11_236, [{ covered: "dependents", count: 1, minimumBasisPoints: 3_300, mostMissingCents: 1 }]],
  ])("%i cents towards a couple of 30 meet %j", (amount, problems) => {
    expect(problemsOf([household(amount, [30, "self"], [30, "spouse"])])).toEqual(problems);
  });

  it("name how many households fall short, and the worst of them", () => {
    const households = [
      household(17_025, [30, "self"]),
      household(17_025, [60, "self"]),
      household(17_025, [40, "self"]),
    ];
    expect(problemsOf(households)).toEqual([
      { covered: "employee", count: 2, minimumBasisPoints: 5_000, mostMissingCents: 23_685 },
    ]);
  });

  it("are not held against it in a month that is free of it, nor for dependents who are not offered coverage", () => {
    const inWindow = { households: [household(0, [30, "self"])], offersDependents: true, minimum };
    const ruling = amountMinimumRuling({ ...inWindow, startOn: calendarDate("2025-03-01"), inAnnualWindow: true });
    expect(ruling.allowed).toBe(true);
    expect(problemsOf([household(0, [30, "self"])], "2025-01-01")).toEqual([]);
    expect(problemsOf([household(17_025, [30, "self"], [30, "spouse"])], "2025-03-01", false)).toEqual([]);
  });
});

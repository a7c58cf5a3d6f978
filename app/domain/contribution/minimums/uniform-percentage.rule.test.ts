import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EmploymentType } from "../../household/employment";
import { basisPoints, cents, shareOfCents } from "../../money/cents";
import { sharesOf } from "../schemes/contribution-bucket";
import type { ContributionScheme, TierCents } from "../schemes/contribution-scheme";
import { uniformPercentage, type UniformPerson } from "./uniform-percentage.rule";

const shares = (fullTime: number, partTime: number) => {
  const of = (employee: number) =>
    sharesOf({ employeeBasisPoints: basisPoints(employee), dependentsBasisPoints: basisPoints(0) });
  return { "full-time": of(fullTime), "part-time": of(partTime) };
};
const everyTier = (amount: number): TierCents => ({
  "employee-only": cents(amount),
  "employee-and-spouse": cents(amount),
  "employee-and-children": cents(amount),
  family: cents(amount),
});
const dollars = (amount: number): ContributionScheme => ({
  method: "fixed-dollars",
  amounts: { "full-time": everyTier(amount), "part-time": everyTier(amount) },
});
const person = (premium: number, employer: number, employment: EmploymentType = "full-time"): UniformPerson => ({
  employment,
  employeeOnlyCents: cents(premium),
  employerShareCents: cents(employer),
});

describe("the same percentage for everybody", () => {
  it.each([
    [5_000, 5_000, true, null],
    [4_999, 4_999, true, "uniform-percentage-below-half"],
    [5_000, 5_001, true, "uniform-percentage-differs"],
    [10_000, 10_000, true, null],
    [5_000, 0, false, null],
    [0, 5_000, false, "uniform-percentage-below-half"],
  ])("of %i and %i basis points, part-time people enrolled: %s, meets %s", (full, part, partTimeEnrolled, code) => {
    const people = [person(34_050, 17_025), ...(partTimeEnrolled ? [person(40_000, 20_000, "part-time")] : [])];
    for (const method of ["reference-plan-percent", "composite-reference-percent", "chosen-plan-percent"] as const) {
      const test = uniformPercentage({ scheme: { method, shares: shares(full, part) }, people });
      expect(test.ok ? null : test.problems[0]?.code).toBe(code);
    }
  });

  it("is half of the reference plan's premium also for somebody who picks a dearer plan", () => {
    const scheme = { method: "reference-plan-percent", shares: shares(5_000, 5_000) } as const;
    expect(uniformPercentage({ scheme, people: [person(40_860, 17_025)] })).toEqual({
      ok: true,
      value: { route: "same-percentage", shareBasisPoints: 5_000 },
    });
  });

  it("cannot be told while nobody has enrolled", () => {
    expect(uniformPercentage({ scheme: dollars(1), people: [] })).toMatchObject({
      problems: [{ code: "uniform-percentage-nobody-enrolled" }],
    });
  });
});

describe("the same dollars for everybody", () => {
  it.each([
    // The average of 340.50 and 814.20 is 577.35, half of it 288.675.
    [28_868, [28_868, 28_868], null],
    [28_867, [28_867, 28_867], "uniform-dollars-below-half"],
    [40_000, [34_050, 40_000], null],
    [40_000, [34_049, 40_000], "uniform-dollars-differ"],
    [28_868, [28_868, 28_869], "uniform-dollars-differ"],
  ])("%i cents that reach people as %j meet %s", (amount, [first, second], code) => {
    const test = uniformPercentage({
      scheme: dollars(amount),
      people: [person(34_050, first!), person(81_420, second!)],
    });
    expect(test.ok ? null : test.problems[0]?.code).toBe(code);
  });

  it("are held against the average of the employees' premiums", () => {
    const people = [person(34_050, 30_000), person(81_420, 30_000)];
    expect(uniformPercentage({ scheme: dollars(30_000), people })).toEqual({
      ok: true,
      value: { route: "same-dollars", dollarsCents: 30_000, averageCents: 57_735 },
    });
  });

  it.each([
    ["never binds", 100_000, [25_538, 61_065], { route: "same-percentage", shareBasisPoints: 7_500 }],
    ["binds for everybody", 20_000, [20_000, 20_000], null],
    ["binds for one", 40_000, [25_538, 40_000], null],
  ])("are what counts when the limit on a percentage %s", (_, limit, [first, second], expected) => {
    const scheme: ContributionScheme = {
      method: "capped-percent",
      shares: shares(7_500, 7_500),
      limits: { "full-time": everyTier(limit), "part-time": everyTier(limit) },
    };
    const test = uniformPercentage({ scheme, people: [person(34_050, first!), person(81_420, second!)] });
    expect(test.ok ? test.value : null).toEqual(expected);
  });
});

describe("any group", () => {
  it("that is paid half of each premium and no less meets the test", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 10_000 }),
        (premiums, share) => {
          const scheme = { method: "chosen-plan-percent", shares: shares(share, share) } as const;
          const people = premiums.map((premium) => person(premium, shareOfCents(cents(premium), basisPoints(share))));
          expect(uniformPercentage({ scheme, people }).ok).toBe(share >= 5_000);
        },
      ),
    );
  });
});

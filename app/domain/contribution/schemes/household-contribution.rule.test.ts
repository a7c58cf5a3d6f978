import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { employmentTypes, type EmploymentType } from "../../household/employment";
import { basisPoints, cents, sumCents } from "../../money/cents";
import { compositeAverages, compositeHouseholdPremium } from "../../rating/composite/composite-averages.rule";
import type { RateSheet } from "../../rating/rate-sheet";
import type { HouseholdPremium, RatedMember } from "../../rating/rated-household";
import { communityTierSheet } from "../../rating/tiers/community-tiers.rule";
import { defaultCurveSheet, testSheetKey } from "../../rating/testing/default-curve-sheet";
import { anyHousehold } from "../../../platform/testing/any-household";
import { householdOf, pricedAt, workedGroup } from "../../rating/testing/worked-group";
import { contributionBuckets, sharesOf, type BucketShares } from "./contribution-bucket";
import { contributionSchemeMethods, type ContributionScheme, type TierCents } from "./contribution-scheme";
import { householdContribution, type HouseholdContributionInput } from "./household-contribution.rule";

const base = (dollars: number) => defaultCurveSheet({ baseCents: dollars * 100 });
const shares = (employee: number, dependents: number): BucketShares =>
  sharesOf({ employeeBasisPoints: basisPoints(employee), dependentsBasisPoints: basisPoints(dependents) });
const alike = <T>(value: T) => ({ "full-time": value, "part-time": value });
const tiers = (alone: number, couple: number, parent: number, family: number): TierCents => ({
  "employee-only": cents(alone),
  "employee-and-spouse": cents(couple),
  "employee-and-children": cents(parent),
  family: cents(family),
});

function paid(
  scheme: ContributionScheme,
  prices: Pick<HouseholdContributionInput, "chosen" | "reference">,
  who: { employment?: EmploymentType; continuesCoverage?: boolean } = {},
) {
  const { employment = "full-time", continuesCoverage = false } = who;
  return householdContribution({ scheme, employment, continuesCoverage, ...prices });
}

const one = householdOf("e", [30, "self"]);
const family = householdOf(
  "e",
  [45, "self"],
  [42, "spouse"],
  [19, "child"],
  [16, "child"],
  [12, "child"],
  [8, "child"],
);

describe("half of the premium of an employee of 30", () => {
  const half = alike(shares(5_000, 0));
  it.each([
    ["reference-plan-percent", 250, 11_350],
    ["reference-plan-percent", 360, 23_835],
    ["chosen-plan-percent", 250, 14_187],
    ["chosen-plan-percent", 360, 20_430],
  ] as const)("by %s leaves in a plan with base price %i.00 %i cents to the employee", (method, dollars, own) => {
    const prices = { chosen: pricedAt(base(dollars), one), reference: pricedAt(base(300), one) };
    expect(paid({ method, shares: half }, prices).employeeShareCents).toBe(own);
  });

  it("is 230.70 for every employee when it rests on the group's average of 461.40", () => {
    const listBill = workedGroup.map((members) => pricedAt(base(300), members));
    const averages = compositeAverages(listBill);
    if (!averages.ok) throw new Error("the group has prices by person");
    const employerShares = listBill.map((chosen) => {
      const reference = compositeHouseholdPremium({ averages: averages.value, household: chosen, tobacco: "left-out" });
      if (!reference.ok) throw new Error("the group has children");
      return paid({ method: "composite-reference-percent", shares: half }, { chosen, reference: reference.value })
        .employerShareCents;
    });
    expect(employerShares).toEqual([23_070, 23_070, 23_070, 23_070]);
  });
});

describe("shares by relationship and by work", () => {
  const byBucket: BucketShares = {
    employee: basisPoints(7_500),
    spouse: basisPoints(5_000),
    "domestic-partner": basisPoints(4_000),
    "child-under-26": basisPoints(2_500),
    "disabled-child-26-or-older": basisPoints(1_000),
  };
  const scheme: ContributionScheme = {
    method: "chosen-plan-percent",
    shares: { "full-time": byBucket, "part-time": shares(2_500, 0) },
  };

  it("give each person their own, and nothing to a fourth child", () => {
    const members = paid(scheme, { chosen: pricedAt(base(300), family) }).members;
    expect(members.map((member) => member.employerShareCents)).toEqual([32_490, 19_875, 7_058, 6_443, 5_738, 0]);
  });

  it.each([
    ["spouse", 40, 19_170],
    ["domestic-partner", 40, 15_336],
    ["child", 25, 7_530],
    ["disabled-child", 26, 3_072],
  ] as const)("give a %s of %i %i cents", (relationship, age, share) => {
    const chosen = pricedAt(base(300), householdOf("e", [30, "self"], [age, relationship]));
    expect(paid(scheme, { chosen }).members[1]?.employerShareCents).toBe(share);
  });

  it("give part-time people less where the employer says so", () => {
    const chosen = pricedAt(base(300), family);
    expect(paid(scheme, { chosen }, { employment: "part-time" }).employerShareCents).toBe(10_830);
  });

  it("give nothing to somebody who left and keeps the coverage", () => {
    const chosen = pricedAt(base(300), family);
    const split = paid(scheme, { chosen }, { continuesCoverage: true });
    expect(split).toMatchObject({ employerShareCents: 0, employeeShareCents: 160_020, premiumCents: 160_020 });
  });

  it("count equally where a plan has one price for all dependents together", () => {
    const key = { ...testSheetKey };
    const sheet = communityTierSheet({ key, individualCents: cents(100_000), state: "NY" });
    if (!sheet.ok) throw new Error("New York has tiers");
    const chosen = pricedAt(sheet.value, householdOf("e", [30, "self"], [30, "spouse"], [2, "child"]));
    // 75 % of 1,000.00, and (50 % + 25 %) / 2 of the other 1,850.00.
    expect(paid(scheme, { chosen }).employerShareCents).toBe(75_000 + 69_375);
  });
});

describe("dollars by the make-up of the household", () => {
  const scheme: ContributionScheme = {
    method: "fixed-dollars",
    amounts: { "full-time": tiers(30_000, 50_000, 40_000, 60_000), "part-time": tiers(10_000, 10_000, 10_000, 10_000) },
  };

  it.each([
    [[[30, "self"]], 30_000],
    [
      [
        [30, "self"],
        [30, "spouse"],
      ],
      50_000,
    ],
    [
      [
        [30, "self"],
        [5, "child"],
      ],
      40_000,
    ],
    [
      [
        [30, "self"],
        [30, "domestic-partner"],
        [5, "child"],
      ],
      60_000,
    ],
  ] as const)("for %j are %i", (people, employer) => {
    const chosen = pricedAt(base(300), householdOf("e", ...people));
    expect(paid(scheme, { chosen }).employerShareCents).toBe(employer);
  });

  it.each([
    [264, 29_964],
    [265, 30_000],
  ])("are never more than the premium: with base price %i.00 they are %i", (dollars, employer) => {
    expect(paid(scheme, { chosen: pricedAt(base(dollars), one) }).employerShareCents).toBe(employer);
  });

  it("go to the employee's premium first, then to the dependents' by premium", () => {
    const chosen = pricedAt(base(300), householdOf("e", [30, "self"], [30, "spouse"], [5, "child"]));
    const members = paid(scheme, { chosen }).members;
    // Of 600.00, 340.50 for the employee; the other 259.50 over 340.50 and 229.50.
    expect(members.map((member) => member.employerShareCents)).toEqual([34_050, 15_502, 10_448]);
  });
});

describe("a percentage up to a limit", () => {
  const scheme: ContributionScheme = {
    method: "capped-percent",
    shares: alike(shares(7_500, 7_500)),
    limits: alike(tiers(25_537, 40_000, 40_000, 50_000)),
  };

  it.each([
    [299, 25_453],
    [300, 25_537],
    [301, 25_537],
  ])("pays in a plan with base price %i.00 %i cents", (dollars, employer) => {
    expect(paid(scheme, { chosen: pricedAt(base(dollars), one) }).employerShareCents).toBe(employer);
  });

  it("shrinks every share in proportion", () => {
    const chosen = pricedAt(base(300), householdOf("e", [30, "self"], [30, "spouse"]));
    const members = paid(scheme, { chosen }).members;
    expect(members.map((member) => member.employerShareCents)).toEqual([20_000, 20_000]);
  });
});

describe("any household under any scheme", () => {
  const anyShares = fc
    .array(fc.integer({ min: 0, max: 12_000 }), { minLength: 5, maxLength: 5 })
    .map((values) => Object.fromEntries(contributionBuckets.map((bucket, at) => [bucket, basisPoints(values[at]!)])))
    .map((record) => record as BucketShares);
  const anyTiers = fc
    .array(fc.integer({ min: 0, max: 300_000 }), { minLength: 4, maxLength: 4 })
    .map(([a, b, c, d]) => tiers(a!, b!, c!, d!));
  const anyScheme = fc
    .record({
      method: fc.constantFrom(...contributionSchemeMethods),
      first: anyShares,
      second: anyShares,
      amounts: anyTiers,
    })
    .map(({ method, first, second, amounts }): ContributionScheme => {
      const byWork = { "full-time": first, "part-time": second };
      if (method === "fixed-dollars") return { method, amounts: alike(amounts) };
      return method === "capped-percent"
        ? { method, shares: byWork, limits: alike(amounts) }
        : { method, shares: byWork };
    });
  const anySheet: fc.Arbitrary<RateSheet> = fc.oneof(
    fc.integer({ min: 100, max: 90_000 }).map((baseCents) => defaultCurveSheet({ baseCents, tobaccoPercent: 120 })),
    fc.integer({ min: 1, max: 90_000 }).map((alone): RateSheet => {
      const sheet = communityTierSheet({ key: testSheetKey, individualCents: cents(alone), state: "VT" });
      if (!sheet.ok) throw new Error("Vermont has tiers");
      return sheet.value;
    }),
  );
  const anyCase = fc.record({
    scheme: anyScheme,
    household: anyHousehold,
    chosenSheet: anySheet,
    referenceSheet: anySheet,
    employment: fc.constantFrom(...employmentTypes),
    continuesCoverage: fc.boolean(),
  });
  type AnyCase = typeof anyCase extends fc.Arbitrary<infer Case> ? Case : never;
  const contributionOf = ({ household, chosenSheet, referenceSheet, ...rest }: AnyCase, members = household) => {
    const chosen: HouseholdPremium = pricedAt(chosenSheet, members);
    const split = householdContribution({ ...rest, chosen, reference: pricedAt(referenceSheet, members) });
    return { chosen, split };
  };

  it("is split into shares that add up, none below zero and none above its premium", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { chosen, split } = contributionOf(given);
        expect(split.premiumCents).toBe(chosen.totalCents);
        expect(split.employerShareCents + split.employeeShareCents).toBe(chosen.totalCents);
        expect(split.employerShareCents).toBe(sumCents(split.members.map((member) => member.employerShareCents)));
        for (const member of split.members) {
          expect(member.employerShareCents).toBeGreaterThanOrEqual(0);
          expect(member.employeeShareCents).toBeGreaterThanOrEqual(0);
          expect(member.employerShareCents + member.employeeShareCents).toBe(member.premiumCents);
        }
        if (given.continuesCoverage) expect(split.employerShareCents).toBe(0);
      }),
    );
  });

  it("is split alike in whatever order its members are listed", () => {
    const twoOrders = anyCase.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given.household, { minLength: given.household.length })),
    );
    const byId = (members: readonly { memberId: string; employerShareCents: number }[]) =>
      Object.fromEntries(members.map((member) => [member.memberId, member.employerShareCents]));
    fc.assert(
      fc.property(twoOrders, ([given, shuffled]: [AnyCase, RatedMember[]]) => {
        expect(byId(contributionOf(given, shuffled).split.members)).toEqual(byId(contributionOf(given).split.members));
      }),
    );
  });

  it("never gets more under a limit than without one", () => {
    fc.assert(
      fc.property(anyCase, anyTiers, (given, limits) => {
        const percent = given.scheme.method === "fixed-dollars" ? alike(shares(5_000, 5_000)) : given.scheme.shares;
        const free = contributionOf({ ...given, scheme: { method: "chosen-plan-percent", shares: percent } });
        const scheme: ContributionScheme = { method: "capped-percent", shares: percent, limits: alike(limits) };
        const limited = contributionOf({ ...given, scheme });
        limited.split.members.forEach((member, index) => {
          expect(member.employerShareCents).toBeLessThanOrEqual(free.split.members[index]!.employerShareCents);
        });
      }),
    );
  });
});

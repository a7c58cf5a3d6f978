import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basisPoints, cents, sumCents } from "../money/cents";
import { householdMonthlyPremium } from "../rating/household-premium.rule";
import { buildFamilyTierRateSheet, type RateSheet } from "../rating/rate-sheet";
import type { HouseholdPremium, RatedMember } from "../rating/rated-household";
import { defaultCurveSheet, personAged, testSheetKey, testStartOn } from "../rating/testing/default-curve-sheet";
import type { ContributionPercentages, HouseholdContribution } from "./contribution-model";
import { sharesOf } from "./schemes/contribution-bucket";
import { householdContribution } from "./schemes/household-contribution.rule";

const half: ContributionPercentages = {
  employeeBasisPoints: basisPoints(5_000),
  dependentsBasisPoints: basisPoints(2_500),
};

function referencePlanContribution(input: {
  percentages: ContributionPercentages;
  chosen: HouseholdPremium;
  reference: HouseholdPremium;
}): HouseholdContribution {
  const { percentages, ...premiums } = input;
  const shares = { "full-time": sharesOf(percentages), "part-time": sharesOf(percentages) };
  const scheme = { method: "reference-plan-percent", shares } as const;
  return householdContribution({ scheme, employment: "full-time", continuesCoverage: false, ...premiums });
}

function singlePlanContribution(input: { percentages: ContributionPercentages; chosen: HouseholdPremium }) {
  return referencePlanContribution({ ...input, reference: input.chosen });
}

function priced(sheet: RateSheet, members: readonly RatedMember[]): HouseholdPremium {
  const outcome = householdMonthlyPremium({
    sheet,
    startOn: testStartOn,
    members,
    profile: { childCapAppliesToDental: true, under21SpouseUsesChildSlot: false, tobaccoAllowed: true },
    line: "medical",
  });
  if (!outcome.ok) throw new Error(`not priced: ${outcome.problems.map((p) => p.code).join()}`);
  return outcome.value;
}

function tierSheet({ individual, family }: { individual: number; family: number }): RateSheet {
  const whole = cents(family);
  const sheet = buildFamilyTierRateSheet(testSheetKey, {
    individual: cents(individual),
    couple: whole,
    primaryAndOne: whole,
    primaryAndTwo: whole,
    primaryAndThreeOrMore: whole,
    coupleAndOne: whole,
    coupleAndTwo: whole,
    coupleAndThreeOrMore: whole,
  });
  if (!sheet.ok) throw new Error("the tiers are whole");
  return sheet.value;
}

const base = (dollars: number) => defaultCurveSheet({ baseCents: dollars * 100 });
const alone = [personAged(30, { memberId: "e", relationship: "self" })];
const family = [
  personAged(45, { memberId: "e", relationship: "self" }),
  personAged(42, { memberId: "s", relationship: "spouse" }),
  personAged(19, { memberId: "c1", relationship: "child" }),
  personAged(16, { memberId: "c2", relationship: "child" }),
  personAged(12, { memberId: "c3", relationship: "child" }),
  personAged(8, { memberId: "c4", relationship: "child" }),
];

describe("half of a reference premium of 340.50", () => {
  it.each([
    [250, 28_375, 17_025, 11_350],
    [300, 34_050, 17_025, 17_025],
    [360, 40_860, 17_025, 23_835],
    [100, 11_350, 11_350, 0],
  ])("in a plan with base price %i.00 of a premium of %i the employer pays %i", (dollars, premium, employer, own) => {
    const split = referencePlanContribution({
      percentages: half,
      chosen: priced(base(dollars), alone),
      reference: priced(base(300), alone),
    });
    expect(split).toMatchObject({ premiumCents: premium, employerShareCents: employer, employeeShareCents: own });
  });

  it("is another number of dollars for an older employee", () => {
    const older = [personAged(60, { memberId: "e", relationship: "self" })];
    const chosen = priced(base(300), older);
    expect(singlePlanContribution({ percentages: half, chosen }).employerShareCents).toBe(40_710);
  });

  it("is the same dollars for everybody when the reference is an average of 461.40", () => {
    const average: HouseholdPremium = {
      method: "per-member",
      totalCents: cents(46_140),
      employeeOnlyCents: cents(46_140),
      members: priced(base(300), alone).members.map((member) => ({ ...member, premiumCents: cents(46_140) })),
    };
    const split = referencePlanContribution({
      percentages: half,
      chosen: priced(base(300), alone),
      reference: average,
    });
    expect(split.employerShareCents).toBe(23_070);
  });
});

describe("a family", () => {
  it("gets one share for the employee, another for dependents and none for a fourth child", () => {
    const chosen = priced(base(300), family);
    const split = singlePlanContribution({ percentages: half, chosen });
    expect(split.members.map((member) => member.employerShareCents)).toEqual([21_660, 9_938, 7_058, 6_443, 5_738, 0]);
    expect(split.members[5]).toEqual({ memberId: "c4", premiumCents: 0, employerShareCents: 0, employeeShareCents: 0 });
    expect(split.premiumCents).toBe(160_020);
    expect(split.employerShareCents).toBe(50_837);
    expect(split.employeeShareCents).toBe(109_183);
  });

  it("must be the same family in both plans", () => {
    const chosen = priced(base(300), family);
    const reference = priced(base(300), alone);
    expect(() => referencePlanContribution({ percentages: half, chosen, reference })).toThrow("same members");
  });
});

describe("a plan priced by the make-up of the household", () => {
  const percentages = { employeeBasisPoints: basisPoints(10_000), dependentsBasisPoints: basisPoints(5_000) };
  const couple = family.slice(0, 2);

  it("takes the employee's share from the employee-only price and the dependents' from the rest", () => {
    const chosen = priced(tierSheet({ individual: 3_000, family: 7_000 }), couple);
    const split = singlePlanContribution({ percentages, chosen });
    expect(split.members.map((member) => member.employerShareCents)).toEqual([5_000, 0]);
    expect(split.employeeShareCents).toBe(2_000);
  });

  it("lays the promise for dependents on those who are charged when only the reference is such a plan", () => {
    const chosen = priced(base(30), couple);
    const reference = priced(tierSheet({ individual: 3_000, family: 7_000 }), couple);
    const split = referencePlanContribution({ percentages, chosen, reference });
    expect(split.members).toEqual([
      { memberId: "e", premiumCents: 4_332, employerShareCents: 3_000, employeeShareCents: 1_332 },
      { memberId: "s", premiumCents: 3_975, employerShareCents: 2_000, employeeShareCents: 1_975 },
    ]);
  });

  it("caps the promise for dependents at what the dependents add to the chosen price", () => {
    const chosen = priced(tierSheet({ individual: 5_000, family: 6_000 }), couple);
    const reference = priced(base(30), couple);
    const split = referencePlanContribution({ percentages, chosen, reference });
    expect(split.employerShareCents).toBe(4_332 + 1_000);
  });

  it("leaves nothing for dependents when the household is filed cheaper than the employee alone", () => {
    const chosen = priced(tierSheet({ individual: 5_000, family: 4_000 }), couple);
    expect(singlePlanContribution({ percentages, chosen })).toMatchObject({
      employerShareCents: 4_000,
      employeeShareCents: 0,
    });
  });
});

describe("any household in any pair of plans", () => {
  const share = fc.integer({ min: 0, max: 12_000 }).map(basisPoints);
  const anySheet = fc.oneof(
    fc.integer({ min: 100, max: 90_000 }).map((baseCents) => defaultCurveSheet({ baseCents })),
    fc
      .record({ individual: fc.integer({ min: 1, max: 90_000 }), family: fc.integer({ min: 1, max: 200_000 }) })
      .map(tierSheet),
  );
  const anyHousehold = fc
    .record({
      employeeAge: fc.integer({ min: 16, max: 90 }),
      spouseAge: fc.option(fc.integer({ min: 17, max: 90 })),
      childAges: fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 6 }),
    })
    .map(({ employeeAge, spouseAge, childAges }) => [
      personAged(employeeAge, { memberId: "e", relationship: "self" }),
      ...(spouseAge === null ? [] : [personAged(spouseAge, { memberId: "s", relationship: "spouse" })]),
      ...childAges.map((age, index) => personAged(age, { memberId: `c${index}`, relationship: "child" })),
    ]);
  const anyCase = fc.record({
    members: anyHousehold,
    chosenSheet: anySheet,
    referenceSheet: anySheet,
    employeeBasisPoints: share,
    dependentsBasisPoints: share,
  });

  it("splits every premium into two shares that add up, neither below zero", () => {
    fc.assert(
      fc.property(anyCase, ({ members, chosenSheet, referenceSheet, ...percentages }) => {
        const chosen = priced(chosenSheet, members);
        const split = referencePlanContribution({ percentages, chosen, reference: priced(referenceSheet, members) });
        for (const member of split.members) {
          expect(member.employerShareCents + member.employeeShareCents).toBe(member.premiumCents);
          expect(member.employerShareCents).toBeGreaterThanOrEqual(0);
          expect(member.employerShareCents).toBeLessThanOrEqual(member.premiumCents);
        }
        expect(split.premiumCents).toBe(chosen.totalCents);
        expect(split.employerShareCents).toBe(sumCents(split.members.map((m) => m.employerShareCents)));
        expect(split.employerShareCents + split.employeeShareCents).toBe(chosen.totalCents);
      }),
    );
  });

  it("never promises less when the percentage is higher", () => {
    fc.assert(
      fc.property(anyCase, share, ({ members, chosenSheet, referenceSheet, ...percentages }, more) => {
        const chosen = priced(chosenSheet, members);
        const reference = priced(referenceSheet, members);
        const lower = referencePlanContribution({ percentages, chosen, reference });
        const raised = { ...percentages, employeeBasisPoints: basisPoints(percentages.employeeBasisPoints + more) };
        const higher = referencePlanContribution({ percentages: raised, chosen, reference });
        expect(higher.employerShareCents).toBeGreaterThanOrEqual(lower.employerShareCents);
      }),
    );
  });
});

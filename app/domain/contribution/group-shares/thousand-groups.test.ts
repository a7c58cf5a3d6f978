// One price, whoever asks: a thousand groups by the group pricer, by the rules for one household, by the screens, by what
// goes into the enrollment file and by the explanations.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyGroup } from "../../../platform/testing/any-household";
import { employmentTypes } from "../../household/employment";
import { basisPoints, cents, sumCents, type Cents } from "../../money/cents";
import { planKey, type ChildCap } from "../../plan-catalog/plan";
import { compositeAverages, compositeHouseholdPremium } from "../../rating/composite/composite-averages.rule";
import { explainHouseholdPremium } from "../../rating/explain/explain-household-premium";
import { compositePremiums } from "../../rating/group-pricer/composite-premiums";
import { employeeOnlyPremium, groupPremiums, memberPremium } from "../../rating/group-pricer/group-premiums";
import { cellsWithCap, prepareGroup } from "../../rating/group-pricer/prepared-group";
import { unchargedCell } from "../../rating/group-pricer/price-table";
import { householdMonthlyPremium } from "../../rating/household-premium.rule";
import { buildFamilyTierRateSheet, buildRateSheet, type RateSheet } from "../../rating/rate-sheet";
import type { HouseholdPremium, RatedMember } from "../../rating/rated-household";
import { communityTierSheet } from "../../rating/tiers/community-tiers.rule";
import { defaultCurveSheet, testSheetKey, testStartOn } from "../../rating/testing/default-curve-sheet";
import { contributionBuckets, type BucketShares } from "../schemes/contribution-bucket";
import { contributionSchemeMethods, type ContributionScheme, type TierCents } from "../schemes/contribution-scheme";
import { explainHouseholdContribution } from "../schemes/explain-contribution";
import { householdContribution } from "../schemes/household-contribution.rule";
import { employerShareAt, groupEmployerShare, prepareScheme } from "./group-employer-shares";
import { promisedPeople } from "./promised-people";

const anyCap = fc.constantFrom<ChildCap | null>(null, 1, 2, 3);
const anyProfile = fc.record({
  childCapAppliesToDental: fc.boolean(),
  under21SpouseUsesChildSlot: fc.boolean(),
  tobaccoAllowed: fc.boolean(),
});

function adultsOnlySheet(baseCents: number): RateSheet {
  const { bands } = defaultCurveSheet({ baseCents, tobaccoPercent: 150 });
  const built = buildRateSheet(
    testSheetKey,
    bands.filter(({ fromAge }) => fromAge >= 15),
  );
  if (!built.ok) throw new Error("the older bands make a sheet");
  return built.value;
}

function tierSheet(baseCents: number): RateSheet {
  const built = communityTierSheet({ key: testSheetKey, individualCents: cents(baseCents), state: "NY" });
  if (!built.ok) throw new Error("New York has tiers");
  return built.value;
}

function cheapCoupleSheet(baseCents: number): RateSheet {
  const tiers = {
    individual: cents(baseCents + 7),
    couple: cents(baseCents),
    primaryAndOne: null,
    primaryAndTwo: null,
  };
  const rest = { primaryAndThreeOrMore: null, coupleAndOne: null, coupleAndTwo: null, coupleAndThreeOrMore: null };
  const built = buildFamilyTierRateSheet(testSheetKey, { ...tiers, ...rest });
  if (!built.ok) throw new Error("the tiers make a sheet");
  return built.value;
}

const anySheet = fc
  .tuple(
    fc.constantFrom<(baseCents: number) => RateSheet>(
      (baseCents) => defaultCurveSheet({ baseCents }),
      (baseCents) => defaultCurveSheet({ baseCents, tobaccoPercent: 137 }),
      adultsOnlySheet,
      tierSheet,
      cheapCoupleSheet,
    ),
    fc.integer({ min: 100, max: 99_999 }),
  )
  .map(([make, baseCents]) => make(baseCents));
const anyPlan = fc.record({
  sheet: anySheet,
  childCap: fc.record({ twoParent: anyCap, singleParent: anyCap }),
});

const anyShares = fc
  .array(fc.integer({ min: 0, max: 12_000 }), { minLength: 5, maxLength: 5 })
  .map((values) => Object.fromEntries(contributionBuckets.map((bucket, at) => [bucket, basisPoints(values[at]!)])))
  .map((record) => record as BucketShares);
const anyTiers = fc
  .array(fc.integer({ min: 0, max: 300_000 }), { minLength: 4, maxLength: 4 })
  .map(([alone, couple, parent, family]): TierCents => ({
    "employee-only": cents(alone!),
    "employee-and-spouse": cents(couple!),
    "employee-and-children": cents(parent!),
    family: cents(family!),
  }));
const anyFigures = fc.record({
  shares: fc.record({ "full-time": anyShares, "part-time": anyShares }),
  amounts: fc.record({ "full-time": anyTiers, "part-time": anyTiers }),
});
type Figures = typeof anyFigures extends fc.Arbitrary<infer Value> ? Value : never;

/** Every scheme there is, with these figures. */
function schemesOf({ shares, amounts }: Figures): ContributionScheme[] {
  return contributionSchemeMethods.map((method): ContributionScheme => {
    if (method === "fixed-dollars") return { method, amounts };
    return method === "capped-percent" ? { method, shares, limits: amounts } : { method, shares };
  });
}

const anyCase = fc.record({
  households: anyGroup,
  chosen: anyPlan,
  reference: anyPlan,
  profile: anyProfile,
  line: fc.constantFrom("medical" as const, "dental" as const),
  employment: fc.array(fc.constantFrom(...employmentTypes), { minLength: 15, maxLength: 15 }),
  continues: fc.array(fc.constantFrom(false, false, false, true), { minLength: 15, maxLength: 15 }),
  figures: anyFigures,
});
type Case = typeof anyCase extends fc.Arbitrary<infer Value> ? Value : never;
type Plan = Case["chosen"];

const groupCount = 1_000;
const patience = { timeout: 300_000 };
const startOn = testStartOn;
const planId = planKey("12345XX0010001");

function oneByOne({ households, profile, line }: Case, plan: Plan): (HouseholdPremium | null)[] {
  return households.map((members) => {
    const priced = householdMonthlyPremium({ ...plan, members, startOn, profile, line });
    return priced.ok ? priced.value : null;
  });
}

function prepared({ households, profile, line, employment, continues }: Case) {
  const group = prepareGroup(
    households.map((members) => ({ members })),
    { startOn, profile, line },
  );
  const employed = households.map((_, at) => ({ employment: employment[at]!, continuesCoverage: continues[at]! }));
  return { group, people: promisedPeople(group, employed), employed };
}

/** The group's averages in a plan for each household; nulls where the plan has no prices by person. */
function averaged(priced: readonly (HouseholdPremium | null)[]): (HouseholdPremium | null)[] {
  const averages = compositeAverages(priced.filter((household) => household !== null));
  return priced.map((household) => {
    if (!household || !averages.ok) return null;
    const made = compositeHouseholdPremium({ averages: averages.value, household, tobacco: "left-out" });
    return made.ok ? made.value : null;
  });
}

const amount = (value: Cents | undefined) => value ?? -1;

describe("a thousand groups", () => {
  it("cost in a plan what their households cost one by one, person by person", patience, () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { group } = prepared(given);
        const fast = groupPremiums(group, { planId, ...given.chosen });
        const slow = oneByOne(given, given.chosen);
        expect([...fast.householdCents]).toEqual(slow.map((household) => amount(household?.totalCents)));
        const total = slow.includes(null) ? -1 : sumCents(slow.map((household) => household!.totalCents));
        expect(fast.totalCents).toBe(total);
        const cells = cellsWithCap(group, given.chosen);
        slow.forEach((household, at) => {
          if (!household) return;
          expect(employeeOnlyPremium(group, fast, at)).toBe(household.employeeOnlyCents);
          household.members.forEach((member, index) => {
            const place = group.firstMember[at]! + index;
            expect(memberPremium(group, fast, { at, member: place })).toBe(member.premiumCents);
            if (household.method === "per-member") {
              expect(cells[place] === unchargedCell).toBe(member.treatment === "fourth-or-later-child");
            }
          });
        });
      }),
      { numRuns: groupCount },
    );
  });

  it("are paid for by the employer what their households are paid one by one, under every scheme", patience, () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { group, people, employed } = prepared(given);
        const [chosenFast, referenceFast] = [given.chosen, given.reference].map((plan) =>
          groupPremiums(group, { planId, ...plan }),
        );
        const [chosenSlow, referenceSlow] = [oneByOne(given, given.chosen), oneByOne(given, given.reference)];
        for (const scheme of schemesOf(given.figures)) {
          const onAverages = scheme.method === "composite-reference-percent";
          const reference = onAverages
            ? compositePremiums(group, { planId, ...given.reference })
            : (referenceFast ?? null);
          const ready = prepareScheme(people, { scheme, reference });
          const fast = employed.map((_, at) => employerShareAt(people, ready, chosenFast!, at));
          const bases = onAverages ? averaged(referenceSlow) : referenceSlow;
          const rests = onAverages || scheme.method === "reference-plan-percent";
          const slow = chosenSlow.map((chosen, at) => {
            const base = bases[at] ?? undefined;
            const { employment, continuesCoverage } = employed[at]!;
            if (!chosen || (rests && !base && !continuesCoverage)) return -1;
            const input = { scheme, employment, continuesCoverage, chosen, reference: base };
            const explained = explainHouseholdContribution(input).params?.["employerShareCents"];
            const paid = householdContribution(input).employerShareCents;
            expect(explained).toBe(paid);
            return paid;
          });
          expect(fast).toEqual(slow);
          expect(groupEmployerShare(people, ready, chosenFast!)).toBe(
            slow.includes(-1) ? -1 : slow.reduce((sum, share) => sum + share, 0),
          );
        }
      }),
      { numRuns: groupCount },
    );
  });

  it("cost what the explanation of each household says", patience, () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const fast = groupPremiums(prepared(given).group, { planId, ...given.chosen });
        given.households.forEach((members: RatedMember[], at) => {
          const { profile, line, chosen } = given;
          const explained = explainHouseholdPremium({ ...chosen, members, startOn, profile, line });
          expect(explained.ok ? explained.value.params?.["totalCents"] : -1).toBe(fast.householdCents[at]);
        });
      }),
      { numRuns: groupCount },
    );
  });

  it("cost the same in whatever order people are listed", patience, () => {
    const shuffled = anyCase.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.tuple(...given.households.map((members) => fc.shuffledSubarray(members, { minLength: members.length }))),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([given, households]: [Case, RatedMember[][]]) => {
        const inOrder = groupPremiums(prepared(given).group, { planId, ...given.chosen });
        const mixed = groupPremiums(prepared({ ...given, households }).group, { planId, ...given.chosen });
        expect([...mixed.householdCents]).toEqual([...inOrder.householdCents]);
      }),
    );
  });
});

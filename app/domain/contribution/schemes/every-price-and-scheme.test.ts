import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyGroup } from "../../../platform/testing/any-household";
import { employmentTypes } from "../../household/employment";
import { basisPoints, cents, sumCents } from "../../money/cents";
import type { Outcome } from "../../problem";
import { compositeAverages, compositeHouseholdPremium } from "../../rating/composite/composite-averages.rule";
import { compositeBill, type CompositeBill } from "../../rating/composite/composite-bill";
import { compositeTierHouseholdPremium, compositeTierRates } from "../../rating/composite/composite-tiers.rule";
import type { HouseholdPremium, RatedMember } from "../../rating/rated-household";
import { defaultCurveSheet } from "../../rating/testing/default-curve-sheet";
import { pricedAt } from "../../rating/testing/worked-group";
import { sharesOf } from "./contribution-bucket";
import {
  contributionSchemeMethods,
  type ContributionScheme,
  type ContributionSchemeMethod,
} from "./contribution-scheme";
import { householdContribution } from "./household-contribution.rule";

// A group billed by age, by two averages or by tiers, under each scheme of contribution.

const pricings = ["by-age", "by-averages", "by-tiers"] as const;
type Pricing = (typeof pricings)[number];
type Group = readonly (readonly RatedMember[])[];

const factors = {
  "employee-only": basisPoints(10_000),
  "employee-and-spouse": basisPoints(20_000),
  "employee-and-children": basisPoints(18_500),
  family: basisPoints(28_500),
};

function of<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join());
  return outcome.value;
}

/** `tobacco` left out is what a contribution that rests on averages is taken of. */
function billOf(
  pricing: Pricing,
  group: Group,
  { baseCents, tobacco }: { baseCents: number; tobacco: "added" | "left-out" },
) {
  const sheet = defaultCurveSheet({ baseCents, tobaccoPercent: 120 });
  const byAge = group.map((members) => pricedAt(sheet, members));
  const listBillCents = sumCents(byAge.map(({ totalCents }) => totalCents));
  const priced = (
    adjustmentCents: CompositeBill["adjustmentCents"],
    priceOf: (one: HouseholdPremium) => Outcome<HouseholdPremium>,
  ) => of(compositeBill({ households: byAge, adjustmentCents, priceOf }));
  if (pricing === "by-averages") {
    const averages = of(compositeAverages(byAge));
    const bill = priced(averages.adjustmentCents, (household) =>
      compositeHouseholdPremium({ averages, household, tobacco }),
    );
    return { ...bill, listBillCents };
  }
  if (pricing === "by-tiers") {
    const rates = of(compositeTierRates({ households: byAge, factors }));
    const bill = priced(rates.adjustmentCents, (household) =>
      compositeTierHouseholdPremium({ rates, household, tobacco }),
    );
    return { ...bill, listBillCents };
  }
  return { households: byAge, adjustmentCents: cents(0), totalCents: listBillCents, listBillCents };
}

function schemeOf(method: ContributionSchemeMethod, own: number, family: number, dollars: number): ContributionScheme {
  const shares = sharesOf({ employeeBasisPoints: basisPoints(own), dependentsBasisPoints: basisPoints(family) });
  const amount = cents(dollars);
  const tiers = {
    ...{ "employee-only": amount, "employee-and-spouse": amount, "employee-and-children": amount, family: amount },
  };
  const alike = <T>(terms: T) => ({ "full-time": terms, "part-time": terms });
  if (method === "fixed-dollars") return { method, amounts: alike(tiers) };
  return method === "capped-percent"
    ? { method, shares: alike(shares), limits: alike(tiers) }
    : { method, shares: alike(shares) };
}

const anyScheme = fc
  .tuple(
    fc.constantFrom(...contributionSchemeMethods),
    ...([10_000, 10_000, 250_000] as const).map((max) => fc.integer({ min: 0, max })),
  )
  .map(([method, own, family, dollars]) => schemeOf(method, own!, family!, dollars!));

const anyCase = fc.record({
  group: anyGroup,
  pricing: fc.constantFrom(...pricings),
  scheme: anyScheme,
  employment: fc.constantFrom(...employmentTypes),
  baseCents: fc.integer({ min: 100, max: 90_000 }),
  referenceBaseCents: fc.integer({ min: 100, max: 90_000 }),
});
type AnyCase = typeof anyCase extends fc.Arbitrary<infer Case> ? Case : never;

function costOf({ group, pricing, scheme, employment, baseCents, referenceBaseCents }: AnyCase) {
  const bill = billOf(pricing, group, { baseCents, tobacco: "added" });
  const averages = scheme.method === "composite-reference-percent" ? "by-averages" : pricing;
  const tobacco = scheme.method === "composite-reference-percent" ? "left-out" : "added";
  const references = billOf(averages, group, { baseCents: referenceBaseCents, tobacco }).households;
  const split = bill.households.map((chosen, index) =>
    householdContribution({ scheme, employment, continuesCoverage: false, chosen, reference: references[index] }),
  );
  return { bill, split };
}

describe("whatever the pricing and the scheme", () => {
  it("households and the group's line make the bill by age, and shares make the households' premiums", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { bill, split } = costOf(given);
        const households = sumCents(bill.households.map(({ totalCents }) => totalCents));
        expect(bill.totalCents).toBe(bill.listBillCents);
        expect(households + bill.adjustmentCents).toBe(bill.totalCents);
        const paid = split.map(({ employerShareCents, employeeShareCents }) => employerShareCents + employeeShareCents);
        expect(paid).toEqual(bill.households.map(({ totalCents }) => totalCents));
      }),
    );
  });

  it("nobody's contribution is above the premium or below zero", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        for (const { premiumCents, employerShareCents } of costOf(given).split.flatMap(({ members }) => members)) {
          expect(employerShareCents).toBeGreaterThanOrEqual(0);
          expect(employerShareCents).toBeLessThanOrEqual(premiumCents);
        }
      }),
    );
  });

  it("no order of households or of their members changes what anybody costs or gets", () => {
    const everybody = (given: AnyCase) =>
      Object.fromEntries(
        costOf(given).split.flatMap(({ members }) =>
          members.map(({ memberId, ...amounts }) => [memberId, amounts] as const),
        ),
      );
    fc.assert(
      fc.property(anyCase, (given) => {
        const turned = [...given.group].reverse().map((members) => [...members].reverse());
        expect(everybody({ ...given, group: turned })).toEqual(everybody(given));
      }),
    );
  });
});

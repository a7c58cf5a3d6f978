// Where the state approved it, an issuer makes one price a tier instead of two averages: the group's bill by age divided
// by the sum of its households' tier factors is the base, and each tier costs the base times its factor, all year long.
// Law: 45 CFR 147.102(c)(3)(ii)-(iii); the factors are the issuer's filing. Whole cents; the base is rounded half up
// once and each tier once; the cents that this moves stand on one line of the group's own. Tobacco stays outside.
// The employee carries the household's amount and its tobacco: a tier has no price per person.

import { basisPoints, cents, divideHalfUp, sumCents, zeroCents, type BasisPoints, type Cents } from "../../money/cents";
import { done, failed, type Outcome } from "../../problem";
import type { HouseholdPremium, MemberPremium } from "../rated-household";
import { coverageTierOf, coverageTiers, type CoverageTier } from "./coverage-tier";

export const citation = "45 CFR 147.102(c)(3)(ii)-(iii)";

/** 10,000 is the price of an employee alone in most filings. */
export type TierFactors = Readonly<Record<CoverageTier, BasisPoints>>;

export type CompositeTierRates = {
  /** The bill by age without tobacco, which the base is made of. */
  readonly plainBillCents: Cents;
  readonly baseCents: Cents;
  /** The factors of all households, added up. */
  readonly factorSumBasisPoints: BasisPoints;
  readonly tierCents: Readonly<Record<CoverageTier, Cents>>;
  readonly householdCounts: Readonly<Record<CoverageTier, number>>;
  /** Bill by age less the tier prices: added to the group's bill once, may be below zero. */
  readonly adjustmentCents: Cents;
  readonly tobaccoCents: Cents;
  /** The bill by age, tobacco included. */
  readonly listBillCents: Cents;
};

/**
 * The tier prices of a group from its households' prices by age. Problems: `composite-without-households`,
 * `composite-needs-prices-by-person`, `composite-factor-not-positive` {tier}.
 */
export function compositeTierRates(input: {
  households: readonly HouseholdPremium[];
  factors: TierFactors;
}): Outcome<CompositeTierRates> {
  const { households, factors } = input;
  if (households.length === 0) return failed({ code: "composite-without-households" });
  if (households.some((household) => household.method !== "per-member")) {
    return failed({ code: "composite-needs-prices-by-person", citation });
  }
  const wrong = coverageTiers.filter((tier) => factors[tier] <= 0);
  if (wrong.length > 0) {
    return failed(...wrong.map((tier) => ({ code: "composite-factor-not-positive", params: { tier } })));
  }
  const tiers = households.map((household) => coverageTierOf(household.members));
  const listBillCents = sumCents(households.map((household) => household.totalCents));
  const tobaccoCents = sumCents(households.map(tobaccoOf));
  const plainBillCents = cents(listBillCents - tobaccoCents);
  const factorSum = tiers.reduce((sum, tier) => sum + factors[tier], 0);
  const baseCents = divideHalfUp(BigInt(plainBillCents) * 10_000n, BigInt(factorSum));
  const tierCents = byTier((tier) => divideHalfUp(BigInt(baseCents) * BigInt(factors[tier]), 10_000n));
  return done({
    plainBillCents,
    baseCents,
    factorSumBasisPoints: basisPoints(factorSum),
    tierCents,
    householdCounts: byTier((tier) => tiers.filter((own) => own === tier).length),
    adjustmentCents: cents(plainBillCents - sumCents(tiers.map((tier) => tierCents[tier]))),
    tobaccoCents,
    listBillCents,
  });
}

function byTier<T>(valueOf: (tier: CoverageTier) => T): Readonly<Record<CoverageTier, T>> {
  return {
    "employee-only": valueOf("employee-only"),
    "employee-and-spouse": valueOf("employee-and-spouse"),
    "employee-and-children": valueOf("employee-and-children"),
    family: valueOf("family"),
  };
}

function tobaccoOf(household: HouseholdPremium): Cents {
  return sumCents(household.members.map((member) => member.tobaccoSurchargeCents));
}

/** A household at the group's tier prices. Problem: `composite-needs-prices-by-person`. */
export function compositeTierHouseholdPremium(input: {
  rates: CompositeTierRates;
  /** The household's price by age. */
  household: HouseholdPremium;
  tobacco: "added" | "left-out";
}): Outcome<HouseholdPremium> {
  const { rates, household } = input;
  if (household.method !== "per-member") return failed({ code: "composite-needs-prices-by-person", citation });
  const added = input.tobacco === "added";
  const tobacco = added ? tobaccoOf(household) : zeroCents;
  const ownTobacco = household.members.find((member) => member.relationship === "self")?.tobaccoSurchargeCents;
  const totalCents = cents(rates.tierCents[coverageTierOf(household.members)] + tobacco);
  return done({
    method: "family-tier",
    totalCents,
    employeeOnlyCents: cents(rates.tierCents["employee-only"] + (added ? (ownTobacco ?? 0) : 0)),
    members: household.members.map((member): MemberPremium => {
      const isSubscriber = member.relationship === "self";
      return {
        ...member,
        premiumCents: isSubscriber ? totalCents : zeroCents,
        tobaccoSurchargeCents: isSubscriber ? tobacco : zeroCents,
        treatment: isSubscriber ? "charged" : "covered-by-tier",
        rateAgeBand: null,
      };
    }),
  });
}

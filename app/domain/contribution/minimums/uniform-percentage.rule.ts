// For the small-employer tax credit an employer pays every enrolled employee the same percentage, at least half, of the
// premium for the employee alone. Where premiums go by age this may be half of each person's premium, of the reference
// plan's, or of an average that the employer works out; equal dollars count when they reach half of that average. Tobacco
// surcharges stay outside on both sides. Law: 26 U.S.C. 45R(d)(4); 26 CFR 1.45R-4.
// Whole cents and basis points; dollars are compared with the exact average, nothing is rounded in the comparison.

import type { EmploymentType } from "../../household/employment";
import { basisPoints, divideHalfUp, shareOfCents, sumCents, type BasisPoints, type Cents } from "../../money/cents";
import { done, failed, type Outcome } from "../../problem";
import type { ContributionScheme } from "../schemes/contribution-scheme";
import { lesser } from "../contribution-working";

export const citation = "26 U.S.C. 45R(d)(4); 26 CFR 1.45R-4";

export const leastUniformShare: BasisPoints = basisPoints(5_000);

/** One enrolled employee whom the credit counts: no owner and no member of an owner's family. */
export type UniformPerson = {
  readonly employment: EmploymentType;
  /** Monthly premium for the employee alone, without tobacco. */
  readonly employeeOnlyCents: Cents;
  /** What the employer pays towards it. */
  readonly employerShareCents: Cents;
};

export type UniformPercentage =
  | { readonly route: "same-percentage"; readonly shareBasisPoints: BasisPoints }
  | { readonly route: "same-dollars"; readonly dollarsCents: Cents; readonly averageCents: Cents };

/**
 * How the employer meets the test. Problems: `uniform-percentage-nobody-enrolled`, `uniform-percentage-differs`
 * {lowestBasisPoints, highestBasisPoints}, `uniform-percentage-below-half` {shareBasisPoints},
 * `uniform-dollars-differ`, `uniform-dollars-below-half` {dollarsCents, averageCents}.
 */
export function uniformPercentage(input: {
  scheme: ContributionScheme;
  people: readonly UniformPerson[];
}): Outcome<UniformPercentage> {
  const { scheme, people } = input;
  if (people.length === 0) return failed({ code: "uniform-percentage-nobody-enrolled", citation });
  if (scheme.method === "fixed-dollars") return byDollars(people);
  const shares = people.map((person) => scheme.shares[person.employment].employee);
  const bySharesOnly = byPercentage(shares);
  if (scheme.method !== "capped-percent") return bySharesOnly;
  const limitBinds = people.some(
    (person, index) =>
      person.employerShareCents < shareOfCents(person.employeeOnlyCents, shares[index] ?? basisPoints(0)),
  );
  return limitBinds ? byDollars(people) : bySharesOnly;
}

function byPercentage(shares: readonly BasisPoints[]): Outcome<UniformPercentage> {
  const lowest = basisPoints(shares.reduce<number>((a, b) => Math.min(a, b), Infinity));
  const highest = basisPoints(shares.reduce<number>((a, b) => Math.max(a, b), 0));
  if (lowest !== highest) {
    const params = { lowestBasisPoints: lowest, highestBasisPoints: highest };
    return failed({ code: "uniform-percentage-differs", params, citation });
  }
  if (lowest < leastUniformShare) {
    return failed({ code: "uniform-percentage-below-half", params: { shareBasisPoints: lowest }, citation });
  }
  return done({ route: "same-percentage", shareBasisPoints: lowest });
}

/** Somebody whose whole premium is less than the dollars of the others gets the whole premium. */
function byDollars(people: readonly UniformPerson[]): Outcome<UniformPercentage> {
  const dollarsCents = people.map((person) => person.employerShareCents).reduce((a, b) => (b > a ? b : a));
  if (people.some((person) => person.employerShareCents !== lesser(dollarsCents, person.employeeOnlyCents))) {
    return failed({ code: "uniform-dollars-differ", citation });
  }
  const total = BigInt(sumCents(people.map((person) => person.employeeOnlyCents)));
  const heads = BigInt(people.length);
  const averageCents = divideHalfUp(total, heads);
  if (BigInt(dollarsCents) * heads * 10_000n < total * BigInt(leastUniformShare)) {
    return failed({ code: "uniform-dollars-below-half", params: { dollarsCents, averageCents }, citation });
  }
  return done({ route: "same-dollars", dollarsCents, averageCents });
}

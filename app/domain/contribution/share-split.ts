// The arithmetic of every percentage contribution: for each person a share of a reference premium, rounded half up to the
// cent, and never more than the premium of the chosen plan. Whoever costs nothing gets nothing. Totals are sums.

import { invariant } from "../invariant";
import { allocate, basisPoints, cents, divideHalfUp, shareOfCents, sumCents, zeroCents } from "../money/cents";
import type { BasisPoints, Cents } from "../money/cents";
import type { HouseholdPremium, MemberPremium } from "../rating/rated-household";
import type { MemberContribution } from "./contribution-model";
import { lesser, split, totalsOf, type ContributionLine, type ContributionWorking } from "./contribution-working";

export type ShareSplitInput = {
  readonly shareOf: (member: MemberPremium) => BasisPoints;
  /** The household in the plan that the employee picks. */
  readonly chosen: HouseholdPremium;
  /** The same household at the prices that the percentage is taken of. */
  readonly reference: HouseholdPremium;
};

type Split = { readonly members: readonly MemberContribution[]; readonly lines: readonly ContributionLine[] };

/** Splits a household's premium between employer and employee. Both premiums must be of the same members. */
export function splitByShares(input: ShareSplitInput): ContributionWorking {
  const { chosen, reference } = input;
  const pricedInBoth = new Set(reference.members.map((member) => member.memberId));
  invariant(
    pricedInBoth.size === chosen.members.length && chosen.members.every((m) => pricedInBoth.has(m.memberId)),
    "the reference plan is priced for the same members as the chosen plan",
  );
  const perPerson = chosen.method === "per-member" && reference.method === "per-member";
  const { members, lines } = perPerson ? sharesPerPerson(input) : sharesByTier(input);
  return { contribution: totalsOf(members), lines };
}

function sharesPerPerson({ shareOf, chosen, reference }: ShareSplitInput): Split {
  const referenceById = new Map(reference.members.map((member) => [member.memberId, member]));
  const worked = chosen.members.map((member) => {
    const { memberId, premiumCents } = member;
    const referenceCents = referenceById.get(memberId)?.premiumCents ?? zeroCents;
    const shareBasisPoints = shareOf(member);
    const promisedCents = shareOfCents(referenceCents, shareBasisPoints);
    const paidCents = lesser(premiumCents, promisedCents);
    const line: ContributionLine =
      premiumCents === 0
        ? { kind: "uncharged", memberId }
        : { kind: "member", memberId, shareBasisPoints, referenceCents, promisedCents, premiumCents, paidCents };
    return { line, member: split(member, paidCents) };
  });
  return { members: worked.map(({ member }) => member), lines: worked.map(({ line }) => line) };
}

/**
 * A family-tier price names no amount per person, so the comparison is made twice: once for the employee-only amount and
 * once for what the dependents add to it. What is due for the dependents is then laid on those who carry the premium.
 */
function sharesByTier(input: ShareSplitInput): Split {
  const { chosen } = input;
  const own = employeeLine(input);
  const rest = dependentsLine(input);
  const lines = chosen.members.length > 1 ? [own, rest] : [own];
  if (chosen.method === "family-tier") {
    const household = cents(own.paidCents + rest.paidCents);
    return { lines, members: chosen.members.map((m) => split(m, m.relationship === "self" ? household : zeroCents)) };
  }
  const parts = layByPremium(
    rest.paidCents,
    chosen.members.filter((member) => member.relationship !== "self"),
  );
  return {
    lines,
    members: chosen.members.map((member) =>
      split(member, member.relationship === "self" ? own.paidCents : (parts.get(member.memberId) ?? zeroCents)),
    ),
  };
}

function employeeLine({ shareOf, chosen, reference }: ShareSplitInput) {
  const employee = chosen.members.find((member) => member.relationship === "self");
  const shareBasisPoints = employee ? shareOf(employee) : basisPoints(0);
  const referenceCents = employeePart(reference);
  const premiumCents = employeePart(chosen);
  const promisedCents = shareOfCents(referenceCents, shareBasisPoints);
  const paidCents = lesser(premiumCents, promisedCents);
  return { kind: "employee-part", shareBasisPoints, referenceCents, promisedCents, premiumCents, paidCents } as const;
}

function dependentsLine({ shareOf, chosen, reference }: ShareSplitInput) {
  const dependents = reference.members.filter((member) => member.relationship !== "self");
  const referenceCents = dependentsPart(reference);
  const promisedCents =
    reference.method === "family-tier"
      ? averageShare(referenceCents, dependents.map(shareOf))
      : sumCents(dependents.map((member) => shareOfCents(member.premiumCents, shareOf(member))));
  const premiumCents = dependentsPart(chosen);
  const paidCents = lesser(premiumCents, promisedCents);
  return { kind: "dependents-part", referenceCents, promisedCents, premiumCents, paidCents } as const;
}

/** Where dependents have different shares and one amount, each counts for an equal part of it; rounded once. */
export function averageShare(amount: Cents, shares: readonly BasisPoints[]): Cents {
  if (shares.length === 0) return zeroCents;
  const sum = shares.reduce((total, share) => total + share, 0);
  return divideHalfUp(BigInt(amount) * BigInt(sum), 10_000n * BigInt(shares.length));
}

type HouseholdAmounts = Pick<HouseholdPremium, "totalCents" | "employeeOnlyCents">;

/** A household may be filed cheaper than its employee alone; then nothing is left for the dependents. */
export function employeePart({ employeeOnlyCents, totalCents }: HouseholdAmounts): Cents {
  return lesser(employeeOnlyCents, totalCents);
}

export function dependentsPart(household: HouseholdAmounts): Cents {
  return cents(household.totalCents - employeePart(household));
}

/**
 * Lays an amount on members in proportion to their premiums; left-over cents go by the largest remainders, ties to the
 * lower id, so that no order of members changes a share. Of an amount that is at most the sum of the premiums, no part
 * exceeds its own premium.
 */
export function layByPremium(amount: Cents, members: readonly MemberPremium[]): ReadonlyMap<string, Cents> {
  const byId = [...members].sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
  const weights = byId.map((member) => member.premiumCents);
  if (!weights.some((weight) => weight > 0)) return new Map();
  const parts = allocate(amount, weights);
  return new Map(byId.map((member, index) => [member.memberId, parts[index] ?? zeroCents]));
}

// A percentage of some premiums for everybody of a prepared group, and what is paid of it in the plan that is picked: by
// person where both have prices per person, else by the employee's part and the dependents' part, as in share-split.ts.
// Whole cents a month; what comes of a household without a price means nothing.

import { shareOfCents, type BasisPoints, type Cents } from "../../money/cents";
import type { GroupPremiums } from "../../rating/group-pricer/group-premiums";
import { lesser } from "../contribution-working";
import { averageShare, dependentsPart, employeePart } from "../share-split";
import type { PromisedPeople } from "./promised-people";

export type PromisedShares = {
  readonly byMember: Float64Array | null;
  readonly byPart: { readonly own: Float64Array; readonly dependents: Float64Array } | null;
};

/** Of a reference plan, to be held against any plan. */
export function promisedOfReference(
  people: PromisedPeople,
  shares: Float64Array,
  reference: GroupPremiums,
): PromisedShares {
  return {
    byMember: reference.method === "per-member" ? memberShares(people, shares, reference) : null,
    byPart: partShares(people, shares, reference),
  };
}

/** Of the plan that is picked. */
export function promisedOfChosen(people: PromisedPeople, shares: Float64Array, chosen: GroupPremiums): PromisedShares {
  return chosen.method === "per-member"
    ? { byMember: memberShares(people, shares, chosen), byPart: null }
    : { byMember: null, byPart: partShares(people, shares, chosen) };
}

function memberShares(
  { shareCell }: PromisedPeople,
  shares: Float64Array,
  { memberCents }: GroupPremiums,
): Float64Array {
  const promised = new Float64Array(memberCents.length);
  for (let member = 0; member < promised.length; member += 1) {
    promised[member] = shareOfCents(memberCents[member] as Cents, shares[shareCell[member]!] as BasisPoints);
  }
  return promised;
}

function partShares(
  people: PromisedPeople,
  shares: Float64Array,
  premiums: GroupPremiums,
): NonNullable<PromisedShares["byPart"]> {
  const { householdCount } = people.group;
  const own = new Float64Array(householdCount);
  const dependents = new Float64Array(householdCount);
  for (let at = 0; at < householdCount; at += 1) {
    const ownShare = shares[people.ownShareCell[at]!] as BasisPoints;
    own[at] = shareOfCents(employeePart(amountsAt(premiums, at)), ownShare);
    dependents[at] = dependentsShare(people, shares, { premiums, at });
  }
  return { own, dependents };
}

function dependentsShare(
  { group, shareCell }: PromisedPeople,
  shares: Float64Array,
  { premiums, at }: { premiums: GroupPremiums; at: number },
): number {
  const dependents: number[] = [];
  for (let member = group.firstMember[at]!; member < group.firstMember[at + 1]!; member += 1) {
    if (group.isSelf[member] === 0) dependents.push(member);
  }
  const shareOf = (member: number) => shares[shareCell[member]!] as BasisPoints;
  if (premiums.method === "family-tier") {
    return averageShare(dependentsPart(amountsAt(premiums, at)), dependents.map(shareOf));
  }
  return dependents.reduce(
    (sum, member) => sum + shareOfCents(premiums.memberCents[member] as Cents, shareOf(member)),
    0,
  );
}

function amountsAt({ householdCents, employeeOnlyCents }: GroupPremiums, at: number) {
  return { totalCents: householdCents[at] as Cents, employeeOnlyCents: employeeOnlyCents[at] as Cents };
}

/** By household, never more than the plan that is picked costs. */
export function paidOfPromised(
  { group }: PromisedPeople,
  { byMember, byPart }: PromisedShares,
  chosen: GroupPremiums,
): Float64Array {
  const paid = new Float64Array(group.householdCount);
  for (let at = 0; at < paid.length; at += 1) {
    if (byMember && chosen.method === "per-member") {
      let sum = 0;
      const end = group.firstMember[at + 1]!;
      for (let member = group.firstMember[at]!; member < end; member += 1) {
        sum += lesser(chosen.memberCents[member] as Cents, byMember[member] as Cents);
      }
      paid[at] = sum;
    } else if (byPart) {
      const amounts = amountsAt(chosen, at);
      const own = lesser(employeePart(amounts), byPart.own[at] as Cents);
      paid[at] = own + lesser(dependentsPart(amounts), byPart.dependents[at] as Cents);
    }
  }
  return paid;
}

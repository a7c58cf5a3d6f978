// A percentage of some premiums for the people of a prepared group, and what is paid of it in the plan that is picked: by
// person where both have prices per person, else by the employee's part and the dependents' part, as in share-split.ts.
// Whole cents a month; what comes of a household without a price means nothing.

import { shareOfCents, type BasisPoints, type Cents } from "../../money/cents";
import { employeeOnlyPremium, type GroupPremiums } from "../../rating/group-pricer/group-premiums";
import { lesser } from "../contribution-working";
import { averageShare, dependentsPart, employeePart } from "../share-split";
import type { PromisedPeople } from "./promised-people";

/** A percentage of a reference plan, to be held against any plan. */
export type PromisedShares = {
  readonly reference: GroupPremiums;
  readonly shares: Float64Array;
  /** Of each member's price; null where the reference plan has none per person. */
  readonly byMember: Float64Array | null;
};

export function promisedOf(people: PromisedPeople, shares: Float64Array, reference: GroupPremiums): PromisedShares {
  const byMember =
    reference.method === "family-tier"
      ? null
      : Float64Array.from(people.shareCell, (cell, member) =>
          shareOfCents(reference.prices[reference.cells[member]!] as Cents, shares[cell] as BasisPoints),
        );
  return { reference, shares, byMember };
}

/** Members of a prepared group from one place up to, not including, another. */
export type MemberRange = { readonly first: number; readonly end: number };

function membersOf({ group }: PromisedPeople, at: number): MemberRange {
  return { first: group.firstMember[at]!, end: group.firstMember[at + 1]! };
}

/** What is paid for one household of what a reference plan promises. */
export function paidOfReference(
  people: PromisedPeople,
  promised: PromisedShares,
  chosen: GroupPremiums,
  at: number,
): number {
  const { byMember } = promised;
  if (byMember === null || chosen.method === "family-tier") return paidByPart(people, promised, chosen, at);
  return paidToMembers(byMember, chosen, membersOf(people, at));
}

/** Of what each member is promised never more than the member's price. */
export function paidToMembers(
  byMember: Float64Array,
  { prices, cells }: GroupPremiums,
  { first, end }: MemberRange,
): number {
  let paid = 0;
  for (let member = first; member < end; member += 1) {
    paid += lesser(prices[cells[member]!] as Cents, byMember[member] as Cents);
  }
  return paid;
}

/** What is paid for one household where the percentage is of the plan that is picked. */
export function paidOfChosen(people: PromisedPeople, shares: Float64Array, chosen: GroupPremiums, at: number): number {
  return chosen.method === "family-tier"
    ? paidByPart(people, { reference: chosen, shares, byMember: null }, chosen, at)
    : sharedWithMembers(people, shares, chosen, membersOf(people, at));
}

/** Of each member's own price. */
export function sharedWithMembers(
  { shareCell }: PromisedPeople,
  shares: Float64Array,
  { prices, cells }: GroupPremiums,
  { first, end }: MemberRange,
): number {
  let paid = 0;
  for (let member = first; member < end; member += 1) {
    const price = prices[cells[member]!] as Cents;
    paid += lesser(price, shareOfCents(price, shares[shareCell[member]!] as BasisPoints));
  }
  return paid;
}

function paidByPart(people: PromisedPeople, promised: PromisedShares, chosen: GroupPremiums, at: number): number {
  const { reference, shares } = promised;
  const ownShare = shares[people.ownShareCell[at]!] as BasisPoints;
  const base = amountsAt(people, reference, at);
  const picked = amountsAt(people, chosen, at);
  const own = lesser(employeePart(picked), shareOfCents(employeePart(base), ownShare));
  return own + lesser(dependentsPart(picked), promisedForDependents(people, promised, at));
}

function amountsAt({ group }: PromisedPeople, premiums: GroupPremiums, at: number) {
  return {
    totalCents: premiums.householdCents[at] as Cents,
    employeeOnlyCents: employeeOnlyPremium(group, premiums, at) as Cents,
  };
}

function promisedForDependents(
  people: PromisedPeople,
  { reference, shares, byMember }: PromisedShares,
  at: number,
): Cents {
  const { group, shareCell } = people;
  const ofDependents: BasisPoints[] = [];
  let byPerson = 0;
  for (let member = group.firstMember[at]!; member < group.firstMember[at + 1]!; member += 1) {
    if (group.isSelf[member] === 1) continue;
    ofDependents.push(shares[shareCell[member]!] as BasisPoints);
    byPerson += byMember?.[member] ?? 0;
  }
  return byMember === null
    ? averageShare(dependentsPart(amountsAt(people, reference, at)), ofDependents)
    : (byPerson as Cents);
}

// What the employer pays for every household of a prepared group in one plan, under any scheme, to the cent as the
// household contribution rule has it for one household: tests hold the two against each other. Whole cents a month;
// `noPrice` for a household without a price in the plan, or in the reference plan where the scheme rests on one.

import type { Cents } from "../../money/cents";
import type { GroupPremiums } from "../../rating/group-pricer/group-premiums";
import { noPrice } from "../../rating/group-pricer/price-table";
import { lesser } from "../contribution-working";
import type { ContributionScheme } from "../schemes/contribution-scheme";
import { amountRow, shareRow, type PromisedPeople } from "./promised-people";
import {
  paidOfChosen,
  paidOfReference,
  paidToMembers,
  promisedOf,
  sharedWithMembers,
  type PromisedShares,
} from "./promised-shares";

export type PreparedScheme =
  | { readonly kind: "of-reference"; readonly promised: PromisedShares }
  | { readonly kind: "of-chosen"; readonly shares: Float64Array; readonly limits: Float64Array | null }
  | { readonly kind: "dollars"; readonly amounts: Float64Array }
  | { readonly kind: "without-reference" };

/**
 * A scheme made ready for a group once. `reference` holds the group's premiums in the reference plan, or at its averages,
 * for the schemes that rest on them; without it such a scheme pays for nobody, which is not paying nothing.
 */
export function prepareScheme(
  people: PromisedPeople,
  { scheme, reference }: { scheme: ContributionScheme; reference: GroupPremiums | null },
): PreparedScheme {
  switch (scheme.method) {
    case "reference-plan-percent":
    case "composite-reference-percent":
      return reference
        ? { kind: "of-reference", promised: promisedOf(people, shareRow(scheme.shares), reference) }
        : { kind: "without-reference" };
    case "chosen-plan-percent":
      return { kind: "of-chosen", shares: shareRow(scheme.shares), limits: null };
    case "capped-percent":
      return { kind: "of-chosen", shares: shareRow(scheme.shares), limits: amountRow(scheme.limits) };
    case "fixed-dollars":
      return { kind: "dollars", amounts: amountRow(scheme.amounts) };
  }
}

/** The employer's share for one household, by its place in the group, if it picks the plan. */
export function employerShareAt(
  people: PromisedPeople,
  scheme: PreparedScheme,
  chosen: GroupPremiums,
  at: number,
): number {
  const premium = chosen.householdCents[at]!;
  if (premium < 0) return noPrice;
  if (people.continues[at] === 1) return 0;
  switch (scheme.kind) {
    case "of-reference":
      if (scheme.promised.reference.householdCents[at]! < 0) return noPrice;
      return paidOfReference(people, scheme.promised, chosen, at);
    case "of-chosen": {
      const paid = paidOfChosen(people, scheme.shares, chosen, at);
      return scheme.limits ? lesser(paid as Cents, scheme.limits[people.amountCell[at]!] as Cents) : paid;
    }
    case "dollars":
      return lesser(premium as Cents, scheme.amounts[people.amountCell[at]!] as Cents);
    case "without-reference":
      return noPrice;
  }
}

/** The employer's share if every household picks the plan; `noPrice` when one household has none. */
export function groupEmployerShare(people: PromisedPeople, scheme: PreparedScheme, chosen: GroupPremiums): number {
  const atOnce = shareOfAllMembers(people, scheme, chosen);
  if (atOnce !== null) return atOnce;
  let total = 0;
  for (let at = 0; at < people.group.householdCount; at += 1) {
    const share = employerShareAt(people, scheme, chosen, at);
    if (share < 0) return noPrice;
    total += share;
  }
  return total;
}

/** Where shares go by person and everybody has one, households make no difference; null where they do. */
function shareOfAllMembers(people: PromisedPeople, scheme: PreparedScheme, chosen: GroupPremiums): number | null {
  if (chosen.method === "family-tier" || chosen.totalCents < 0 || people.continues.includes(1)) return null;
  const everybody = { first: 0, end: people.group.memberCount };
  if (scheme.kind === "of-chosen" && scheme.limits === null) {
    return sharedWithMembers(people, scheme.shares, chosen, everybody);
  }
  if (scheme.kind !== "of-reference") return null;
  const { byMember, reference } = scheme.promised;
  return byMember === null || reference.totalCents < 0 ? null : paidToMembers(byMember, chosen, everybody);
}

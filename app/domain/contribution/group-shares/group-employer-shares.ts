// What the employer pays for every household of a prepared group in one plan, under any scheme, to the cent as the
// household contribution rule has it for one household: tests hold the two against each other. Whole cents a month;
// `noPrice` for a household without a price in the plan, or in the reference plan where the scheme rests on one.

import type { Cents } from "../../money/cents";
import type { GroupPremiums } from "../../rating/group-pricer/group-premiums";
import { noPrice } from "../../rating/group-pricer/price-table";
import { lesser } from "../contribution-working";
import type { ContributionScheme } from "../schemes/contribution-scheme";
import { amountRow, shareRow, type PromisedPeople } from "./promised-people";
import { paidOfPromised, promisedOfChosen, promisedOfReference, type PromisedShares } from "./promised-shares";

export type PreparedScheme =
  | { readonly kind: "of-reference"; readonly reference: GroupPremiums; readonly promised: PromisedShares }
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
      if (!reference) return { kind: "without-reference" };
      return {
        kind: "of-reference",
        reference,
        promised: promisedOfReference(people, shareRow(scheme.shares), reference),
      };
    case "chosen-plan-percent":
      return { kind: "of-chosen", shares: shareRow(scheme.shares), limits: null };
    case "capped-percent":
      return { kind: "of-chosen", shares: shareRow(scheme.shares), limits: amountRow(scheme.limits) };
    case "fixed-dollars":
      return { kind: "dollars", amounts: amountRow(scheme.amounts) };
  }
}

export type GroupEmployerShares = {
  readonly householdCents: Float64Array;
  /** The whole group; `noPrice` when one household has none. */
  readonly totalCents: number;
};

/** The employer's share if every household picks the plan. */
export function groupEmployerShares(
  people: PromisedPeople,
  scheme: PreparedScheme,
  chosen: GroupPremiums,
): GroupEmployerShares {
  const householdCents = sharesByHousehold(people, scheme, chosen);
  const based = scheme.kind === "of-reference" ? scheme.reference : chosen;
  let totalCents = 0;
  for (let at = 0; at < householdCents.length; at += 1) {
    if (chosen.householdCents[at]! < 0) householdCents[at] = noPrice;
    else if (people.continues[at] === 1) householdCents[at] = 0;
    else if (based.householdCents[at]! < 0) householdCents[at] = noPrice;
    const share = householdCents[at]!;
    totalCents = share < 0 || totalCents < 0 ? noPrice : totalCents + share;
  }
  return { householdCents, totalCents };
}

function sharesByHousehold(people: PromisedPeople, scheme: PreparedScheme, chosen: GroupPremiums): Float64Array {
  switch (scheme.kind) {
    case "of-reference":
      return paidOfPromised(people, scheme.promised, chosen);
    case "of-chosen": {
      const shares = paidOfPromised(people, promisedOfChosen(people, scheme.shares, chosen), chosen);
      return scheme.limits ? atMost(shares, scheme.limits, people) : shares;
    }
    case "dollars":
      return atMost(chosen.householdCents.slice(), scheme.amounts, people);
    case "without-reference":
      return new Float64Array(people.group.householdCount).fill(noPrice);
  }
}

function atMost(shares: Float64Array, amounts: Float64Array, { amountCell }: PromisedPeople): Float64Array {
  for (let at = 0; at < shares.length; at += 1) {
    shares[at] = lesser(shares[at] as Cents, amounts[amountCell[at]!] as Cents);
  }
  return shares;
}

// One line that says how an offer lands with the people: how many of them pay less than a round number.

import { cents, type Cents } from "../../money/cents";

export type PaycheckHeadline = {
  readonly underCents: Cents;
  /** Who pays less than that. */
  readonly heads: number;
  readonly ofHeads: number;
  /** What the one who pays most pays. */
  readonly mostCents: Cents;
};

const roundAmounts: readonly Cents[] = [
  ...[25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 600, 700, 800, 900, 1_000],
  ...[1_250, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000],
].map((dollars) => cents(dollars * 100));

/** The smallest round amount under which more than half of the people pay; null for nobody, or beyond the last one. */
export function paycheckHeadline(amounts: readonly Cents[]): PaycheckHeadline | null {
  const ofHeads = amounts.length;
  const below = (limit: Cents) => amounts.filter((amount) => amount < limit).length;
  const underCents = roundAmounts.find((limit) => below(limit) * 2 > ofHeads);
  if (underCents === undefined) return null;
  const mostCents = cents(Math.max(...amounts));
  return { underCents, heads: below(underCents), ofHeads, mostCents };
}

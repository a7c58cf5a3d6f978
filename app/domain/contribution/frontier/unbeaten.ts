// Of many designs, those that no other beats: a design beats another when it is at least as good in every measure and is
// better in one, or when all measures are equal and it comes first. Rows of numbers, since there are tens of thousands.

import { invariant } from "../../invariant";

/**
 * One number a design. Designs that cost the employer the same stand in the order in which they are preferred: the
 * employees' cost, smallest first, then the worth, largest first, then whatever breaks ties.
 */
export type Measured = {
  /** Less is better. */
  readonly employerCents: Float64Array;
  readonly employeesCents: Float64Array;
  /** More is better. */
  readonly worth: Float64Array;
};

/** The places of the unbeaten designs, by the employer's cost, smallest first. */
export function unbeatenPlaces({ employerCents, employeesCents, worth }: Measured): number[] {
  const count = employerCents.length;
  // Cost and place in one number, because numbers are sorted many times faster than by a comparison of two designs.
  const keys = employerCents.map((cost, place) => cost * count + place).sort();
  invariant(count === 0 || keys[count - 1]! <= Number.MAX_SAFE_INTEGER, "costs and places fit into whole numbers");
  // Whatever comes earlier costs the employer no more: it beats unless it costs employees more or is worth less.
  const worths = Float64Array.from(new Set(worth)).sort().reverse();
  const ranks = new Map([...worths].map((value, rank) => [value, rank]));
  const cheapest = new Float64Array(worths.length).fill(Infinity);
  const kept: number[] = [];
  for (const key of keys) {
    const place = key % count;
    const cost = employeesCents[place]!;
    const rank = ranks.get(worth[place]!) ?? 0;
    if (cheapest[rank]! <= cost) continue;
    kept.push(place);
    for (let lesser = rank; lesser < cheapest.length && cheapest[lesser]! > cost; lesser += 1) cheapest[lesser] = cost;
  }
  return kept;
}

import { invariant } from "../invariant";

/** Whole United States cents. */
export type Cents = number & { readonly __unit: "cents" };
/** Hundredths of a percent: 10,000 is 100 %. */
export type BasisPoints = number & { readonly __unit: "basis-points" };

export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) invariant(false, `cents must be a whole number, got ${value}`);
  return value as Cents;
}

export function basisPoints(value: number): BasisPoints {
  invariant(Number.isSafeInteger(value) && value >= 0, `basis points must be a whole number from 0, got ${value}`);
  return value as BasisPoints;
}

export const zeroCents = cents(0);
export const wholeShare = basisPoints(10_000);

export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

/** `share` of `amount`, rounded half up to the cent. */
export function shareOfCents(amount: Cents, share: BasisPoints): Cents {
  const product = amount * share;
  // Below this size the quotient has room for its fraction in a number, so that the floor is exact.
  if (product >= 0 && product <= exactProductMaximum) return Math.floor((product + 5_000) / 10_000) as Cents;
  return divideHalfUp(BigInt(amount) * BigInt(share), 10_000n);
}

const exactProductMaximum = 2 ** 45;

/** `numerator / denominator` of an amount in cents, rounded half up (away from minus infinity at the half). */
export function divideHalfUp(numerator: bigint, denominator: bigint): Cents {
  invariant(denominator > 0n, "the denominator must be positive");
  const doubled = 2n * numerator + denominator;
  const twice = 2n * denominator;
  const floor = doubled >= 0n ? doubled / twice : -((-doubled + twice - 1n) / twice);
  return cents(Number(floor));
}

/**
 * Splits `total` by `weights` so that the parts add up to it exactly. Left-over cents go one each to the
 * largest fractional remainders, ties to the earlier part.
 */
export function allocate(total: Cents, weights: readonly number[]): Cents[] {
  invariant(weights.length > 0 && weights.every((w) => Number.isSafeInteger(w) && w >= 0), "weights are whole, from 0");
  const sum = weights.reduce((a, b) => a + b, 0);
  invariant(sum > 0, "at least one weight is above 0");
  const sign = total < 0 ? -1 : 1;
  const size = BigInt(Math.abs(total));
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight);
    return { index, whole: Number(product / BigInt(sum)), rest: product % BigInt(sum) };
  });
  let left = Math.abs(total) - parts.reduce((a, p) => a + p.whole, 0);
  const byRest = [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1));
  for (const part of byRest) {
    if (left === 0) break;
    part.whole += 1;
    left -= 1;
  }
  return parts.map((p) => cents(p.whole === 0 ? 0 : sign * p.whole));
}

/** Reads `1,234.56`, `$1,234.5` or `1234` exactly; undefined for anything else. */
export function parseDollars(text: string): Cents | undefined {
  const match = /^\$?(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const value = Number(match[1]!.replaceAll(",", "")) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return Number.isSafeInteger(value) ? cents(value) : undefined;
}

import { parseDollars, type Cents } from "../../money/cents";

export const moneyStates = ["amount", "not-applicable", "unknown"] as const;
export type MoneyState = (typeof moneyStates)[number];

/** A filed amount has three meanings: a sum, expressly none, or nothing said. Whole cents. */
export type CmsMoney =
  | { readonly state: "amount"; readonly amountCents: Cents }
  | { readonly state: "not-applicable" }
  | { readonly state: "unknown" };

const notApplicable = /^(?:per (?:person|group) )?not applicable$/i;

/**
 * `$1,250`, `$9.99 `, `$2500 per person`, `$5000 per group`, `per group not applicable`, `Not Applicable` or empty
 * (unknown). Undefined when the text is none of these.
 */
export function parseCmsMoney(text: string): CmsMoney | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return { state: "unknown" };
  if (notApplicable.test(trimmed)) return { state: "not-applicable" };
  const amountCents = parseDollars(trimmed.replace(/\s+per (?:person|group)$/i, ""));
  return amountCents === undefined ? undefined : { state: "amount", amountCents };
}

/** The cents of an amount, else null. */
export function centsOf(money: CmsMoney): Cents | null {
  return money.state === "amount" ? money.amountCents : null;
}

/** Filing programs were seen to write these in place of a rate nobody set; in cents. */
const placeholderCents: ReadonlySet<number> = new Set([
  0, 1, 99_999, 999_900, 999_999, 9_999_900, 99_999_900, 99_999_999,
]);

export function isPlaceholderRate(rate: Cents): boolean {
  return placeholderCents.has(rate);
}

/** A million dollars a month: no person's price is that high, and sheets of prices have no room for it. */
const tooManyCents = 100_000_000;

export function isTooLargeRate(rate: Cents): boolean {
  return rate >= tooManyCents;
}

/**
 * What a copay or coinsurance cell says. Amounts keep the filing's own decimals as text; screens that show the cell
 * as written use the cell, screens in another language use this.
 */
export type CostShare =
  | { readonly kind: "unknown" | "not-applicable" }
  | { readonly kind: "no-charge"; readonly deductible: DeductibleWord }
  | {
      readonly kind: "copay";
      readonly dollars: string;
      readonly per: "day" | "stay" | null;
      readonly deductible: DeductibleWord;
    }
  | { readonly kind: "coinsurance"; readonly percent: string; readonly deductible: DeductibleWord }
  | { readonly kind: "as-written" };
type DeductibleWord = "before" | "after" | null;

const noCharge = /^no charge(?: (before|after) deductible)?$/i;
const copay = /^\$([\d,]+(?:\.\d+)?)(?: copay)?(?: per (day|stay))?(?: (before|after) deductible)?$/i;
const coinsurance = /^([\d.]+)%(?: coinsurance)?(?: (before|after) deductible)?$/i;

export function readCostShare(text: string): CostShare {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "unknown" };
  if (/^not applicable$/i.test(trimmed)) return { kind: "not-applicable" };
  const free = noCharge.exec(trimmed);
  if (free) return { kind: "no-charge", deductible: deductibleWord(free[1]) };
  const fixed = copay.exec(trimmed);
  if (fixed) {
    const per = fixed[2]?.toLowerCase() as "day" | "stay" | undefined;
    return { kind: "copay", dollars: fixed[1]!, per: per ?? null, deductible: deductibleWord(fixed[3]) };
  }
  const share = coinsurance.exec(trimmed);
  if (share) return { kind: "coinsurance", percent: share[1]!, deductible: deductibleWord(share[2]) };
  return { kind: "as-written" };
}

function deductibleWord(word: string | undefined): DeductibleWord {
  return word === undefined ? null : (word.toLowerCase() as "before" | "after");
}

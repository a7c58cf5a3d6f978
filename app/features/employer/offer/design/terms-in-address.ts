import type { OfferTermsInput } from "../offer.schema";

/**
 * Terms as the offer's form would send them, by the names of its fields: `...BasisPoints` as a percentage, `...Cents` as
 * dollars, true as a ticked box. What is not set is left out.
 */
export function fieldsOfTerms(terms: Partial<OfferTermsInput>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(terms).flatMap(([name, value]) => {
      const text = textOf(name, value);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

function textOf(name: string, value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (value === true) return "yes";
  if (typeof value !== "number") return undefined;
  return name.endsWith("BasisPoints") || name.endsWith("Cents") ? String(value / 100) : String(value);
}

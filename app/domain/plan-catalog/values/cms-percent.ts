/**
 * A share as exact decimal text, never rounded: `71.77%` is `0.7177`, `100%` is `1`, `0.918998637719829` stays.
 * Undefined for anything else.
 */
export function parseCmsShare(text: string): string | undefined {
  const match = /^(\d{1,3})(?:\.(\d+))?\s*(%?)$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole, fraction = "", sign] = match;
  if (sign === "") return canonical(whole!, fraction);
  const digits = whole!.padStart(3, "0");
  return canonical(digits.slice(0, -2), digits.slice(-2) + fraction);
}

function canonical(whole: string, fraction: string): string {
  const shortWhole = whole.replace(/^0+(?=\d)/, "") || "0";
  const shortFraction = fraction.replace(/0+$/, "");
  return shortFraction === "" ? shortWhole : `${shortWhole}.${shortFraction}`;
}

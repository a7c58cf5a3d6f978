// The bands of the Rate file. Through 2017 it prints 0-20, 21 to 64, 65 and over; from 2018 0-14, 15 to 63,
// 64 and over. A rate that ends in "and over" holds for every older age. Whole years, both ends included.
/** Oldest index of a rate table: it stands for this age and every older one. */
export const oldestRateAge = 65;

export type AgeBand =
  { readonly kind: "ages"; readonly fromAge: number; readonly toAge: number } | { readonly kind: "family-option" };

/** `0-20`, `21`, `65 and over`, `64 and over` or `Family Option`; undefined for anything else. */
export function parseCmsAge(text: string): AgeBand | undefined {
  const trimmed = text.trim();
  if (/^family option$/i.test(trimmed)) return { kind: "family-option" };
  const match = /^(\d{1,2})(?:-(\d{1,2})| and (over))?$/i.exec(trimmed);
  if (!match) return undefined;
  const fromAge = Number(match[1]);
  const toAge = match[3] ? oldestRateAge : match[2] ? Number(match[2]) : fromAge;
  return fromAge > toAge || toAge > oldestRateAge ? undefined : { kind: "ages", fromAge, toAge };
}

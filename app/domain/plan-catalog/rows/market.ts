export const markets = ["small-group", "individual"] as const;
export type Market = (typeof markets)[number];

/** `SHOP (Small Group)` or `Individual`, as filed; undefined for anything else. */
export function parseMarket(text: string): Market | undefined {
  if (/^shop \(small group\)$/i.test(text)) return "small-group";
  return /^individual$/i.test(text) ? "individual" : undefined;
}

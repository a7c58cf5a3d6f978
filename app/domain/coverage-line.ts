export const coverageLines = ["medical", "dental"] as const;
/** Medical and dental are offered, chosen and enrolled apart (domain term: line of coverage). */
export type CoverageLine = (typeof coverageLines)[number];

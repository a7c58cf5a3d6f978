/** Where in the 834 the reader stands. */
export type Loop =
  | "header"
  | "member"
  | "name"
  | "other-name"
  | "disability"
  | "coverage"
  | "provider"
  | "other-payer"
  | "categories"
  | "after-categories";

/** The segments each loop may hold, in their order (005010X220A1). A segment that opens another loop is not here. */
export const segmentsOfLoop: Readonly<Record<Loop, readonly string[]>> = {
  header: ["BGN", "REF", "DTP", "QTY", "N1", "N2", "N3", "N4", "PER", "ACT"],
  member: ["INS", "REF", "DTP"],
  name: ["NM1", "PER", "N3", "N4", "DMG", "EC", "ICM", "AMT", "HLH", "HI", "LUI"],
  "other-name": ["NM1", "PER", "N3", "N4", "DMG", "PLA"],
  disability: ["DSB", "DTP"],
  coverage: ["HD", "DTP", "AMT", "REF", "IDC"],
  provider: ["LX", "NM1", "N3", "N4", "PER", "PLA"],
  "other-payer": ["COB", "REF", "DTP", "NM1", "N3", "N4", "PER"],
  categories: ["LS", "LX", "N1", "REF", "DTP"],
  "after-categories": [],
};

/** The loop a segment opens from where the reader stands; undefined when it belongs to the present one. */
export function openedLoop(loop: Loop, segment: { id: string; entityCode: string }): Loop | undefined {
  const inMember = loop !== "header";
  switch (segment.id) {
    case "INS":
      return "member";
    case "HD":
      return inMember ? "coverage" : undefined;
    case "LS":
      return inMember ? "categories" : undefined;
    case "DSB":
      return inMember ? "disability" : undefined;
    case "COB":
      return loop === "coverage" || loop === "provider" || loop === "other-payer" ? "other-payer" : undefined;
    case "LX":
      return loop === "coverage" || loop === "provider" ? "provider" : undefined;
    case "NM1":
      if (loop !== "member" && loop !== "name" && loop !== "other-name") return undefined;
      return segment.entityCode === "IL" || segment.entityCode === "74" ? "name" : "other-name";
    default:
      return undefined;
  }
}

/** Segments after which a loop starts over, so that the order is counted anew: each category, each party. */
export function restartsOrder(loop: Loop, id: string): boolean {
  if (loop === "categories" || loop === "provider") return id === "LX";
  if (loop === "header") return id === "N1";
  return loop === "other-payer" && (id === "COB" || id === "NM1");
}

const onceInARow = new Set(["BGN", "PER", "N3", "N4", "DMG", "ICM", "HLH", "LS"]);

/** Segments that a loop holds once; in a reporting category each is there once. */
export function mayRepeat(loop: Loop, id: string): boolean {
  if (loop === "categories") return id === "LX";
  return !onceInARow.has(id) || (loop === "header" && id === "PER");
}

/** How a covered person is related to the employee. X12 codes: 834 005010X220A1, INS02. */
export const relationships = [
  "self",
  "spouse",
  "domestic-partner",
  "child",
  "stepchild",
  "adopted-child",
  "foster-child",
  "ward",
  "grandchild",
  "disabled-child",
] as const;
export type Relationship = (typeof relationships)[number];

export const dependentRelationships = relationships.filter((r): r is Exclude<Relationship, "self"> => r !== "self");

export function isSpouseOrPartner(relationship: Relationship): boolean {
  return relationship === "spouse" || relationship === "domestic-partner";
}

export function isChild(relationship: Relationship): boolean {
  return relationship !== "self" && !isSpouseOrPartner(relationship);
}

export const sexes = ["F", "M", "U"] as const;
/** As the 834 carries it (DMG03); U is unknown or not stated. */
export type Sex = (typeof sexes)[number];

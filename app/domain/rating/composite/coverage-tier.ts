// The four make-ups of a household that issuers and employers use where amounts go by tier rather than by person.

import { isSpouseOrPartner, type Relationship } from "../../household/relationship";

export const coverageTiers = ["employee-only", "employee-and-spouse", "employee-and-children", "family"] as const;
export type CoverageTier = (typeof coverageTiers)[number];

/** A domestic partner counts as a spouse; everybody else beside the employee counts as a child. */
export function coverageTierOf(members: readonly { readonly relationship: Relationship }[]): CoverageTier {
  const hasSpouse = members.some(({ relationship }) => isSpouseOrPartner(relationship));
  const hasChild = members.some(({ relationship }) => relationship !== "self" && !isSpouseOrPartner(relationship));
  if (hasSpouse) return hasChild ? "family" : "employee-and-spouse";
  return hasChild ? "employee-and-children" : "employee-only";
}

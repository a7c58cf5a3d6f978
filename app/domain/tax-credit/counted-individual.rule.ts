// Whose hours, wages and premiums count for the credit. Not counted at all: contractors, sole proprietors, partners,
// shareholders of more than 2 % of an S corporation, owners of more than 5 % of another business, and the families and
// household dependents of these. A seasonal worker of 120 days or fewer counts with premiums only.
// 26 U.S.C. 45R(d)(5) and (e)(1); 26 CFR 1.45R-1(a)(5). Shares in basis points, whole days.
import { invariant } from "../invariant";
import type { EntityKind } from "../household/employment";
import type { BasisPoints } from "../money/cents";

export const citation = "26 U.S.C. 45R(e)(1)";
export const seasonalCitation = "26 U.S.C. 45R(d)(5)";

/** A leased employee counts; what the leasing company pays for the coverage does not. */
export const creditWorkerKinds = ["employee", "leased-employee", "independent-contractor"] as const;
export type CreditWorkerKind = (typeof creditWorkerKinds)[number];

/** How somebody is tied to an owner who is not counted. A spouse of any of these is family too. */
export const ownerFamilyTies = [
  "none",
  "spouse",
  "child-or-descendant",
  "sibling-or-stepsibling",
  "parent-or-ancestor",
  "stepparent",
  "niece-or-nephew",
  "aunt-or-uncle",
  "in-law",
  "dependent-in-household",
] as const;
export type OwnerFamilyTie = (typeof ownerFamilyTies)[number];

export const mostSeasonalDays = 120;
const sCorporationShareLimit = 200;
const otherShareLimit = 500;

export type CreditIndividual = {
  readonly workerKind: CreditWorkerKind;
  readonly isOwner: boolean;
  /** With the family's shares that the law attributes to the owner. 0 for somebody who owns nothing. */
  readonly ownershipBasisPoints: BasisPoints;
  readonly familyTie: OwnerFamilyTie;
  /** Days worked in the tax year by a seasonal worker; null for everybody else. */
  readonly seasonalDays: number | null;
};

export const exclusionReasons = ["contractor", "owner", "owner-family", "seasonal"] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export type Counted =
  | { readonly counts: "fully"; readonly reason: null }
  | { readonly counts: "premiums-only"; readonly reason: "seasonal" }
  | { readonly counts: "not"; readonly reason: "contractor" | "owner" | "owner-family" };

export function countedForCredit(person: CreditIndividual, entityKind: EntityKind): Counted {
  const { seasonalDays } = person;
  invariant(
    seasonalDays === null || (Number.isSafeInteger(seasonalDays) && seasonalDays >= 0),
    "days are whole, from 0",
  );
  if (person.workerKind === "independent-contractor") return { counts: "not", reason: "contractor" };
  if (isExcludedOwner(person, entityKind)) return { counts: "not", reason: "owner" };
  if (person.familyTie !== "none") return { counts: "not", reason: "owner-family" };
  if (seasonalDays !== null && seasonalDays <= mostSeasonalDays) return { counts: "premiums-only", reason: "seasonal" };
  return { counts: "fully", reason: null };
}

function isExcludedOwner({ isOwner, ownershipBasisPoints }: CreditIndividual, entityKind: EntityKind): boolean {
  switch (entityKind) {
    case "sole-proprietorship":
    case "partnership":
    case "limited-liability-company":
    case "limited-liability-partnership":
    case "household-employer":
      return isOwner;
    case "s-corporation":
      return isOwner && ownershipBasisPoints > sCorporationShareLimit;
    case "c-corporation":
    case "tax-exempt-organization":
    case "government":
      return isOwner && ownershipBasisPoints > otherShareLimit;
  }
}

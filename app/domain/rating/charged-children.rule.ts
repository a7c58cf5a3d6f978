// Of the covered children under 21 in a household the three oldest are charged, fewer where the issuer filed fewer; of
// children born on one day those with the lower ids. A spouse under 21 takes a child's place only where the exchange says
// so. Stand-alone dental is outside the federal rule: its issuer, or else the exchange, says whether anybody stops counting.
// Law: 45 CFR 147.102(c)(1). Ages in whole years on the day that counts; no amounts.

import type { CoverageLine } from "../coverage-line";
import { isChild, isSpouseOrPartner } from "../household/relationship";
import type { ChildCap, FiledChildCaps } from "../plan-catalog/plan";
import type { AgedMember, HouseholdRatingProfile } from "./rated-household";

export const citation = "45 CFR 147.102(c)(1)";

/** From this age on everybody is charged, and may be charged for tobacco. */
export const adultRatingAge = 21;
const defaultChildCap: ChildCap = 3;

export type ChildCapTerms = {
  readonly line: CoverageLine;
  readonly profile: Pick<HouseholdRatingProfile, "childCapAppliesToDental">;
  /** What the issuer filed for this plan; the general three when nothing was filed. */
  readonly childCap?: ChildCap | FiledChildCaps | null | undefined;
  /** Stand-alone dental: whether this issuer stops charging after that many children; null leaves it to the exchange. */
  readonly issuerCapsDentalChildren?: boolean | null | undefined;
};

/** How many children a household is charged for, with one adult or with a couple; null: for all of them. */
export type ChargedChildCounts = { readonly couple: ChildCap; readonly oneAdult: ChildCap } | null;

export function chargedChildCounts(terms: ChildCapTerms): ChargedChildCounts {
  const { line, profile, childCap } = terms;
  if (line === "dental" && !(terms.issuerCapsDentalChildren ?? profile.childCapAppliesToDental)) return null;
  if (typeof childCap === "number") return { couple: childCap, oneAdult: childCap };
  return { couple: childCap?.twoParent ?? defaultChildCap, oneAdult: childCap?.singleParent ?? defaultChildCap };
}

export function isCouple(members: readonly Pick<AgedMember, "relationship">[]): boolean {
  return members.some((member) => isSpouseOrPartner(member.relationship));
}

/** Those who take a child's place, in the order in which they are charged, whatever order they are listed in. */
export function childrenOldestFirst(
  members: readonly AgedMember[],
  { under21SpouseUsesChildSlot }: Pick<HouseholdRatingProfile, "under21SpouseUsesChildSlot">,
): readonly AgedMember[] {
  return members
    .filter(
      ({ ageYears, relationship }) =>
        ageYears < adultRatingAge &&
        (isChild(relationship) || (under21SpouseUsesChildSlot && isSpouseOrPartner(relationship))),
    )
    .sort((a, b) => compareText(a.bornOn, b.bornOn) || compareText(a.memberId, b.memberId));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ids of the children beyond those charged. */
export function unchargedChildren(
  members: readonly AgedMember[],
  terms: ChildCapTerms & { readonly profile: HouseholdRatingProfile },
): ReadonlySet<string> {
  const counts = chargedChildCounts(terms);
  if (counts === null) return new Set();
  const charged = isCouple(members) ? counts.couple : counts.oneAdult;
  return new Set(
    childrenOldestFirst(members, terms.profile)
      .slice(charged)
      .map((member) => member.memberId),
  );
}

// Where an issuer files prices by the make-up of the household instead of by age (all small-group plans of New York and
// Vermont, some dental plans elsewhere), the household pays one amount: alone, couple, or either with one, two, or three
// and more dependents. Law: 45 CFR 147.102(c)(2). Whole cents from the filed table; nothing is rounded.
// The subscriber carries the whole amount and everybody else 0.00: the filing has no price per person, and a split of our
// own would put premiums on the bill and into the enrollment file that no issuer has filed.

import { isSpouseOrPartner } from "../household/relationship";
import { zeroCents } from "../money/cents";
import { done, failed, type Outcome } from "../problem";
import type { FamilyTier, FamilyTierRateSheet } from "./rate-sheet";
import type { AgedMember, HouseholdPremium, MemberPremium } from "./rated-household";

export const citation = "45 CFR 147.102(c)(2)";

const tiersOfOneAdult = ["individual", "primaryAndOne", "primaryAndTwo", "primaryAndThreeOrMore"] as const;
const tiersOfCouple = ["couple", "coupleAndOne", "coupleAndTwo", "coupleAndThreeOrMore"] as const;

/** The tier of a household; `dependents` does not count the spouse or partner. */
export function familyTierOf({ hasSpouse, dependents }: { hasSpouse: boolean; dependents: number }): FamilyTier {
  const [none, one, two, threeOrMore] = hasSpouse ? tiersOfCouple : tiersOfOneAdult;
  if (dependents === 0) return none;
  if (dependents === 1) return one;
  return dependents === 2 ? two : threeOrMore;
}

/**
 * Prices a household by its make-up; ages and tobacco change nothing. Problems: `household-needs-one-subscriber`,
 * `household-has-two-spouses`, `plan-not-quotable` when no price was filed for this make-up.
 */
export function familyTierPremium(input: {
  sheet: FamilyTierRateSheet;
  members: readonly AgedMember[];
}): Outcome<HouseholdPremium> {
  const { sheet, members } = input;
  const { planId, tiers } = sheet;
  const subscribers = members.filter((member) => member.relationship === "self").length;
  const spouses = members.filter((member) => isSpouseOrPartner(member.relationship)).length;
  if (subscribers !== 1) return failed({ code: "household-needs-one-subscriber", params: { planId } });
  if (spouses > 1) return failed({ code: "household-has-two-spouses", params: { planId } });
  const tier = familyTierOf({ hasSpouse: spouses === 1, dependents: members.length - 1 - spouses });
  const totalCents = tiers[tier];
  if (totalCents === null) return failed({ code: "plan-not-quotable", params: { planId, tier } });
  return done({
    method: "family-tier",
    totalCents,
    employeeOnlyCents: tiers.individual,
    members: members.map(({ memberId, relationship, ageYears }): MemberPremium => ({
      memberId,
      relationship,
      ageYears,
      premiumCents: relationship === "self" ? totalCents : zeroCents,
      tobaccoSurchargeCents: zeroCents,
      treatment: relationship === "self" ? "charged" : "covered-by-tier",
      rateAgeBand: null,
    })),
  });
}

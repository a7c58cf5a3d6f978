// Why a household or one of its members costs what they cost: the household premium rule is run on the same input, and
// what it answers is put into words. No amount is worked out here.

import type { Explanation } from "../../explanation";
import { isChild, isSpouseOrPartner } from "../../household/relationship";
import { done, failed, type Outcome } from "../../problem";
import { citation as tierCitation, familyTierOf } from "../family-tier-premium.rule";
import { citation, householdMonthlyPremium, type HouseholdPremiumInput } from "../household-premium.rule";
import type { FamilyTier } from "../rate-sheet";
import type { HouseholdPremium, MemberPremium } from "../rated-household";

const tierCodes: Readonly<Record<FamilyTier, string>> = {
  individual: "explain-tier-individual",
  couple: "explain-tier-couple",
  primaryAndOne: "explain-tier-parent-and-one",
  primaryAndTwo: "explain-tier-parent-and-two",
  primaryAndThreeOrMore: "explain-tier-parent-and-three-or-more",
  coupleAndOne: "explain-tier-couple-and-one",
  coupleAndTwo: "explain-tier-couple-and-two",
  coupleAndThreeOrMore: "explain-tier-couple-and-three-or-more",
};

/** The household's total, with one step a member in the order given. Problems: those of the premium rule. */
export function explainHouseholdPremium(input: HouseholdPremiumInput): Outcome<Explanation> {
  const premium = householdMonthlyPremium(input);
  if (!premium.ok) return premium;
  return done(premium.value.method === "per-member" ? byPerson(premium.value) : byTier(premium.value));
}

/** One member's amount. Problems: those of the premium rule, `member-not-in-household` {memberId}. */
export function explainMemberPremium(
  input: HouseholdPremiumInput & { readonly memberId: string },
): Outcome<Explanation> {
  const premium = householdMonthlyPremium(input);
  if (!premium.ok) return premium;
  const member = premium.value.members.find(({ memberId }) => memberId === input.memberId);
  if (!member) return failed({ code: "member-not-in-household", params: { memberId: input.memberId } });
  if (premium.value.method === "family-tier" && member.treatment === "charged") return done(byTier(premium.value));
  return done(ofMember(member, chargedPlaces(premium.value)));
}

function byPerson(premium: HouseholdPremium): Explanation {
  const { totalCents, members } = premium;
  const count = members.filter((member) => member.treatment === "charged").length;
  return {
    code: "explain-household-premium",
    params: { totalCents, count },
    citation,
    steps: members.map((member) => ofMember(member, chargedPlaces(premium))),
  };
}

function byTier({ totalCents, members }: HouseholdPremium): Explanation {
  const spouses = members.filter((member) => isSpouseOrPartner(member.relationship)).length;
  const dependents = members.length - 1 - spouses;
  const tier = familyTierOf({ hasSpouse: spouses > 0, dependents });
  return {
    code: tierCodes[tier],
    params: { totalCents },
    citation: tierCitation,
    steps: members.filter((member) => member.treatment === "covered-by-tier").map((member) => ofMember(member, 0)),
  };
}

/** How many of those who share the places for children are charged: where somebody is not, it is the issuer's limit. */
function chargedPlaces({ members }: HouseholdPremium): number {
  const spouseShares = members.some((member) => isUncharged(member) && isSpouseOrPartner(member.relationship));
  return members.filter(
    ({ treatment, ageYears, relationship }) =>
      treatment === "charged" &&
      ageYears < 21 &&
      (isChild(relationship) || (spouseShares && isSpouseOrPartner(relationship))),
  ).length;
}

function isUncharged({ treatment }: MemberPremium): boolean {
  return treatment === "fourth-or-later-child";
}

function ofMember(member: MemberPremium, charged: number): Explanation {
  const { memberId, ageYears, premiumCents, tobaccoSurchargeCents, treatment, relationship } = member;
  switch (treatment) {
    case "charged":
      return tobaccoSurchargeCents > 0
        ? {
            code: "explain-member-charged-with-tobacco",
            params: { memberId, ageYears, premiumCents, tobaccoSurchargeCents },
            citation,
          }
        : { code: "explain-member-charged", params: { memberId, ageYears, premiumCents }, citation };
    case "fourth-or-later-child":
      return {
        code: isSpouseOrPartner(relationship) ? "explain-member-uncharged-spouse" : "explain-member-uncharged-child",
        params: { memberId, ageYears, count: charged },
        citation,
      };
    case "covered-by-tier":
      return { code: "explain-member-covered-by-tier", params: { memberId }, citation: tierCitation };
  }
}

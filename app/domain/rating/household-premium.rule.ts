// A household's monthly premium is the sum of its members' filed prices by age on the effective date. Of the covered
// children under 21 the three oldest are charged (fewer where the issuer filed fewer); everybody aged 21 or older is.
// A spouse under 21 pays the price of their age and takes no child's place. Tobacco prices start at 21.
// Law: 45 CFR 147.102(a)(1)(iii)-(iv), (c)(1). Whole cents, taken from the filed table per person; nothing is rounded.

import type { CalendarDate } from "../calendar/calendar-date";
import { invariant } from "../invariant";
import { cents, sumCents, zeroCents, type Cents } from "../money/cents";
import { done, failed, type Outcome, type Problem } from "../problem";
import { adultRatingAge, unchargedChildren, type ChildCapTerms } from "./charged-children.rule";
import { familyTierPremium } from "./family-tier-premium.rule";
import { bandOfAge, rateAt, type PerAgeRateSheet, type RateSheet } from "./rate-sheet";
import {
  agedMembers,
  type AgedMember,
  type HouseholdPremium,
  type HouseholdRatingProfile,
  type MemberPremium,
  type RatedMember,
} from "./rated-household";
import { statePricingRuling } from "./state-pricing.rule";

export const citation = "45 CFR 147.102(c)(1)";

export type { HouseholdRatingProfile } from "./rated-household";

export type HouseholdPremiumInput = ChildCapTerms & {
  readonly sheet: RateSheet;
  /** First day of the plan year, or of this household's coverage where that is later. */
  readonly startOn: CalendarDate;
  readonly members: readonly RatedMember[];
  readonly profile: HouseholdRatingProfile;
};

/**
 * Prices one household in one plan. The order of members never changes a price. Problems: `plan-not-quotable` (the plan
 * filed no price for an age or a make-up: never zero), `member-born-after-start`, `state-rates-not-loaded`,
 * `state-rates-not-by-age`, and for family tiers `household-needs-one-subscriber` and `household-has-two-spouses`.
 */
export function householdMonthlyPremium(input: HouseholdPremiumInput): Outcome<HouseholdPremium> {
  const { sheet, startOn, members, profile } = input;
  invariant(members.length > 0, "a household has at least one covered member");
  invariant(new Set(members.map((m) => m.memberId)).size === members.length, "member ids are distinct");
  const ruling = statePricingRuling(input);
  if (!ruling.allowed) return failed(...ruling.problems);
  const aged = agedMembers({ members, startOn, profile });
  const unborn = aged.filter((member) => member.ageYears < 0);
  if (unborn.length > 0) return failed(...unborn.map(bornAfterStart));
  return sheet.kind === "family-tier"
    ? familyTierPremium({ sheet, members: aged })
    : perMemberPremium({ sheet, members: aged, uncharged: unchargedChildren(aged, input) });
}

function bornAfterStart({ memberId, bornOn }: AgedMember): Problem {
  return { code: "member-born-after-start", params: { memberId, bornOn } };
}

function perMemberPremium(input: {
  sheet: PerAgeRateSheet;
  members: readonly AgedMember[];
  uncharged: ReadonlySet<string>;
}): Outcome<HouseholdPremium> {
  const { sheet, uncharged } = input;
  const premiums: MemberPremium[] = [];
  const problems: Problem[] = [];
  for (const member of input.members) {
    const priced = uncharged.has(member.memberId) ? unchargedMember(sheet, member) : chargedMember(sheet, member);
    if (priced) premiums.push(priced);
    else problems.push(noPriceFor(sheet, member));
  }
  if (problems.length > 0) return failed(...problems);
  const employees = premiums.filter((member) => member.relationship === "self");
  return done({
    method: "per-member",
    totalCents: sumCents(premiums.map((member) => member.premiumCents)),
    employeeOnlyCents: sumCents(employees.map((member) => member.premiumCents)),
    members: premiums,
  });
}

function noPriceFor(sheet: RateSheet, { memberId, ageYears }: AgedMember): Problem {
  return { code: "plan-not-quotable", params: { planId: sheet.planId, memberId, ageYears } };
}

function unchargedMember(sheet: PerAgeRateSheet, member: AgedMember): MemberPremium {
  return {
    ...outlineOf(sheet, member),
    premiumCents: zeroCents,
    tobaccoSurchargeCents: zeroCents,
    treatment: "fourth-or-later-child",
  };
}

function chargedMember(sheet: PerAgeRateSheet, member: AgedMember): MemberPremium | undefined {
  const premiumCents = chargedRate(sheet, member);
  const plainCents = chargedRate(sheet, { ...member, usesTobacco: false });
  if (premiumCents === undefined || plainCents === undefined) return undefined;
  return {
    ...outlineOf(sheet, member),
    premiumCents,
    tobaccoSurchargeCents: cents(premiumCents - plainCents),
    treatment: "charged",
  };
}

/** What a charged person pays; tobacco counts from 21. Undefined when the plan filed no price for the age. */
export function chargedRate(
  sheet: PerAgeRateSheet,
  { ageYears: age, usesTobacco }: Pick<AgedMember, "ageYears" | "usesTobacco">,
): Cents | undefined {
  return rateAt(sheet, { age, usesTobacco: usesTobacco && age >= adultRatingAge });
}

function outlineOf(sheet: PerAgeRateSheet, { memberId, relationship, ageYears }: AgedMember) {
  const band = bandOfAge(sheet, ageYears);
  const rateAgeBand = band ? { fromAge: band.fromAge, toAge: band.toAge } : null;
  return { memberId, relationship, ageYears, rateAgeBand };
}

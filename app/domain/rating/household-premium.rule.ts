// A household's monthly premium is the sum of its members' filed prices by age on the effective date. Of the covered
// children under 21 the three oldest are charged (fewer where the issuer filed fewer); everybody aged 21 or older is.
// A spouse under 21 pays the price of their age and takes no child's place. Tobacco prices start at 21.
// Law: 45 CFR 147.102(a)(1)(iii)-(iv), (c)(1). Whole cents, taken from the filed table per person; nothing is rounded.

import { ageOn, type CalendarDate } from "../calendar/calendar-date";
import type { CoverageLine } from "../coverage-line";
import type { ExchangeProfile } from "../exchange-profile/exchange-profile";
import { isChild, isSpouseOrPartner } from "../household/relationship";
import { invariant } from "../invariant";
import { cents, sumCents, zeroCents } from "../money/cents";
import type { ChildCap, FiledChildCaps } from "../plan-catalog/plan";
import { done, failed, type Outcome, type Problem } from "../problem";
import { familyTierPremium } from "./family-tier-premium.rule";
import { bandOfAge, rateAt, type PerAgeRateSheet, type RateSheet } from "./rate-sheet";
import type { AgedMember, HouseholdPremium, MemberPremium, RatedMember } from "./rated-household";
import { statePricingRuling } from "./state-pricing.rule";

export const citation = "45 CFR 147.102(c)(1)";

const adultRatingAge = 21;
const defaultChildCap: ChildCap = 3;

/**
 * The parts of an exchange's rules that move a household's price. Stand-alone dental is outside the federal rule about
 * children, and its words leave open whether a spouse under 21 takes a child's place: both are the exchange's to say.
 */
export type HouseholdRatingProfile = Pick<
  ExchangeProfile,
  "childCapAppliesToDental" | "under21SpouseUsesChildSlot" | "tobaccoAllowed"
>;

export type HouseholdPremiumInput = {
  readonly sheet: RateSheet;
  /** First day of the plan year, or of this household's coverage where that is later. */
  readonly startOn: CalendarDate;
  readonly members: readonly RatedMember[];
  readonly profile: HouseholdRatingProfile;
  readonly line: CoverageLine;
  /** What the issuer filed for this plan; the general three when nothing was filed. */
  readonly childCap?: ChildCap | FiledChildCaps | null | undefined;
  /** Stand-alone dental: whether this issuer stops charging after that many children; null leaves it to the exchange. */
  readonly issuerCapsDentalChildren?: boolean | null | undefined;
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
  const aged = members.map((member) => ({
    ...member,
    usesTobacco: member.usesTobacco && profile.tobaccoAllowed,
    ageYears: ageOn({ bornOn: member.bornOn, on: member.ratedOn ?? startOn }),
  }));
  const unborn = aged.filter((member) => member.ageYears < 0);
  if (unborn.length > 0) return failed(...unborn.map(bornAfterStart));
  return sheet.kind === "family-tier"
    ? familyTierPremium({ sheet, members: aged })
    : perMemberPremium({ sheet, members: aged, uncharged: unchargedChildren({ ...input, members: aged }) });
}

function bornAfterStart({ memberId, bornOn }: AgedMember): Problem {
  return { code: "member-born-after-start", params: { memberId, bornOn } };
}

/** Ids of the children beyond the cap: the oldest are charged, and of children born on one day the lower ids. */
function unchargedChildren(
  input: Omit<HouseholdPremiumInput, "members"> & { members: readonly AgedMember[] },
): ReadonlySet<string> {
  const { members, profile, line, childCap } = input;
  if (line === "dental" && !(input.issuerCapsDentalChildren ?? profile.childCapAppliesToDental)) return new Set();
  const takesPlace = (member: AgedMember) =>
    member.ageYears < adultRatingAge &&
    (isChild(member.relationship) || (profile.under21SpouseUsesChildSlot && isSpouseOrPartner(member.relationship)));
  const oldestFirst = members
    .filter(takesPlace)
    .sort((a, b) => compareText(a.bornOn, b.bornOn) || compareText(a.memberId, b.memberId));
  return new Set(oldestFirst.slice(chargedChildren({ childCap, members })).map((member) => member.memberId));
}

function chargedChildren({ childCap, members }: Pick<HouseholdPremiumInput, "childCap" | "members">): ChildCap {
  if (typeof childCap === "number") return childCap;
  const couple = members.some((member) => isSpouseOrPartner(member.relationship));
  return (couple ? childCap?.twoParent : childCap?.singleParent) ?? defaultChildCap;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
  const age = member.ageYears;
  const usesTobacco = member.usesTobacco && age >= adultRatingAge;
  const premiumCents = rateAt(sheet, { age, usesTobacco });
  const plainCents = rateAt(sheet, { age, usesTobacco: false });
  if (premiumCents === undefined || plainCents === undefined) return undefined;
  return {
    ...outlineOf(sheet, member),
    premiumCents,
    tobaccoSurchargeCents: cents(premiumCents - plainCents),
    treatment: "charged",
  };
}

function outlineOf(sheet: PerAgeRateSheet, { memberId, relationship, ageYears }: AgedMember) {
  const band = bandOfAge(sheet, ageYears);
  const rateAgeBand = band ? { fromAge: band.fromAge, toAge: band.toAge } : null;
  return { memberId, relationship, ageYears, rateAgeBand };
}

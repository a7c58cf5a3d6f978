// What goes into the pricing of a household and what comes out. Whole cents a month.

import { ageOn, type CalendarDate } from "../calendar/calendar-date";
import type { ExchangeProfile } from "../exchange-profile/exchange-profile";
import type { Relationship } from "../household/relationship";
import type { Cents } from "../money/cents";
import type { AgeBand } from "./age-band";

export type RatedMember = {
  readonly memberId: string;
  readonly relationship: Relationship;
  readonly bornOn: CalendarDate;
  readonly usesTobacco: boolean;
  /** Day whose age counts for somebody who joined after the plan year began; otherwise the household's day. */
  readonly ratedOn?: CalendarDate | undefined;
};

/** A member whose age on the day that counts is known. */
export type AgedMember = RatedMember & { readonly ageYears: number };

/**
 * The parts of an exchange's rules that move a household's price. Stand-alone dental is outside the federal rule about
 * children, and its words leave open whether a spouse under 21 takes a child's place: both are the exchange's to say.
 */
export type HouseholdRatingProfile = Pick<
  ExchangeProfile,
  "childCapAppliesToDental" | "under21SpouseUsesChildSlot" | "tobaccoAllowed"
>;

/** Members with their ages on the day that counts; below 0 for somebody who is not born by then. */
export function agedMembers(input: {
  members: readonly RatedMember[];
  /** First day of the plan year, or of this household's coverage where that is later. */
  startOn: CalendarDate;
  profile: Pick<HouseholdRatingProfile, "tobaccoAllowed">;
}): readonly AgedMember[] {
  const { members, startOn, profile } = input;
  return members.map(({ memberId, relationship, bornOn, usesTobacco, ratedOn }) => ({
    memberId,
    relationship,
    bornOn,
    ratedOn,
    usesTobacco: usesTobacco && profile.tobaccoAllowed,
    ageYears: ageOn({ bornOn, on: ratedOn ?? startOn }),
  }));
}

export const premiumTreatments = ["charged", "fourth-or-later-child", "covered-by-tier"] as const;
/**
 * Why a member costs what they cost: `fourth-or-later-child` is a child beyond the number that may be charged,
 * `covered-by-tier` is a member whose price is inside the household's one amount.
 */
export type PremiumTreatment = (typeof premiumTreatments)[number];

export type MemberPremium = {
  readonly memberId: string;
  readonly relationship: Relationship;
  readonly ageYears: number;
  readonly premiumCents: Cents;
  /** Part of `premiumCents` that is charged for tobacco. */
  readonly tobaccoSurchargeCents: Cents;
  readonly treatment: PremiumTreatment;
  /** The plan's own band; null where the price does not depend on age. */
  readonly rateAgeBand: AgeBand | null;
};

export type HouseholdPremium = {
  readonly method: "per-member" | "family-tier";
  readonly totalCents: Cents;
  /** What covering the employee alone costs; the rest of the total is for the dependents. */
  readonly employeeOnlyCents: Cents;
  /** In the order in which the members were given. */
  readonly members: readonly MemberPremium[];
};

// An employer may let its contribution rest on averages: what the reference plan costs this group for an adult and for a
// child, the same for all ages. The averages are made of everybody on the roster when the offer is published, leave
// tobacco out and hold for the year; whoever joins later counts at the same ones. Where the group had nobody of that age,
// a person counts at their own price. Law: 45 CFR 155.705(b)(11)(ii); 45 CFR 147.102(c)(3).
// Whole cents a month; each average is rounded half up once.

import { cents, sumCents, type Cents } from "../../money/cents";
import { done, failed, type Outcome } from "../../problem";
import type { HouseholdPremium, MemberPremium } from "../rated-household";
import { adultAverageAge, compositeAverages } from "./composite-averages.rule";

export const citation = "45 CFR 155.705(b)(11)(ii); 45 CFR 147.102(c)(3)";

/** Null: the group had nobody of that age. */
export type ReferenceAverages = { readonly adultCents: Cents | null; readonly childCents: Cents | null };

/**
 * The averages of a group's households in its reference plan. Problems: `composite-without-households`,
 * `composite-needs-prices-by-person`.
 */
export function referenceAverages(households: readonly HouseholdPremium[]): Outcome<ReferenceAverages> {
  const averages = compositeAverages(households);
  if (!averages.ok) return averages;
  const { adults, children } = averages.value;
  return done({ adultCents: adults.averageCents, childCents: children.averageCents });
}

/**
 * A household as the averages count it: who is charged nothing counts for nothing. `household` is its own price in the
 * reference plan. Problem: `composite-needs-prices-by-person`.
 */
export function averagedReference(input: {
  averages: ReferenceAverages;
  household: HouseholdPremium;
}): Outcome<HouseholdPremium> {
  const { averages, household } = input;
  if (household.method !== "per-member") return failed({ code: "composite-needs-prices-by-person", citation });
  const members = household.members.map((member): MemberPremium => {
    const average = member.ageYears >= adultAverageAge ? averages.adultCents : averages.childCents;
    const own = cents(member.premiumCents - member.tobaccoSurchargeCents);
    const premiumCents = member.treatment === "charged" ? (average ?? own) : member.premiumCents;
    return { ...member, premiumCents, tobaccoSurchargeCents: cents(0), rateAgeBand: null };
  });
  const self = members.filter((member) => member.relationship === "self");
  return done({
    method: "per-member",
    totalCents: sumCents(members.map((member) => member.premiumCents)),
    employeeOnlyCents: sumCents(self.map((member) => member.premiumCents)),
    members,
  });
}

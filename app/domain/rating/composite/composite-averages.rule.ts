// A composite bill charges everybody of 21 and older one average and every charged child under 21 another; a family pays
// for its members, at most three children. The averages come from the group's bill by age at the start of the plan year,
// hold all year for whoever joins or leaves, and leave tobacco out: users are charged theirs on top.
// Law: 45 CFR 147.102(c)(3). Whole cents; each average is rounded half up once, and the cents that this moves stand on
// one line of the group's own, so that averages and line together make the bill by age exactly.

import { cents, divideHalfUp, sumCents, zeroCents, type Cents } from "../../money/cents";
import { done, failed, type Outcome } from "../../problem";
import type { HouseholdPremium, MemberPremium } from "../rated-household";

export const citation = "45 CFR 147.102(c)(3)";

/** First age that pays the adults' average. */
export const adultAverageAge = 21;

export type AgeGroupAverage = {
  readonly listBillCents: Cents;
  /** People charged: a child beyond those charged adds to neither number. */
  readonly chargedHeads: number;
  /** Null: the group has nobody of that age, so there is no average. */
  readonly averageCents: Cents | null;
};

export type CompositeAverages = {
  readonly adults: AgeGroupAverage;
  readonly children: AgeGroupAverage;
  /** Bill by age less averages times heads: added to the group's bill once, may be below zero. */
  readonly adjustmentCents: Cents;
  /** Charged to users on top of the averages. */
  readonly tobaccoCents: Cents;
  /** The bill by age, tobacco included; averages, adjustment and tobacco add up to it. */
  readonly listBillCents: Cents;
};

/**
 * The two averages of a group from its households' prices by age. Problems: `composite-without-households`,
 * `composite-needs-prices-by-person`.
 */
export function compositeAverages(households: readonly HouseholdPremium[]): Outcome<CompositeAverages> {
  if (households.length === 0) return failed({ code: "composite-without-households" });
  if (households.some((household) => household.method !== "per-member")) {
    return failed({ code: "composite-needs-prices-by-person", citation });
  }
  const charged = households.flatMap((household) => household.members).filter(isCharged);
  const adults = averageOf(charged.filter((member) => member.ageYears >= adultAverageAge));
  const children = averageOf(charged.filter((member) => member.ageYears < adultAverageAge));
  const left = (group: AgeGroupAverage) => group.listBillCents - (group.averageCents ?? 0) * group.chargedHeads;
  const tobaccoCents = sumCents(charged.map((member) => member.tobaccoSurchargeCents));
  return done({
    adults,
    children,
    adjustmentCents: cents(left(adults) + left(children)),
    tobaccoCents,
    listBillCents: sumCents(households.map((household) => household.totalCents)),
  });
}

function isCharged(member: MemberPremium): boolean {
  return member.treatment === "charged";
}

function averageOf(members: readonly MemberPremium[]): AgeGroupAverage {
  const listBillCents = sumCents(members.map((m) => cents(m.premiumCents - m.tobaccoSurchargeCents)));
  const chargedHeads = members.length;
  return { listBillCents, chargedHeads, averageCents: averagePremiumCents({ listBillCents, chargedHeads }) };
}

/** Rounded half up once; null where nobody is charged. */
export function averagePremiumCents({
  listBillCents,
  chargedHeads,
}: Pick<AgeGroupAverage, "listBillCents" | "chargedHeads">): Cents | null {
  return chargedHeads === 0 ? null : divideHalfUp(BigInt(listBillCents), BigInt(chargedHeads));
}

/**
 * A household at the group's averages. `household` is its price by age, which says who is charged and who uses tobacco.
 * Tobacco is "added" on a bill and "left-out" where an average is to be the same for everybody. Problem:
 * `composite-average-missing` {memberId, ageYears} for an age that the group had nobody of.
 */
export function compositeHouseholdPremium({
  averages,
  household,
  tobacco,
}: {
  averages: CompositeAverages;
  household: HouseholdPremium;
  tobacco: "added" | "left-out";
}): Outcome<HouseholdPremium> {
  if (household.method !== "per-member") return failed({ code: "composite-needs-prices-by-person", citation });
  const members: MemberPremium[] = [];
  for (const member of household.members) {
    const group = member.ageYears >= adultAverageAge ? averages.adults : averages.children;
    if (!isCharged(member)) members.push({ ...member, rateAgeBand: null });
    else if (group.averageCents !== null) members.push(atAverage({ member, average: group.averageCents, tobacco }));
    else {
      const { memberId, ageYears } = member;
      return failed({ code: "composite-average-missing", params: { memberId, ageYears }, citation });
    }
  }
  const own = members.filter((member) => member.relationship === "self");
  return done({
    method: "per-member",
    totalCents: sumCents(members.map((member) => member.premiumCents)),
    employeeOnlyCents: sumCents(own.map((member) => member.premiumCents)),
    members,
  });
}

function atAverage(input: { member: MemberPremium; average: Cents; tobacco: "added" | "left-out" }): MemberPremium {
  const { member, average, tobacco } = input;
  const tobaccoSurchargeCents = tobacco === "added" ? member.tobaccoSurchargeCents : zeroCents;
  const premiumCents = cents(average + tobaccoSurchargeCents);
  return { ...member, premiumCents, tobaccoSurchargeCents, rateAgeBand: null };
}

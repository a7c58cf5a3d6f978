// How a household's contribution was worked out, line by line: what the explanation shows and the totals come from.

import { cents, sumCents, zeroCents, type BasisPoints, type Cents } from "../money/cents";
import type { HouseholdPremium, MemberPremium } from "../rating/rated-household";
import type { HouseholdContribution, MemberContribution } from "./contribution-model";

/** A percentage of an amount, never more than the premium it goes towards. */
type ShareOfAmount = {
  readonly referenceCents: Cents;
  readonly promisedCents: Cents;
  readonly premiumCents: Cents;
  readonly paidCents: Cents;
};

export type ContributionLine =
  | ({ readonly kind: "member"; readonly memberId: string; readonly shareBasisPoints: BasisPoints } & ShareOfAmount)
  /** A child beyond those charged: nothing is due, so nothing is promised. */
  | { readonly kind: "uncharged"; readonly memberId: string }
  /** The employee alone, where a plan has no price per person. */
  | ({ readonly kind: "employee-part"; readonly shareBasisPoints: BasisPoints } & ShareOfAmount)
  /** What the dependents add, where a plan has no price per person; the shares may differ between them. */
  | ({ readonly kind: "dependents-part" } & ShareOfAmount)
  | { readonly kind: "dollars"; readonly amountCents: Cents; readonly premiumCents: Cents; readonly paidCents: Cents }
  | { readonly kind: "limit"; readonly beforeCents: Cents; readonly limitCents: Cents; readonly paidCents: Cents }
  /** Somebody who keeps coverage after leaving pays all of it. */
  | { readonly kind: "continuation" };

export type ContributionWorking = {
  readonly contribution: HouseholdContribution;
  readonly lines: readonly ContributionLine[];
};

export function lesser(a: Cents, b: Cents): Cents {
  return a < b ? a : b;
}

/** One member's premium between employer and employee. */
export function split({ memberId, premiumCents }: MemberPremium, employerShareCents: Cents): MemberContribution {
  return { memberId, premiumCents, employerShareCents, employeeShareCents: cents(premiumCents - employerShareCents) };
}

export function totalsOf(members: readonly MemberContribution[]): HouseholdContribution {
  return {
    premiumCents: sumCents(members.map((member) => member.premiumCents)),
    employerShareCents: sumCents(members.map((member) => member.employerShareCents)),
    employeeShareCents: sumCents(members.map((member) => member.employeeShareCents)),
    members,
  };
}

export function employerPaysNothing(chosen: HouseholdPremium): HouseholdContribution {
  return totalsOf(chosen.members.map((member) => split(member, zeroCents)));
}

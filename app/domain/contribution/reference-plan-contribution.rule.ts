// The employer promises a percentage of the reference plan's premium; that many dollars follow each person to whatever
// plan the employee picks, never more than the picked plan costs for that person. The employee pays the rest. Whoever
// costs nothing (a child beyond those charged) gets nothing. Law: 45 CFR 155.705(b)(11)(ii).
// Whole cents a month; each person's contribution is rounded half up, then added; totals are not rounded again.

import { invariant } from "../invariant";
import { allocate, cents, shareOfCents, sumCents, zeroCents, type Cents } from "../money/cents";
import type { HouseholdPremium, MemberPremium } from "../rating/rated-household";
import {
  contributionShareOf,
  type ContributionPercentages,
  type HouseholdContribution,
  type MemberContribution,
} from "./contribution-model";

export const citation = "45 CFR 155.705(b)(11)(ii)";

type ContributionInput = {
  readonly percentages: ContributionPercentages;
  /** The household in the plan that the employee picks. */
  readonly chosen: HouseholdPremium;
  /** The same household in the employer's reference plan. */
  readonly reference: HouseholdPremium;
};

/** Splits a household's premium between employer and employee. Both premiums must be of the same members. */
export function referencePlanContribution(input: ContributionInput): HouseholdContribution {
  const { chosen, reference } = input;
  const pricedInBoth = new Set(reference.members.map((member) => member.memberId));
  invariant(
    pricedInBoth.size === chosen.members.length && chosen.members.every((m) => pricedInBoth.has(m.memberId)),
    "the reference plan is priced for the same members as the chosen plan",
  );
  const perPerson = chosen.method === "per-member" && reference.method === "per-member";
  return totalsOf(perPerson ? contributionPerPerson(input) : contributionByTier(input));
}

/** The contribution when everybody is offered one plan: that plan is its own reference. */
export function singlePlanContribution(input: {
  percentages: ContributionPercentages;
  chosen: HouseholdPremium;
}): HouseholdContribution {
  return referencePlanContribution({ ...input, reference: input.chosen });
}

function contributionPerPerson({ percentages, chosen, reference }: ContributionInput): MemberContribution[] {
  const referenceById = new Map(reference.members.map((member) => [member.memberId, member]));
  return chosen.members.map((member) => {
    const base = referenceById.get(member.memberId)?.premiumCents ?? zeroCents;
    return split(
      member,
      lesser(member.premiumCents, shareOfCents(base, contributionShareOf(percentages, member.relationship))),
    );
  });
}

/**
 * A family-tier price names no amount per person, so the comparison is made twice: once for the employee-only amount and
 * once for what the dependents add to it. What is due for the dependents is then laid on those who carry the premium.
 */
function contributionByTier({ percentages, chosen, reference }: ContributionInput): MemberContribution[] {
  const forEmployee = lesser(
    employeePart(chosen),
    shareOfCents(employeePart(reference), percentages.employeeBasisPoints),
  );
  const forDependents = lesser(dependentsPart(chosen), dependentsPromise({ percentages, reference }));
  if (chosen.method === "family-tier") {
    return chosen.members.map((member) =>
      split(member, member.relationship === "self" ? cents(forEmployee + forDependents) : zeroCents),
    );
  }
  const weights = chosen.members.map((member) => (member.relationship === "self" ? 0 : member.premiumCents));
  // By premium, no part of an amount that is at most the sum of the premiums exceeds its own premium.
  const parts = weights.some((weight) => weight > 0) ? allocate(forDependents, weights) : weights.map(() => zeroCents);
  return chosen.members.map((member, index) =>
    split(member, member.relationship === "self" ? forEmployee : (parts[index] ?? zeroCents)),
  );
}

/** A household may be filed cheaper than its employee alone; then nothing is left for the dependents. */
function employeePart({ employeeOnlyCents, totalCents }: HouseholdPremium): Cents {
  return lesser(employeeOnlyCents, totalCents);
}

function dependentsPart(household: HouseholdPremium): Cents {
  return cents(household.totalCents - employeePart(household));
}

/** What the employer promises for all dependents together: rounded per person where the reference has such prices. */
function dependentsPromise({ percentages, reference }: Omit<ContributionInput, "chosen">): Cents {
  const share = percentages.dependentsBasisPoints;
  if (reference.method === "family-tier") return shareOfCents(dependentsPart(reference), share);
  const dependents = reference.members.filter((member) => member.relationship !== "self");
  return sumCents(dependents.map((member) => shareOfCents(member.premiumCents, share)));
}

function lesser(a: Cents, b: Cents): Cents {
  return a < b ? a : b;
}

function split({ memberId, premiumCents }: MemberPremium, employerShareCents: Cents): MemberContribution {
  return { memberId, premiumCents, employerShareCents, employeeShareCents: cents(premiumCents - employerShareCents) };
}

function totalsOf(members: readonly MemberContribution[]): HouseholdContribution {
  return {
    premiumCents: sumCents(members.map((member) => member.premiumCents)),
    employerShareCents: sumCents(members.map((member) => member.employerShareCents)),
    employeeShareCents: sumCents(members.map((member) => member.employeeShareCents)),
    members,
  };
}

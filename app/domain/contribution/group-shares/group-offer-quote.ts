// A group in every plan of an offer by its prepared rows of numbers: what each plan costs the whole group and who pays it,
// and what each employee would pay in the cheapest, the reference and the dearest plan. The same answers as pricing one
// household after the other, for pages that show no person's working. Whole cents a month; a plan that cannot price
// somebody has no group total: a total that leaves somebody out would be too low.

import type { Cents } from "../../money/cents";
import type { PlanKey } from "../../plan-catalog/plan";
import { compositePremiums, type FixedAverages } from "../../rating/group-pricer/composite-premiums";
import { groupPremiums, type GroupPremiums, type PricedPlan } from "../../rating/group-pricer/group-premiums";
import { prepareGroup, type GroupTerms, type PreparedGroup } from "../../rating/group-pricer/prepared-group";
import type { RatedMember } from "../../rating/rated-household";
import type { GroupMonthlyCost } from "../group-cost";
import type { EmployeeCostBand, PlanShare } from "../roster-quote";
import type { ContributionScheme } from "../schemes/contribution-scheme";
import { employerShareAt, groupEmployerShare, prepareScheme } from "./group-employer-shares";
import { promisedPeople, type EmployedHousehold } from "./promised-people";

type Household = { readonly employeeId: string; readonly members: readonly RatedMember[] };

/** Each plan's premium for the whole group; null where somebody has no price in it. */
export function groupPremiumByPlan(
  input: GroupTerms & { readonly households: readonly Household[]; readonly plans: readonly PricedPlan[] },
): ReadonlyMap<string, Cents | null> {
  const group = prepareGroup(input.households, input);
  return new Map(input.plans.map((plan) => [plan.planId, amountOrNull(groupPremiums(group, plan).totalCents)]));
}

function amountOrNull(amount: number): Cents | null {
  return amount < 0 ? null : (amount as Cents);
}

export type GroupOfferInput = GroupTerms & {
  readonly households: readonly (Household & EmployedHousehold)[];
  /** Those of the offer, the reference plan among them. */
  readonly plans: readonly PricedPlan[];
  readonly referencePlanId: PlanKey;
  readonly scheme: ContributionScheme;
  /** For a scheme that rests on averages: those fixed before; left out, they are of these households. */
  readonly averages?: FixedAverages | undefined;
};

export type GroupOfferQuote = {
  /** In the order of the plans. */
  readonly plans: readonly {
    readonly planId: PlanKey;
    readonly premiumCents: Cents | null;
    /** Who pays it if everybody picks this plan. */
    readonly cost: GroupMonthlyCost | null;
  }[];
  /** In the roster's order; an employee whom the reference plan cannot price has none. */
  readonly bands: readonly EmployeeCostBand[];
};

export function groupOfferQuote(input: GroupOfferInput): GroupOfferQuote {
  const { households, scheme } = input;
  const group = prepareGroup(households, input);
  const people = promisedPeople(group, households);
  const prepared = prepareScheme(people, { scheme, reference: referenceOf(input, group) });
  const priced = input.plans.map(({ planId }, at): Priced => {
    const premiums = groupPremiums(group, input.plans[at]!);
    const shareCents = Float64Array.from(households, (_, place) => employerShareAt(people, prepared, premiums, place));
    return { planId, premiums, shareCents, employerCents: groupEmployerShare(people, prepared, premiums) };
  });
  return {
    plans: priced.map(({ planId, premiums, employerCents }) => {
      const premiumCents = amountOrNull(premiums.totalCents);
      const employerShareCents = amountOrNull(employerCents);
      if (premiumCents === null || employerShareCents === null) return { planId, premiumCents, cost: null };
      const employeesShareCents = (premiumCents - employerShareCents) as Cents;
      const { householdCount, memberCount } = group;
      const cost = { premiumCents, employerShareCents, employeesShareCents, householdCount, memberCount };
      return { planId, premiumCents, cost };
    }),
    bands: households.flatMap(({ employeeId }, at) => bandOf({ employeeId, at }, priced, input.referencePlanId)),
  };
}

function referenceOf(input: GroupOfferInput, group: PreparedGroup): GroupPremiums | null {
  const plan = input.plans.find(({ planId }) => planId === input.referencePlanId);
  if (!plan) return null;
  return input.scheme.method === "composite-reference-percent"
    ? compositePremiums(group, plan, input.averages)
    : groupPremiums(group, plan);
}

type Priced = {
  readonly planId: PlanKey;
  readonly premiums: GroupPremiums;
  /** By household. */
  readonly shareCents: Float64Array;
  readonly employerCents: number;
};

/** Of plans that cost the employee the same, the earlier is named. */
function bandOf(
  { employeeId, at }: { employeeId: string; at: number },
  priced: readonly Priced[],
  referencePlanId: PlanKey,
): EmployeeCostBand[] {
  const own = (plan: Priced) => plan.premiums.householdCents[at]! - plan.shareCents[at]!;
  const known = priced.filter(({ shareCents }) => shareCents[at]! >= 0);
  const reference = known.find(({ planId }) => planId === referencePlanId);
  if (!reference) return [];
  const lowest = known.reduce((a, b) => (own(b) < own(a) ? b : a));
  const highest = known.reduce((a, b) => (own(b) > own(a) ? b : a));
  const shareIn = (plan: Priced): PlanShare => ({
    planId: plan.planId,
    premiumCents: plan.premiums.householdCents[at] as Cents,
    employeeShareCents: own(plan) as Cents,
  });
  return [{ employeeId, lowest: shareIn(lowest), reference: shareIn(reference), highest: shareIn(highest) }];
}

// Every household of a roster priced in every plan, and who would pay what under an offer. Amounts come from the
// household premium and contribution rules; nothing is rounded here. One household without a price leaves the plan
// without a group total: a total that leaves somebody out would be too low.

import type { CalendarDate } from "../calendar/calendar-date";
import type { CoverageLine } from "../coverage-line";
import type { EmploymentType } from "../household/employment";
import { sumCents, type Cents } from "../money/cents";
import type { FiledChildCaps, PlanKey } from "../plan-catalog/plan";
import { done, type Problem } from "../problem";
import {
  averagedReference,
  referenceAverages,
  type ReferenceAverages,
} from "../rating/composite/composite-reference.rule";
import { householdMonthlyPremium, type HouseholdRatingProfile } from "../rating/household-premium.rule";
import type { RateSheet } from "../rating/rate-sheet";
import type { HouseholdPremium, RatedMember } from "../rating/rated-household";
import type { HouseholdContribution } from "./contribution-model";
import { groupMonthlyCost, type GroupMonthlyCost } from "./group-cost";
import { restsOnReferencePlan, type ContributionScheme } from "./schemes/contribution-scheme";
import { householdContribution } from "./schemes/household-contribution.rule";

/** The employee and those who would be covered with them. */
export type RosterHousehold = {
  readonly employeeId: string;
  readonly employment: EmploymentType;
  readonly members: readonly RatedMember[];
};

export type QuotablePlan = {
  readonly planId: PlanKey;
  readonly childCap: FiledChildCaps;
  /** Null: no prices are loaded. */
  readonly sheet: RateSheet | null;
};

export type OfferTerms = {
  readonly referencePlanId: PlanKey;
  readonly scheme: ContributionScheme;
  /** What a scheme that rests on averages uses; other schemes look at none. */
  readonly averages: ReferenceAverages | "of-these-households";
};

export type HouseholdQuote =
  | {
      readonly employeeId: string;
      readonly quoted: true;
      readonly premium: HouseholdPremium;
      /** Null without an offer, or when the offer rests on a reference plan that has no price for this household. */
      readonly contribution: HouseholdContribution | null;
    }
  | { readonly employeeId: string; readonly quoted: false; readonly problems: readonly Problem[] };

export type PlanQuote = {
  readonly planId: PlanKey;
  readonly households: readonly HouseholdQuote[];
  /** The whole group's monthly premium; null when a household has no price in this plan. */
  readonly premiumCents: Cents | null;
  /** Who pays it if everybody picks this plan; null without an offer. */
  readonly cost: GroupMonthlyCost | null;
};

export type QuoteInput<Plan extends QuotablePlan> = {
  readonly households: readonly RosterHousehold[];
  readonly plans: readonly Plan[];
  readonly line: CoverageLine;
  readonly startOn: CalendarDate;
  readonly profile: HouseholdRatingProfile;
  /** The reference plan must be among `plans`. */
  readonly terms?: OfferTerms | undefined;
};

/** One quote a plan, in the order of `plans`. */
export function priceRosterAgainstPlans<Plan extends QuotablePlan>(input: QuoteInput<Plan>): readonly PlanQuote[] {
  const { plans, terms } = input;
  const references = terms && restsOnReferencePlan(terms.scheme) ? referencePremiums(input, terms) : undefined;
  return plans.map((plan) => {
    const households = householdsIn(input, plan).map((quote, index): HouseholdQuote => {
      const household = input.households[index];
      if (!quote.quoted || !terms || !household) return quote;
      const reference = references?.get(quote.employeeId);
      if (references && !reference) return quote;
      const { scheme } = terms;
      const { employment } = household;
      const person = { employment, continuesCoverage: false };
      return { ...quote, contribution: householdContribution({ scheme, ...person, chosen: quote.premium, reference }) };
    });
    return { planId: plan.planId, households, premiumCents: totalOf(households), cost: costOf(households) };
  });
}

/** What each household's percentage is taken of, by employee; whom the reference plan cannot price has none. */
export function referencePremiums<Plan extends QuotablePlan>(
  input: QuoteInput<Plan>,
  { referencePlanId, scheme, averages }: OfferTerms,
): ReadonlyMap<string, HouseholdPremium> {
  const plan = input.plans.find((candidate) => candidate.planId === referencePlanId);
  const quoted = plan ? householdsIn(input, plan).filter((quote) => quote.quoted) : [];
  const own = new Map(quoted.map(({ employeeId, premium }) => [employeeId, premium]));
  if (scheme.method !== "composite-reference-percent") return own;
  const fixed = averages === "of-these-households" ? referenceAverages([...own.values()]) : done(averages);
  if (!fixed.ok) return new Map();
  return new Map(
    [...own].flatMap(([employeeId, household]) => {
      const averaged = averagedReference({ averages: fixed.value, household });
      return averaged.ok ? [[employeeId, averaged.value] as const] : [];
    }),
  );
}

function householdsIn<Plan extends QuotablePlan>(input: QuoteInput<Plan>, plan: Plan): readonly HouseholdQuote[] {
  const { sheet, childCap } = plan;
  const { line, startOn, profile } = input;
  return input.households.map(({ employeeId, members }): HouseholdQuote => {
    if (!sheet)
      return { employeeId, quoted: false, problems: [{ code: "no-rates-loaded", params: { planId: plan.planId } }] };
    const priced = householdMonthlyPremium({ sheet, startOn, members, profile, line, childCap });
    return priced.ok
      ? { employeeId, quoted: true, premium: priced.value, contribution: null }
      : { employeeId, quoted: false, problems: priced.problems };
  });
}

function totalOf(households: readonly HouseholdQuote[]): Cents | null {
  const quoted = households.filter((household) => household.quoted);
  return quoted.length === households.length ? sumCents(quoted.map(({ premium }) => premium.totalCents)) : null;
}

function costOf(households: readonly HouseholdQuote[]): GroupMonthlyCost | null {
  const contributions = households.flatMap((household) =>
    household.quoted && household.contribution ? [household.contribution] : [],
  );
  return contributions.length === households.length ? groupMonthlyCost(contributions) : null;
}

export type PlanShare = { readonly planId: PlanKey; readonly premiumCents: Cents; readonly employeeShareCents: Cents };

/** What one employee pays a month in the cheapest, the reference and the dearest plan of the offer. */
export type EmployeeCostBand = {
  readonly employeeId: string;
  readonly lowest: PlanShare;
  readonly reference: PlanShare;
  readonly highest: PlanShare;
};

/**
 * One band an employee, in the roster's order; an employee whom the reference plan cannot price has none. Of plans that
 * cost the employee the same, the earlier in `quotes` is named.
 */
export function employeeCostBands({
  quotes,
  referencePlanId,
}: {
  quotes: readonly PlanQuote[];
  referencePlanId: PlanKey;
}): readonly EmployeeCostBand[] {
  const byEmployee = new Map<string, PlanShare[]>();
  for (const { planId, households } of quotes) {
    for (const household of households) {
      const shares = byEmployee.get(household.employeeId) ?? [];
      byEmployee.set(household.employeeId, shares);
      if (!household.quoted || !household.contribution) continue;
      const { premiumCents, employeeShareCents } = household.contribution;
      shares.push({ planId, premiumCents, employeeShareCents });
    }
  }
  return [...byEmployee].flatMap(([employeeId, shares]) => {
    const reference = shares.find((share) => share.planId === referencePlanId);
    if (!reference) return [];
    const lowest = shares.reduce((a, b) => (b.employeeShareCents < a.employeeShareCents ? b : a));
    const highest = shares.reduce((a, b) => (b.employeeShareCents > a.employeeShareCents ? b : a));
    return [{ employeeId, lowest, reference, highest }];
  });
}

// Why an offer costs the employer and an employee what it costs: the pricing of the roster is run on the same input, and
// what it answers is put into words. No amount is worked out here.

import type { Explanation } from "../../explanation";
import { done, failed, type Outcome, type Problem } from "../../problem";
import type { HouseholdPremium } from "../../rating/rated-household";
import { groupMonthlyCost, type GroupMonthlyCost } from "../group-cost";
import { paydaysPerYear, perPaycheckCents, type PayFrequency } from "../paycheck";
import {
  priceRosterAgainstPlans,
  referencePremiums,
  type OfferTerms,
  type PlanQuote,
  type QuotablePlan,
  type QuoteInput,
} from "../roster-quote";
import { restsOnReferencePlan } from "../schemes/contribution-scheme";
import { explainHouseholdContribution } from "../schemes/explain-contribution";
import { citation } from "../schemes/household-contribution.rule";
import { explainRosterHousehold } from "./explain-roster-quote";

/** What an offer's cost in one of its plans is worked out from; the reference plan may be that plan. */
export type OfferPricing = Omit<QuoteInput<QuotablePlan>, "plans" | "terms"> & {
  readonly plan: QuotablePlan;
  readonly reference: QuotablePlan;
  readonly terms: OfferTerms;
};

type Quotes = { readonly chosen: PlanQuote; readonly reference: PlanQuote };

function quotesOf({ plan, reference, ...pricing }: OfferPricing): Quotes | undefined {
  const [first, second] = priceRosterAgainstPlans({ ...pricing, plans: [reference, plan] });
  return first && second ? { reference: first, chosen: second } : undefined;
}

/**
 * What the employer and the employees pay if everybody takes the plan, with one step a household. Problems: those of the
 * premium rule, and `no-rates-loaded`.
 */
export function explainGroupCost(pricing: OfferPricing): Outcome<Explanation> {
  const quotes = quotesOf(pricing);
  const cost = quotes?.chosen.cost;
  if (!cost) return failed(...problemsOf(quotes));
  const steps = pricing.households.flatMap(({ employeeId }) => contributionOf(pricing, quotes, employeeId) ?? []);
  return done({
    code: "explain-group-cost",
    params: { ...amountsOf(cost), count: cost.householdCount },
    citation,
    steps: steps.map((step, index) => ({ ...step, steps: index === 0 ? (step.steps ?? []) : people(step) })),
  });
}

/** The line that says what percentages are taken of stands once in a group. */
function people({ steps = [] }: Explanation): readonly Explanation[] {
  return steps.filter((step) => !("planId" in step.params));
}

/** Several lines of coverage that are offered together. */
export function explainOfferCost(
  lines: readonly { readonly cost: GroupMonthlyCost; readonly explanation: Explanation }[],
): Explanation {
  const all = groupMonthlyCost(
    lines.map(({ cost }) => ({ ...cost, employeeShareCents: cost.employeesShareCents, members: [] })),
  );
  return { code: "explain-offer-cost", params: amountsOf(all), steps: lines.map(({ explanation }) => explanation) };
}

/** The cost that an explanation of a group's cost ends at. */
export function groupCostOf(pricing: OfferPricing): GroupMonthlyCost | null {
  return quotesOf(pricing)?.chosen.cost ?? null;
}

/** What one employee pays in the plan, a month and a paycheck: the premium, who pays it, the paycheck. Problems: as above. */
export function explainEmployeeCost(
  pricing: OfferPricing,
  { employeeId, frequency }: { employeeId: string; frequency: PayFrequency },
): Outcome<Explanation> {
  const quotes = quotesOf(pricing);
  const household = pricing.households.find((candidate) => candidate.employeeId === employeeId);
  const quote = quotes?.chosen.households.find((candidate) => candidate.employeeId === employeeId);
  const contribution = quotes && contributionOf(pricing, quotes, employeeId);
  if (!household || !quote?.quoted || !quote.contribution || !contribution) return failed(...problemsOf(quotes));
  const premium = explainRosterHousehold(pricing, household);
  if (!premium.ok) return premium;
  const { employeeShareCents } = quote.contribution;
  const paycheckCents = perPaycheckCents({ monthlyCents: employeeShareCents, frequency });
  const paydays = paydaysPerYear[frequency];
  return done({
    code: "explain-employee-cost",
    params: { memberId: employeeId, employeeShareCents, paycheckCents },
    citation,
    steps: [
      premium.value,
      { ...contribution, params: withoutId(contribution) },
      { code: "explain-paycheck", params: { employeeShareCents, paydays, paycheckCents } },
    ],
  });
}

function withoutId({ params: { memberId: _id, ...params } }: Explanation): Explanation["params"] {
  return params;
}

function contributionOf(pricing: OfferPricing, { chosen }: Quotes, employeeId: string): Explanation | undefined {
  const { terms, reference: plan } = pricing;
  const { scheme, referencePlanId } = terms;
  const household = pricing.households.find((candidate) => candidate.employeeId === employeeId);
  const picked = premiumOf(chosen, employeeId);
  const onReference = restsOnReferencePlan(scheme);
  const reference = onReference ? referencePremiums({ ...pricing, plans: [plan] }, terms).get(employeeId) : undefined;
  if (!household || !picked || (onReference && !reference)) return undefined;
  const { employment } = household;
  const explained = explainHouseholdContribution({
    ...{ scheme, employment, continuesCoverage: false, chosen: picked, reference },
    ...(onReference ? { referencePlanId } : {}),
  });
  return { ...explained, params: { ...explained.params, memberId: employeeId } };
}

function premiumOf({ households }: PlanQuote, employeeId: string): HouseholdPremium | undefined {
  const quote = households.find((household) => household.employeeId === employeeId);
  return quote?.quoted ? quote.premium : undefined;
}

function amountsOf({ premiumCents, employerShareCents, employeesShareCents }: GroupMonthlyCost) {
  return { premiumCents, employerShareCents, employeesShareCents };
}

function problemsOf(quotes: Quotes | undefined): readonly Problem[] {
  const households = quotes ? [...quotes.reference.households, ...quotes.chosen.households] : [];
  return households.flatMap((household) => (household.quoted ? [] : household.problems));
}

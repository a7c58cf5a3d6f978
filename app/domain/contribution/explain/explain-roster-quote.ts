// Why a roster costs in a plan what it costs, and who pays what under an offer: the pricing of the roster is run on the
// same input, and what it answers is put into words. No amount is worked out here.

import type { Explanation } from "../../explanation";
import { done, failed, type Outcome } from "../../problem";
import { explainHouseholdPremium } from "../../rating/explain/explain-household-premium";
import { citation as ratingCitation, type HouseholdPremiumInput } from "../../rating/household-premium.rule";
import type { RateSheet } from "../../rating/rate-sheet";
import { priceRosterAgainstPlans, type QuotablePlan, type QuoteInput, type RosterHousehold } from "../roster-quote";

type PricedPlan = QuotablePlan & { readonly sheet: RateSheet };
/** What one plan is priced from. */
export type PlanPricing = Omit<QuoteInput<QuotablePlan>, "plans" | "terms"> & { readonly plan: QuotablePlan };

/**
 * The whole group's premium in one plan, with one step a household and in each one step a person. Problems: those of the
 * premium rule, and `no-rates-loaded`.
 */
export function explainGroupPremium({ plan, ...pricing }: PlanPricing): Outcome<Explanation> {
  const [quote] = priceRosterAgainstPlans({ ...pricing, plans: [plan] });
  if (!hasPrices(plan) || !quote || quote.premiumCents === null) return failed(...problemsOf(quote?.households ?? []));
  const steps = pricing.households.flatMap((household) => stepOf(household, { ...pricing, plan }));
  return done({
    code: "explain-group-premium",
    params: { totalCents: quote.premiumCents, count: pricing.households.length },
    citation: ratingCitation,
    steps: [filedPrices(plan.sheet), ...steps],
  });
}

/** One household's premium in one plan. Problems: as above. */
export function explainRosterHousehold(
  { plan, ...pricing }: PlanPricing,
  household: RosterHousehold,
): Outcome<Explanation> {
  if (!hasPrices(plan)) return failed({ code: "no-rates-loaded", params: { planId: plan.planId } });
  const explained = explainHouseholdPremium(premiumInput(household, { ...pricing, plan }));
  if (!explained.ok) return explained;
  return done({ ...explained.value, steps: [filedPrices(plan.sheet), ...(explained.value.steps ?? [])] });
}

/** Which of the insurer's filed prices were read. */
function filedPrices({ ratingArea, effectiveOn, expiresOn }: RateSheet): Explanation {
  return {
    code: "explain-premium-filed",
    params: { ratingArea, effectiveOn, expiresOn },
    citation: "45 CFR 147.102(b)",
  };
}

function stepOf(household: RosterHousehold, pricing: Pricing): Explanation[] {
  const explained = explainHouseholdPremium(premiumInput(household, pricing));
  if (!explained.ok) return [];
  const { params, code, steps = [] } = explained.value;
  const about = { ...params, memberId: household.employeeId };
  // The total says once what holds for every household; a price by make-up says which one it is.
  if (code !== "explain-household-premium") return [{ ...explained.value, params: about }];
  return [{ code: "explain-group-household", params: about, steps }];
}

type Pricing = Omit<PlanPricing, "plan"> & { readonly plan: PricedPlan };

function premiumInput({ members }: RosterHousehold, { plan, line, startOn, profile }: Pricing): HouseholdPremiumInput {
  const { sheet, childCap } = plan;
  return { sheet, startOn, members, profile, line, childCap };
}

function hasPrices(plan: QuotablePlan): plan is PricedPlan {
  return plan.sheet !== null;
}

function problemsOf(households: ReturnType<typeof priceRosterAgainstPlans>[number]["households"]) {
  return households.flatMap((household) => (household.quoted ? [] : household.problems));
}

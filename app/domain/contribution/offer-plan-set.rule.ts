// An employer offers one plan, every plan at one level, or every plan of one issuer; employees pick within that set, and
// the plan that the contribution rests on must be in it. Expanded bronze counts as bronze. A plan for children only is
// never offered to employees. Medical and dental are chosen apart.
// Law: 45 CFR 155.705(b)(2)-(3). No amounts.

import type { CoverageLine } from "../coverage-line";
import type { ChoiceModel } from "../exchange-profile/exchange-profile";
import {
  coverageLevelOf,
  type CataloguePlan,
  type IssuerId,
  type MetalLevel,
  type PlanKey,
} from "../plan-catalog/plan";
import { allowed, done, failed, refused, type Outcome, type Ruling } from "../problem";

export const citation = "45 CFR 155.705(b)(2)-(3)";

export type PlanChoice =
  | { readonly model: "single-plan"; readonly planId: PlanKey }
  | { readonly model: "metal-level"; readonly metalLevel: MetalLevel }
  | { readonly model: "single-issuer"; readonly issuerId: IssuerId };

/** What must be known of a plan to tell whether it belongs to an offer. */
export type OfferCandidate = Pick<
  CataloguePlan,
  "planId" | "issuerId" | "line" | "metalLevel" | "offerable" | "childOnly"
>;

/** Refuses with `choice-model-not-available` when the exchange does not have the employer's way of choosing. */
export function choiceModelRuling({
  model,
  available,
}: {
  model: ChoiceModel;
  available: readonly ChoiceModel[];
}): Ruling {
  if (available.includes(model)) return allowed;
  return refused({ code: "choice-model-not-available", field: "choiceModel", params: { model }, citation });
}

/**
 * The plans of an offer, in the order given. Problems: `offer-has-no-plans` when nothing fits the choice,
 * `reference-plan-not-in-offer` when the reference plan is not among them.
 */
export function offerPlanSet<Plan extends OfferCandidate>(input: {
  choice: PlanChoice;
  line: CoverageLine;
  referencePlanId: PlanKey;
  plans: readonly Plan[];
}): Outcome<readonly Plan[]> {
  const { choice, line, referencePlanId } = input;
  const plans = input.plans.filter((plan) => mayBeOffered(plan, line) && fitsChoice(plan, choice));
  if (plans.length === 0) return failed({ code: "offer-has-no-plans", params: { model: choice.model }, citation });
  if (!plans.some((plan) => plan.planId === referencePlanId)) {
    const params = { planId: referencePlanId, model: choice.model };
    return failed({ code: "reference-plan-not-in-offer", field: "referencePlanId", params, citation });
  }
  return done(plans);
}

function mayBeOffered(plan: OfferCandidate, line: CoverageLine): boolean {
  return plan.offerable && plan.line === line && plan.childOnly !== "child-only";
}

function fitsChoice(plan: OfferCandidate, choice: PlanChoice): boolean {
  switch (choice.model) {
    case "single-plan":
      return plan.planId === choice.planId;
    case "metal-level": {
      const level = coverageLevelOf(plan.metalLevel);
      return level !== null && level === coverageLevelOf(choice.metalLevel);
    }
    case "single-issuer":
      return plan.issuerId === choice.issuerId && coverageLevelOf(plan.metalLevel) !== null;
  }
}

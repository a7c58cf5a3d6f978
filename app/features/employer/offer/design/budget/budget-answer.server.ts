import { percentagesForBudget } from "~/domain/contribution/frontier/budget-percentages.rule";
import type { Cents } from "~/domain/money/cents";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { parsePosted, type FormReply } from "~/platform/forms/parse-form";
import { contributionMinimumFor } from "../../offer-rulings.server";
import type { OfferTermsInput } from "../../offer.schema";
import { householdsOf, type OfferScene } from "../offer-scene.server";
import { budgetSchema } from "./budget.schema";

/** The same offer with the percentages that a monthly amount buys. */
export type BudgetAnswer = {
  readonly budgetCents: Cents;
  readonly employerMonthlyCents: Cents;
  readonly terms: OfferTermsInput;
};

/** Undefined when no budget is asked about. Problems: those of the budget rule, `invalid-amount`. */
export function budgetAsked(scene: OfferScene, terms: OfferTermsInput | undefined): Outcome<BudgetAnswer> | undefined {
  const typed = budgetTyped(scene.request.asked);
  if (!typed.ok) return typed;
  if (typed.value === undefined || !terms) return undefined;
  const { request, shopping, plans, profile } = scene;
  const { line } = request;
  const referencePlan = plans.find((plan) => plan.planId === terms.referencePlanId);
  if (!referencePlan) return failed({ code: "reference-plan-required", field: "referencePlanId" });
  const households = householdsOf(scene);
  const bought = percentagesForBudget({
    ...{ households, referencePlan, line, startOn: shopping.startOn, profile },
    minimum: contributionMinimumFor({ line, profile }),
    offersDependents: shopping.application?.offersDependents ?? true,
    budgetMonthlyCents: typed.value,
  });
  if (!bought.ok) return bought;
  const { percentages, employerMonthlyCents } = bought.value;
  // Where nobody has a family every share for families costs the same: the one of the form stays.
  const { dependentsBasisPoints } = households.some(({ members }) => members.length > 1) ? percentages : terms;
  const shares = { employeeBasisPoints: percentages.employeeBasisPoints, dependentsBasisPoints };
  const usual = { method: "reference-plan-percent", finerShares: false, partTimeApart: false } as const;
  return done({ budgetCents: typed.value, employerMonthlyCents, terms: { ...terms, ...usual, ...shares } });
}

export function budgetTyped(asked: URLSearchParams): Outcome<Cents | undefined> {
  const parsed = parsePosted(budgetSchema, { budget: asked.get("budget") ?? "" });
  return parsed.ok ? done(parsed.value.budget) : parsed;
}

/** The budget's own form with what was typed and why it bought nothing. */
export function budgetReply(asked: URLSearchParams, problems: readonly Problem[]): FormReply {
  return { problems, values: { budget: [asked.get("budget") ?? ""] } };
}

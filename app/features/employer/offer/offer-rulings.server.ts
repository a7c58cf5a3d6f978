import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { minimumContributionRuling } from "~/domain/contribution/minimum-contribution.rule";
import { choiceModelRuling, offerPlanSet, type PlanChoice } from "~/domain/contribution/offer-plan-set.rule";
import type { CoverageLine } from "~/domain/coverage-line";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { basisPoints } from "~/domain/money/cents";
import type { ContributionMinimum } from "~/domain/exchange-profile/exchange-profile";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import type { OfferTermsInput } from "./offer.schema";

export type OfferQuestion = {
  readonly terms: OfferTermsInput;
  readonly line: CoverageLine;
  readonly profile: ExchangeProfile;
  readonly startOn: CalendarDate;
  readonly offersDependents: boolean;
  /** Every plan sold at the business's address in this line. */
  readonly plans: readonly ShelfPlan[];
};

/** The set of plans that employees would choose from. */
export function planChoiceOf(terms: OfferTermsInput): PlanChoice {
  const { choiceModel: model, metalLevel, issuerId, referencePlanId } = terms;
  if (model === "metal-level" && metalLevel) return { model, metalLevel };
  if (model === "single-issuer" && issuerId) return { model, issuerId };
  return { model: "single-plan", planId: referencePlanId };
}

/** The minimum that the exchange asks for this line: stand-alone dental has none. */
export function contributionMinimumFor({
  line,
  profile,
}: {
  line: CoverageLine;
  profile: ExchangeProfile;
}): ContributionMinimum {
  if (line === "medical") return profile.contributionMinimum;
  const none = basisPoints(0);
  return { ...profile.contributionMinimum, employeeBasisPoints: none, dependentsBasisPoints: none };
}

/**
 * The plans of an offer that keeps every rule. Problems: those of the choice-model, plan-set and minimum-contribution
 * rules, and `reference-plan-without-rates`.
 */
export function offeredPlans(question: OfferQuestion): Outcome<readonly ShelfPlan[]> {
  const { terms, line, profile, startOn, offersDependents, plans } = question;
  const { referencePlanId } = terms;
  const problems: Problem[] = [];
  const model = choiceModelRuling({ model: terms.choiceModel, available: profile.choiceModels });
  if (!model.allowed) problems.push(...model.problems);
  const set = offerPlanSet({ choice: planChoiceOf(terms), line, referencePlanId, plans });
  if (!set.ok) problems.push(...set.problems);
  if (set.ok && !set.value.some((plan) => plan.planId === referencePlanId && plan.sheet)) {
    problems.push({ code: "reference-plan-without-rates", field: "referencePlanId" });
  }
  const minimum = contributionMinimumFor({ line, profile });
  const contribution = minimumContributionRuling({ contribution: terms, offersDependents, minimum, startOn });
  if (!contribution.allowed) problems.push(...contribution.problems);
  return set.ok && problems.length === 0 ? done(set.value) : failed(...problems);
}

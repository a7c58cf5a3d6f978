import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { schemeMinimumRuling } from "~/domain/contribution/minimums/scheme-minimum.rule";
import { choiceModelRuling, offerPlanSet, type PlanChoice } from "~/domain/contribution/offer-plan-set.rule";
import { priceRosterAgainstPlans, type RosterHousehold } from "~/domain/contribution/roster-quote";
import { contributionMethodRuling } from "~/domain/contribution/schemes/contribution-method.rule";
import type { CoverageLine } from "~/domain/coverage-line";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { basisPoints } from "~/domain/money/cents";
import type { ContributionMinimum } from "~/domain/exchange-profile/exchange-profile";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { referenceAverages, type ReferenceAverages } from "~/domain/rating/composite/composite-reference.rule";
import type { HouseholdPremium } from "~/domain/rating/rated-household";
import { amountFields, schemeOf, type MoneyField } from "./contribution/contribution-terms.schema";
import type { OfferTermsInput } from "./offer.schema";

export type OfferQuestion = {
  readonly terms: OfferTermsInput;
  readonly line: CoverageLine;
  readonly profile: ExchangeProfile;
  readonly startOn: CalendarDate;
  readonly offersDependents: boolean;
  /** Every plan sold at the business's address in this line. */
  readonly plans: readonly ShelfPlan[];
  /** The people on the roster and whom they would cover: amounts are held against what each of them costs. */
  readonly households: readonly RosterHousehold[];
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
 * The plans of an offer that keeps every rule. Problems: those of `contributionProblems`, of the choice-model and plan-set
 * rules, and `reference-plan-without-rates`.
 */
export function offeredPlans(question: OfferQuestion): Outcome<readonly ShelfPlan[]> {
  const { terms, line, profile, plans } = question;
  const { referencePlanId } = terms;
  const problems: Problem[] = [];
  const model = choiceModelRuling({ model: terms.choiceModel, available: profile.choiceModels });
  if (!model.allowed) problems.push(...model.problems);
  const set = offerPlanSet({ choice: planChoiceOf(terms), line, referencePlanId, plans });
  if (!set.ok) problems.push(...set.problems);
  if (set.ok && !set.value.some((plan) => plan.planId === referencePlanId && plan.sheet)) {
    problems.push({ code: "reference-plan-without-rates", field: "referencePlanId" });
  }
  problems.push(...contributionProblems(question));
  return set.ok && problems.length === 0 ? done(set.value) : failed(...problems);
}

/**
 * What speaks against the way in which the business pays. Problems: those of the method and minimum rules, on the field
 * that puts them right, and `composite-needs-prices-by-person`.
 */
function contributionProblems(question: OfferQuestion): readonly Problem[] {
  const { terms, line, profile, startOn, offersDependents } = question;
  const scheme = schemeOf(terms);
  const { method } = scheme;
  const available = contributionMethodRuling({ method, choiceModel: terms.choiceModel, profile });
  if (!available.allowed) return available.problems;
  const quoted = inReferencePlan(question);
  const averages = method === "composite-reference-percent" ? averagesOf(quoted.map(({ premium }) => premium)) : null;
  const minimum = contributionMinimumFor({ line, profile });
  const households = quoted.flatMap(({ premium, contribution }) => (contribution ? [{ premium, contribution }] : []));
  const ruling = schemeMinimumRuling({ scheme, households, offersDependents, minimum, startOn });
  const short = ruling.allowed ? [] : ruling.problems.map((problem) => onField(problem, terms));
  return [...(averages && !averages.ok ? averages.problems : []), ...short];
}

/** The households of the roster that the reference plan has a price for. */
function inReferencePlan({ terms, line, profile, startOn, plans, households }: OfferQuestion) {
  const { referencePlanId } = terms;
  const reference = plans.filter((plan) => plan.planId === referencePlanId);
  const offer = { referencePlanId, scheme: schemeOf(terms), averages: "of-these-households" } as const;
  const quotes = priceRosterAgainstPlans({ households, plans: reference, line, startOn, profile, terms: offer });
  return quotes.flatMap((quote) => quote.households).filter((quote) => quote.quoted);
}

/** A business that has nobody yet has no averages and breaks no rule by it: it cannot publish. */
function averagesOf(premiums: readonly HouseholdPremium[]): Outcome<ReferenceAverages> {
  return premiums.length === 0 ? done({ adultCents: null, childCents: null }) : referenceAverages(premiums);
}

/** The averages that an offer is published with; null for a scheme that rests on none. */
export function averagesToFix(question: OfferQuestion): Outcome<ReferenceAverages | null> {
  if (question.terms.method !== "composite-reference-percent") return done(null);
  return referenceAverages(inReferencePlan(question).map(({ premium }) => premium));
}

const partTimeShares: Readonly<Record<string, MoneyField>> = {
  "part-time.employeeBasisPoints": "partTimeEmployeeBasisPoints",
  "part-time.dependentsBasisPoints": "partTimeDependentsBasisPoints",
};

/** The problem on the field where it is put right. */
function onField(problem: Problem, terms: OfferTermsInput): Problem {
  const { field, params } = problem;
  const least = Math.min(terms.spouseBasisPoints, terms.partnerBasisPoints, terms.childBasisPoints);
  const finer = (["spouseBasisPoints", "partnerBasisPoints", "childBasisPoints"] as const).find(
    (name) => terms[name] === least,
  );
  if (field === undefined) {
    return { ...problem, field: amountFields[params?.["covered"] === "employee" ? "employee-only" : "family"] };
  }
  if (field === "dependentsBasisPoints" && terms.finerShares && finer) return { ...problem, field: finer };
  return { ...problem, field: partTimeShares[field] ?? field };
}

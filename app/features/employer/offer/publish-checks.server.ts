import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { startDateRuling } from "~/domain/calendar/group-start-calendar.rule";
import { openEnrollmentRuling } from "~/domain/calendar/open-enrollment.rule";
import { rosterHouseholds } from "~/domain/contribution/roster-households";
import type { CoverageLine } from "~/domain/coverage-line";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { planKey } from "~/domain/plan-catalog/plan";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import type { Problem, Ruling } from "~/domain/problem";
import type { ShoppingOffer, ShoppingRecord } from "~db/repositories/benefit-application-shopping.server";
import { termsOfScheme } from "./contribution/contribution-terms.schema";
import { offeredPlans } from "./offer-rulings.server";
import { offeredLevels, type OfferTermsInput } from "./offer.schema";

export type PublishFacts = {
  readonly shopping: ShoppingRecord;
  readonly isEligible: boolean;
  readonly profile: ExchangeProfile;
  readonly today: CalendarDate;
  /** The plans sold at the business's address, for each line that is offered. */
  readonly plans: Readonly<Record<CoverageLine, readonly ShelfPlan[]>>;
};

/** Everything that keeps an offer from being published, in the order in which an owner would put it right. */
export function publishProblems(facts: PublishFacts): readonly Problem[] {
  const { shopping, isEligible } = facts;
  const { application, offers, roster } = shopping;
  const problems: Problem[] = [];
  if (!isEligible) problems.push({ code: "employer-not-eligible-yet", citation: "45 CFR 155.710(b)" });
  if (roster.length === 0) problems.push({ code: "roster-empty" });
  if (!application) return [...problems, { code: "coverage-year-missing" }];
  problems.push(...dateProblems(facts));
  if (!offers.some((offer) => offer.line === "medical")) problems.push({ code: "medical-offer-missing" });
  if (offers.length > 0 && !application.pinned) return [...problems, { code: "offer-prices-changed" }];
  return [...problems, ...offers.flatMap((offer) => offerProblems(offer, facts))];
}

function dateProblems({ shopping, profile, today }: PublishFacts): readonly Problem[] {
  const { application } = shopping;
  if (!application) return [];
  const { startOn, openEnrollmentStartsOn: opensOn, openEnrollmentEndsOn: closesOn } = application;
  const start = startDateRuling({ profile, today, startOn, deadline: "publish" });
  return refusals(start).length > 0
    ? refusals(start)
    : refusals(openEnrollmentRuling({ profile, today, startOn, opensOn, closesOn }));
}

function refusals(ruling: Ruling): readonly Problem[] {
  return ruling.allowed ? [] : ruling.problems;
}

function offerProblems(offer: ShoppingOffer, { shopping, profile, plans, today }: PublishFacts): readonly Problem[] {
  const { startOn, application } = shopping;
  const households = householdsOf(shopping, today);
  const { line } = offer;
  const offersDependents = application?.offersDependents ?? false;
  const question = { line, profile, startOn, offersDependents, plans: plans[line], households };
  const offered = offeredPlans({ ...question, terms: termsOf(offer) });
  return offered.ok ? [] : offered.problems;
}

/** Who would be covered, as the offer's waiting period and families stand. */
export function householdsOf({ roster, startOn, application }: ShoppingRecord, today: CalendarDate) {
  const { waitingPeriod = null, offersDependents = true } = application ?? {};
  return rosterHouseholds({ roster, startOn, today, waitingPeriod, offersDependents });
}

/** A stored offer as the form would post it. */
export function termsOf(offer: ShoppingOffer): OfferTermsInput {
  return {
    choiceModel: offer.choiceModel,
    metalLevel: offeredLevels.find((level) => level === offer.metalLevel),
    issuerId: offer.issuerId ?? undefined,
    referencePlanId: planKey(offer.referencePlanId),
    ...termsOfScheme(offer.contribution.scheme),
  };
}

import { ageOn, type CalendarDate } from "~/domain/calendar/calendar-date";
import type { RosterPerson } from "~/domain/contribution/roster-households";
import { priceRosterAgainstPlans, type PlanQuote } from "~/domain/contribution/roster-quote";
import type { CoverageLine } from "~/domain/coverage-line";
import type { Cents } from "~/domain/money/cents";
import { planFacts, type PlanFacts, type PlanSheet } from "~/domain/plan-catalog/shelf-plan";
import type { PlanYearCost } from "~/domain/plan-catalog/yearly-cost/plan-year-cost";
import type { Problem } from "~/domain/problem";
import { loadPlanMarket, onePersonYear, type MarketRequest, type PlanMarket } from "../market/plan-market.server";

export type PricedHousehold = {
  readonly employeeId: string;
  readonly name: string;
  readonly ageYears: number;
  /** Null when the plan has no price for somebody of the household. */
  readonly totalCents: Cents | null;
  readonly memberCount: number | null;
  readonly problems: readonly Problem[];
};

export type PlanDetailPage = {
  readonly line: CoverageLine;
  readonly startOn: CalendarDate;
  readonly plan: PlanFacts;
  readonly sheet: PlanSheet;
  readonly hasRates: boolean;
  readonly premiumCents: Cents | null;
  readonly households: readonly PricedHousehold[];
  /** One person aged 40. */
  readonly year: PlanYearCost;
};

/** Undefined when the plan is not sold to this business. */
export async function loadPlanDetail(
  request: Omit<MarketRequest, "line" | "sheetsOf">,
  { line, planId }: { line: CoverageLine; planId: string },
): Promise<PlanDetailPage | undefined> {
  const market = await loadPlanMarket({ ...request, line, sheetsOf: [planId] });
  const plan = market.plans.find((candidate) => candidate.planId === planId);
  const [sheet] = market.sheets;
  if (!plan || !sheet) return undefined;
  const { startOn } = market.shopping;
  const { households, profile } = market;
  const [quote] = priceRosterAgainstPlans({ households, plans: [plan], line, startOn, profile });
  return {
    ...{ line, startOn, sheet },
    plan: planFacts(plan),
    year: onePersonYear(market, plan),
    hasRates: plan.sheet !== null,
    premiumCents: quote?.premiumCents ?? null,
    households: quote && plan.sheet ? householdsOf(market, quote) : [],
  };
}

function householdsOf({ shopping }: PlanMarket, quote: PlanQuote): readonly PricedHousehold[] {
  const people = new Map(shopping.roster.map((person) => [person.employeeId, person]));
  return quote.households.flatMap((household): readonly PricedHousehold[] => {
    const person = people.get(household.employeeId);
    if (!person) return [];
    const { employeeId } = household;
    const head = { employeeId, name: nameOf(person), ageYears: ageOn({ bornOn: person.bornOn, on: shopping.startOn }) };
    if (!household.quoted) return [{ ...head, totalCents: null, memberCount: null, problems: household.problems }];
    const { totalCents, members } = household.premium;
    return [{ ...head, totalCents, memberCount: members.length, problems: [] }];
  });
}

function nameOf({ firstName, lastName }: RosterPerson): string {
  return `${firstName} ${lastName}`;
}

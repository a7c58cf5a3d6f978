import { ageOn, type CalendarDate } from "~/domain/calendar/calendar-date";
import type { RosterDependent, RosterPerson } from "~/domain/contribution/roster-households";
import { priceRosterAgainstPlans, type PlanQuote } from "~/domain/contribution/roster-quote";
import type { CoverageLine } from "~/domain/coverage-line";
import type { Cents } from "~/domain/money/cents";
import { planFacts, type PlanFacts, type PlanSheet } from "~/domain/plan-catalog/shelf-plan";
import type { PlanYearCost } from "~/domain/plan-catalog/yearly-cost/plan-year-cost";
import type { Problem } from "~/domain/problem";
import type { MemberPremium } from "~/domain/rating/rated-household";
import { citation } from "~/domain/rating/household-premium.rule";
import { loadPlanMarket, onePersonYear, type MarketRequest, type PlanMarket } from "../market/plan-market.server";

export type PricedMember = Pick<
  MemberPremium,
  "ageYears" | "premiumCents" | "tobaccoSurchargeCents" | "treatment" | "relationship"
> & {
  readonly name: string;
  /** The plan's own age band; null where the price does not depend on age. */
  readonly band: { readonly fromAge: number; readonly toAge: number } | null;
};

export type PricedHousehold = {
  readonly employeeId: string;
  readonly name: string;
  readonly ageYears: number;
  /** Null when the plan has no price for somebody of the household. */
  readonly totalCents: Cents | null;
  readonly members: readonly PricedMember[];
  readonly problems: readonly Problem[];
};

export type PlanDetailPage = {
  readonly line: CoverageLine;
  readonly startOn: CalendarDate;
  readonly plan: PlanFacts;
  readonly sheet: PlanSheet;
  readonly hasRates: boolean;
  readonly ratingArea: number | null;
  readonly premiumCents: Cents | null;
  readonly households: readonly PricedHousehold[];
  readonly citation: string;
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
  const { startOn, ratingArea } = market.shopping;
  const { households, profile } = market;
  const [quote] = priceRosterAgainstPlans({ households, plans: [plan], line, startOn, profile });
  return {
    ...{ line, startOn, ratingArea, sheet, citation },
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
    if (!household.quoted) return [{ ...head, totalCents: null, members: [], problems: household.problems }];
    const { totalCents, members } = household.premium;
    return [{ ...head, totalCents, members: members.map((member) => memberOf(member, person)), problems: [] }];
  });
}

function memberOf({ memberId, rateAgeBand, ...member }: MemberPremium, person: RosterPerson): PricedMember {
  const who = person.dependents.find((dependent) => dependent.dependentId === memberId) ?? person;
  return { ...member, name: nameOf(who), band: rateAgeBand };
}

function nameOf({ firstName, lastName }: RosterPerson | RosterDependent): string {
  return `${firstName} ${lastName}`;
}

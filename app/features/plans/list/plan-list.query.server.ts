import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { Cents } from "~/domain/money/cents";
import { planFacts, type PlanFacts } from "~/domain/plan-catalog/shelf-plan";
import { yearTotalCents } from "~/domain/plan-catalog/yearly-cost/plan-year-cost";
import {
  loadPlanMarket,
  onePersonYear,
  type MarketGap,
  type MarketRequest,
  type PlanMarket,
} from "../market/plan-market.server";
import { droppableFilters, facetsOf, passesAll, type Facets } from "./plan-facets.server";
import type { PlanFilter, PlanSearch } from "./plan-list.search";

/** Cards on one page. */
const pageSize = 12;

export type PlanListItem = {
  readonly plan: PlanFacts;
  /** The whole group's monthly premium; null when it cannot be priced. */
  readonly premiumCents: Cents | null;
  /** The example's monthly premium while nobody is on the roster. */
  readonly exampleCents: Cents | null;
  readonly hasRates: boolean;
  /** Premium and care of one person in a year of medium use; null when it cannot be estimated. */
  readonly yearCents: Cents | null;
};

export type PickedPlan = Pick<PlanFacts, "planId" | "issuerName" | "name">;

export type PlanListPage = {
  readonly startOn: CalendarDate;
  readonly startIsChosen: boolean;
  readonly employeeCount: number;
  readonly memberCount: number;
  readonly gap: MarketGap | null;
  readonly soldCount: number;
  /** Plans that pass the filters, on all pages together. */
  readonly foundCount: number;
  readonly page: number;
  readonly pageCount: number;
  readonly pageSize: number;
  readonly items: readonly PlanListItem[];
  /** The yearly cost holds the employee's share of an offer, not the whole premium. */
  readonly yearIsShare: boolean;
  /** With the number of plans that each value would leave under the other filters. */
  readonly facets: Facets;
  /** When nothing is left: the filters that could be dropped and how many plans each would bring back. */
  readonly droppable: readonly { readonly filter: PlanFilter; readonly count: number }[];
  /** The plans to compare that are sold here with prices. */
  readonly picked: readonly PickedPlan[];
  readonly swap: PickedPlan | null;
};

export async function loadPlanList(request: Omit<MarketRequest, "line">, search: PlanSearch): Promise<PlanListPage> {
  return planListPage(await loadPlanMarket({ ...request, line: search.line }), search);
}

function planListPage(market: PlanMarket, search: PlanSearch): PlanListPage {
  const { shopping, households, plans, gap } = market;
  const sold = plans.map((plan) => {
    const item: PlanListItem = {
      plan: planFacts(plan),
      premiumCents: market.premiums.get(plan.planId) ?? null,
      exampleCents: market.examples.get(plan.planId) ?? null,
      hasRates: plan.sheet !== null,
      yearCents: yearTotalCents(onePersonYear(market, plan), "medium"),
    };
    return { item, plan, monthlyCents: item.exampleCents ?? item.premiumCents };
  });
  const found = sold.filter((entry) => passesAll(entry, search)).map(({ item }) => item);
  const pageCount = Math.max(1, Math.ceil(found.length / pageSize));
  const page = Math.min(search.page, pageCount);
  return {
    ...{ startOn: shopping.startOn, startIsChosen: shopping.application !== null, gap, page, pageCount, pageSize },
    employeeCount: households.length,
    memberCount: households.reduce((count, household) => count + household.members.length, 0),
    soldCount: plans.length,
    foundCount: found.length,
    items: found.sort(orders[search.sort]).slice((page - 1) * pageSize, page * pageSize),
    yearIsShare: [...market.onePerson.values()].some(({ isShare }) => isShare),
    facets: facetsOf(sold, search),
    droppable: found.length > 0 ? [] : droppableFilters(sold, search),
    picked: search.plan.flatMap((planId) => pickedPlan(market, planId)),
    swap: search.swap === undefined ? null : (pickedPlan(market, search.swap)[0] ?? null),
  };
}

function pickedPlan({ plans }: PlanMarket, planId: string): readonly PickedPlan[] {
  const plan = plans.find((candidate) => candidate.planId === planId && candidate.sheet);
  return plan ? [{ planId: plan.planId, issuerName: plan.issuerName, name: plan.name }] : [];
}

type Order = (a: PlanListItem, b: PlanListItem) => number;

const byName: Order = (a, b) => compare(nameOf(a), nameOf(b)) || compare(a.plan.planId, b.plan.planId);
const lowestFirst =
  (of: (item: PlanListItem) => number | string | null): Order =>
  (a, b) =>
    amount(of(a)) - amount(of(b)) || byName(a, b);
const orders: Readonly<Record<PlanSearch["sort"], Order>> = {
  cost: lowestFirst(({ exampleCents, premiumCents }) => exampleCents ?? premiumCents),
  yearly: lowestFirst(({ yearCents }) => yearCents),
  deductible: lowestFirst(({ plan }) => plan.deductible.main.individual),
  maximum: lowestFirst(({ plan }) => plan.outOfPocketMaximum.main.individual),
  name: byName,
};

/** What has no figure comes last. */
function amount(value: number | string | null): number {
  return typeof value === "number" ? value : Number.MAX_SAFE_INTEGER;
}

function nameOf({ plan }: PlanListItem): string {
  return `${plan.issuerName} ${plan.name}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { Cents } from "~/domain/money/cents";
import { coverageLevelOf } from "~/domain/plan-catalog/plan";
import { planFacts, type PlanFacts, type ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import { loadPlanMarket, type MarketGap, type MarketRequest, type PlanMarket } from "../market/plan-market.server";
import { coverageLevels, isFiltered, planFilters, type PlanFilter, type PlanSearch } from "./plan-list.search";

export type PlanListItem = {
  readonly plan: PlanFacts;
  /** The whole group's monthly premium; null when it cannot be priced. */
  readonly premiumCents: Cents | null;
  /** The example's monthly premium while nobody is on the roster. */
  readonly exampleCents: Cents | null;
  readonly hasRates: boolean;
};

export type FacetValue = { readonly value: string; readonly label: string; readonly count: number };

export type PlanListPage = {
  readonly startOn: CalendarDate;
  readonly startIsChosen: boolean;
  readonly employeeCount: number;
  readonly memberCount: number;
  readonly gap: MarketGap | null;
  readonly soldCount: number;
  readonly items: readonly PlanListItem[];
  /** With the number of plans that each value would leave under the other filters. */
  readonly facets: Readonly<Record<PlanFilter, readonly FacetValue[]>>;
  /** When nothing is left: the filters that could be dropped and how many plans each would bring back. */
  readonly droppable: readonly { readonly filter: PlanFilter; readonly count: number }[];
};

export async function loadPlanList(request: Omit<MarketRequest, "line">, search: PlanSearch): Promise<PlanListPage> {
  return planListPage(await loadPlanMarket({ ...request, line: search.line }), search);
}

function planListPage(market: PlanMarket, search: PlanSearch): PlanListPage {
  const { shopping, households, plans, gap } = market;
  const left = plans.filter((plan) => planFilters.every((filter) => passes(plan, filter, search)));
  const items = left.map((plan) => ({
    plan: planFacts(plan),
    premiumCents: market.quotes.get(plan.planId)?.premiumCents ?? null,
    exampleCents: market.examples.get(plan.planId) ?? null,
    hasRates: plan.sheet !== null,
  }));
  const withoutOne = (dropped: PlanFilter) =>
    plans.filter((plan) => planFilters.every((filter) => filter === dropped || passes(plan, filter, search)));
  return {
    startOn: shopping.startOn,
    startIsChosen: shopping.application !== null,
    employeeCount: households.length,
    memberCount: households.reduce((count, household) => count + household.members.length, 0),
    gap,
    soldCount: plans.length,
    items: items.sort(orders[search.sort]),
    facets: {
      issuer: facet(plans, withoutOne("issuer"), (plan) => [plan.issuerId, plan.issuerName]),
      level: facet(plans, withoutOne("level"), levelOf).sort((a, b) => levelOrder(a.value) - levelOrder(b.value)),
      type: facet(plans, withoutOne("type"), (plan) => [plan.planType, plan.planType]),
      hsa: facet(plans, withoutOne("hsa"), (plan) => (plan.hsaEligible ? ["yes", "yes"] : undefined)),
    },
    droppable: planFilters
      .filter((filter) => isFiltered(search, filter))
      .map((filter) => ({ filter, count: withoutOne(filter).length }))
      .filter(({ count }) => count > 0),
  };
}

function passes(plan: ShelfPlan, filter: PlanFilter, search: PlanSearch): boolean {
  if (!isFiltered(search, filter)) return true;
  if (filter === "issuer") return search.issuer.includes(plan.issuerId);
  if (filter === "type") return search.type.includes(plan.planType);
  if (filter === "hsa") return plan.hsaEligible === true;
  return search.level.some((level) => level === coverageLevelOf(plan.metalLevel));
}

function levelOf(plan: ShelfPlan): readonly [string, string] | undefined {
  const level = coverageLevelOf(plan.metalLevel);
  return level ? [level, level] : undefined;
}

function levelOrder(level: string): number {
  return coverageLevels.findIndex((candidate) => candidate === level);
}

/** Every value that is sold, by label, counted among the plans that the other filters leave. */
function facet(
  sold: readonly ShelfPlan[],
  counted: readonly ShelfPlan[],
  valueOf: (plan: ShelfPlan) => readonly [string, string] | undefined,
): FacetValue[] {
  const values = new Map<string, { label: string; count: number }>();
  for (const plan of sold) {
    const found = valueOf(plan);
    if (found) values.set(found[0], { label: found[1], count: 0 });
  }
  for (const plan of counted) {
    const entry = values.get(valueOf(plan)?.[0] ?? "");
    if (entry) entry.count += 1;
  }
  return [...values]
    .map(([value, { label, count }]) => ({ value, label, count }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

type Order = (a: PlanListItem, b: PlanListItem) => number;

const byName: Order = (a, b) => compare(nameOf(a), nameOf(b)) || compare(a.plan.planId, b.plan.planId);
const orders: Readonly<Record<PlanSearch["sort"], Order>> = {
  cost: (a, b) => amount(a.exampleCents ?? a.premiumCents) - amount(b.exampleCents ?? b.premiumCents) || byName(a, b),
  name: byName,
  deductible: (a, b) =>
    amount(a.plan.deductible.main.individual) - amount(b.plan.deductible.main.individual) || byName(a, b),
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

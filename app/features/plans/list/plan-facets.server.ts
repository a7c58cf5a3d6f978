import type { Cents } from "~/domain/money/cents";
import { coverageLevelOf } from "~/domain/plan-catalog/plan";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import {
  coverageLevels,
  deductibleBands,
  isFiltered,
  planFilters,
  type PlanFilter,
  type PlanSearch,
} from "./plan-list.search";

/** A plan with the monthly amount that the list shows of it; null when it has none. */
export type FilteredPlan = { readonly plan: ShelfPlan; readonly monthlyCents: Cents | null };
export type FacetValue = { readonly value: string; readonly label: string; readonly count: number };
export type Facets = Readonly<Record<PlanFilter, readonly FacetValue[]>>;

export function passesAll(item: FilteredPlan, search: PlanSearch, except?: PlanFilter): boolean {
  return planFilters.every((filter) => filter === except || passes(item, filter, search));
}

function passes(item: FilteredPlan, filter: PlanFilter, search: PlanSearch): boolean {
  if (!isFiltered(search, filter)) return true;
  if (filter === "price") return search.price.some((range) => isIn(item.monthlyCents, range));
  const value = valueOf(item.plan, filter);
  return value !== undefined && search[filter].some((wanted) => wanted === value);
}

/** What each filter would bring back if it were dropped, the most first; none that brings nothing. */
export function droppableFilters(items: readonly FilteredPlan[], search: PlanSearch) {
  return planFilters
    .filter((filter) => isFiltered(search, filter))
    .map((filter) => ({ filter, count: items.filter((item) => passesAll(item, search, filter)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Each value that is sold, with the number of plans that it would leave under the other filters. */
export function facetsOf(items: readonly FilteredPlan[], search: PlanSearch): Facets {
  const facet = (filter: Exclude<PlanFilter, "price">, order?: readonly string[]): readonly FacetValue[] => {
    const labels = new Map<string, string>();
    for (const { plan } of items) {
      const value = valueOf(plan, filter);
      if (value !== undefined) labels.set(value, filter === "issuer" ? plan.issuerName : value);
    }
    const left = items.filter((item) => passesAll(item, search, filter));
    const rank = (value: FacetValue) => (order ? order.indexOf(value.value) : 0);
    return [...labels]
      .map(([value, label]) => ({
        value,
        label,
        count: left.filter(({ plan }) => valueOf(plan, filter) === value).length,
      }))
      .sort((a, b) => rank(a) - rank(b) || (a.label < b.label ? -1 : 1));
  };
  return {
    level: facet("level", coverageLevels),
    type: facet("type"),
    issuer: facet("issuer"),
    price: priceFacet(items, search),
    deductible: facet("deductible", deductibleBands),
    national: facet("national"),
    hsa: facet("hsa"),
  };
}

function valueOf(plan: ShelfPlan, filter: Exclude<PlanFilter, "price">): string | undefined {
  switch (filter) {
    case "issuer":
      return plan.issuerId;
    case "type":
      return plan.planType;
    case "level":
      return coverageLevelOf(plan.metalLevel) ?? undefined;
    case "hsa":
      return plan.hsaEligible ? "yes" : undefined;
    case "national":
      return plan.nationalNetwork ? "yes" : undefined;
    case "deductible":
      return deductibleBandOf(plan);
  }
}

function deductibleBandOf({ deductible }: ShelfPlan): (typeof deductibleBands)[number] | undefined {
  const amount = deductible.main.individual;
  if (amount === "unknown") return undefined;
  if (amount === "not-applicable" || amount === 0) return "none";
  if (amount < 1_000_00) return "1-999";
  if (amount < 3_000_00) return "1000-2999";
  return amount < 5_000_00 ? "3000-4999" : "5000-up";
}

/** The ranges that fit what is sold now, and those of the address, which may come from another day's prices. */
function priceFacet(items: readonly FilteredPlan[], search: PlanSearch): readonly FacetValue[] {
  const amounts = items.flatMap(({ monthlyCents }) => (monthlyCents === null ? [] : [monthlyCents]));
  const left = items.filter((item) => passesAll(item, search, "price"));
  return [...new Set([...priceRanges(amounts), ...search.price])]
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1))
    .map((range) => ({
      ...{ value: range, label: range },
      count: left.filter(({ monthlyCents }) => isIn(monthlyCents, range)).length,
    }));
}

/** About four ranges of round dollars over these amounts; none where they hardly differ. */
export function priceRanges(amounts: readonly Cents[]): readonly string[] {
  if (amounts.length < 2) return [];
  const [least, most] = [Math.min(...amounts) / 100, Math.max(...amounts) / 100];
  const rough = (most - least) / 4;
  if (rough < 1) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  const first = Math.floor(least / step);
  const count = Math.floor(most / step) - first + 1;
  return Array.from({ length: count }, (_, index) => `${(first + index) * step}-${(first + index + 1) * step}`);
}

function isIn(amount: Cents | null, range: string): boolean {
  const [from = 0, below = 0] = range.split("-").map(Number);
  return amount !== null && amount >= 100 * from && amount < 100 * below;
}

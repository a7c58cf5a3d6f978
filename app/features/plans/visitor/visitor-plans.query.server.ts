import { yearOf, type CalendarDate } from "~/domain/calendar/calendar-date";
import { censusHouseholds } from "~/domain/contribution/census-households";
import type { ContributionPercentages } from "~/domain/contribution/contribution-model";
import { groupMonthlyCost, type GroupMonthlyCost } from "~/domain/contribution/group-cost";
import { referencePlanContribution } from "~/domain/contribution/reference-plan-contribution.rule";
import { priceRosterAgainstPlans, type PlanQuote, type RosterHousehold } from "~/domain/contribution/roster-quote";
import { profileFor, ratingRuling } from "~/domain/exchange-profile/profile-for";
import { isUsState } from "~/domain/exchange-profile/us-state";
import { censusPeopleCount } from "~/domain/household/census";
import { cents, type Cents } from "~/domain/money/cents";
import { coverageLevelOf } from "~/domain/plan-catalog/plan";
import { soldAtZip, type PlanFacts, type ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import { withDoor, type Tx } from "~db/client.server";
import { latestCatalogVersion } from "~db/repositories/plan-catalog/catalog-version.server";
import { ratingAreaOf } from "~db/repositories/plan-catalog/geo-version.server";
import { rateShelf } from "~db/repositories/rate-shelf.server";
import { coverageLevels, isFiltered, planFilters, type PlanFilter, type PlanSearch } from "../list/plan-list.search";
import { factsOf, type MarketGap } from "../market/plan-market.server";
import type { VisitorQuote } from "./visitor-quote.server";

export type VisitorPlan = {
  readonly plan: PlanFacts;
  readonly hasRates: boolean;
  /** The whole group's month, and who pays it if everybody takes this plan; null when somebody has no price in it. */
  readonly cost: GroupMonthlyCost | null;
  /** What one employee with the family costs: the whole premium. */
  readonly lowestCents: Cents | null;
  readonly averageCents: Cents | null;
  /** What one employee would pay at least and at most. */
  readonly paysLeastCents: Cents | null;
  readonly paysMostCents: Cents | null;
};

type Facet = { readonly value: string; readonly label: string; readonly count: number };

export type VisitorPlans = {
  readonly gap: MarketGap | null;
  readonly soldCount: number;
  readonly employeeCount: number;
  readonly memberCount: number;
  /** Of the census, those who may not be covered with their employee. */
  readonly leftOutCount: number;
  readonly items: readonly VisitorPlan[];
  readonly facets: Readonly<Record<PlanFilter, readonly Facet[]>>;
  readonly droppable: readonly { readonly filter: PlanFilter; readonly count: number }[];
};

type Market = { readonly gap: MarketGap | null; readonly plans: readonly ShelfPlan[] };

/** Every plan of one line sold at the quote's place, priced for its people. */
export async function loadVisitorPlans(
  quote: VisitorQuote,
  { search, today }: { search: PlanSearch; today: CalendarDate },
): Promise<VisitorPlans> {
  const { startOn, state } = quote;
  const profile = profileFor({ state, on: startOn });
  const market: Market = profile.ok
    ? await withDoor({ kind: "public" }, (tx) => marketOf(tx, quote, search), { readOnly: true })
    : { gap: "no-plans-loaded", plans: [] };
  const { households, leftOut } = censusHouseholds(quote.census, { startOn, today });
  const left = market.plans.filter((plan) => planFilters.every((filter) => passes(plan, filter, search)));
  const terms = { households, line: search.line, startOn };
  const quotes = profile.ok ? priceRosterAgainstPlans({ ...terms, plans: left, profile: profile.value }) : [];
  const byId = new Map(quotes.map((priced) => [priced.planId, priced]));
  return {
    ...{ gap: market.gap, soldCount: market.plans.length, employeeCount: households.length },
    memberCount: censusPeopleCount(quote.census) - leftOut.length,
    leftOutCount: leftOut.length,
    items: left.map((plan) => visitorPlan(plan, byId.get(plan.planId), quote)).sort(orders[search.sort]),
    ...filtersOf(market.plans, search),
  };
}

async function marketOf(tx: Tx, quote: VisitorQuote, { line }: PlanSearch): Promise<Market> {
  const { state, startOn, countyFips, zip } = quote;
  if (isUsState(state) && !ratingRuling({ state, on: startOn }).allowed) return { gap: "rates-withheld", plans: [] };
  const version = await latestCatalogVersion(tx, { year: yearOf(startOn), state });
  if (!version) return { gap: "no-plans-loaded", plans: [] };
  const area = await ratingAreaOf(tx, { countyFips, zip, on: startOn });
  if (!area.ok) return { gap: "no-rating-area", plans: [] };
  const { catalogVersionId } = version;
  const shelf = await rateShelf(tx, { catalogVersionId, ratingArea: area.value, startOn, state, countyFips, line });
  return { gap: null, plans: soldAtZip(shelf, zip) };
}

/** With one plan for everybody that plan is its own reference. */
function visitorPlan(
  plan: ShelfPlan,
  priced: PlanQuote | undefined,
  percentages: ContributionPercentages,
): VisitorPlan {
  const { employeeBasisPoints, dependentsBasisPoints } = percentages;
  const shared = (priced?.households ?? []).flatMap((household) =>
    household.quoted
      ? referencePlanContribution({
          percentages: { employeeBasisPoints, dependentsBasisPoints },
          ...{ chosen: household.premium, reference: household.premium },
        })
      : [],
  );
  const shown = { plan: factsOf(plan), hasRates: plan.sheet !== null };
  if (shared.length === 0 || !priced || priced.premiumCents === null) {
    return { ...shown, cost: null, lowestCents: null, averageCents: null, paysLeastCents: null, paysMostCents: null };
  }
  const premiums = shared.map(({ premiumCents }) => premiumCents);
  const paid = shared.map(({ employeeShareCents }) => employeeShareCents);
  return {
    ...shown,
    cost: groupMonthlyCost(shared),
    lowestCents: cents(Math.min(...premiums)),
    averageCents: cents(Math.round(priced.premiumCents / shared.length)),
    paysLeastCents: cents(Math.min(...paid)),
    paysMostCents: cents(Math.max(...paid)),
  };
}

/** What a filter looks at: the value in the address and how it is called. */
function filterValue(plan: ShelfPlan, filter: PlanFilter): { value: string; label: string } | undefined {
  const values = {
    issuer: { value: plan.issuerId, label: plan.issuerName },
    level: { value: coverageLevelOf(plan.metalLevel) ?? "", label: coverageLevelOf(plan.metalLevel) ?? "" },
    type: { value: plan.planType, label: plan.planType },
    hsa: { value: plan.hsaEligible ? "yes" : "", label: "yes" },
  } satisfies Record<PlanFilter, { value: string; label: string }>;
  return values[filter].value === "" ? undefined : values[filter];
}

function passes(plan: ShelfPlan, filter: PlanFilter, search: PlanSearch): boolean {
  if (!isFiltered(search, filter)) return true;
  const wanted: readonly string[] = filter === "hsa" ? ["yes"] : search[filter];
  return wanted.includes(filterValue(plan, filter)?.value ?? "");
}

function filtersOf(plans: readonly ShelfPlan[], search: PlanSearch): Pick<VisitorPlans, "facets" | "droppable"> {
  const without = (dropped: PlanFilter) =>
    plans.filter((plan) => planFilters.every((filter) => filter === dropped || passes(plan, filter, search)));
  const facet = (filter: PlanFilter): readonly Facet[] => {
    const counted = without(filter);
    const found = new Map(
      plans.flatMap((plan) => filterValue(plan, filter) ?? []).map((entry) => [entry.value, entry]),
    );
    return [...found.values()]
      .map((entry) => ({
        ...entry,
        count: counted.filter((plan) => filterValue(plan, filter)?.value === entry.value).length,
      }))
      .sort((a, b) => orderOf(filter, a) - orderOf(filter, b) || a.label.localeCompare(b.label));
  };
  return {
    facets: { issuer: facet("issuer"), level: facet("level"), type: facet("type"), hsa: facet("hsa") },
    droppable: planFilters
      .filter((filter) => isFiltered(search, filter))
      .map((filter) => ({ filter, count: without(filter).length }))
      .filter(({ count }) => count > 0),
  };
}

/** Levels from the leanest to the richest, everything else by its label. */
function orderOf(filter: PlanFilter, { value }: { value: string }): number {
  return filter === "level" ? coverageLevels.findIndex((level) => level === value) : 0;
}

type Order = (a: VisitorPlan, b: VisitorPlan) => number;

const nameOf = ({ plan }: VisitorPlan) => `${plan.issuerName} ${plan.name} ${plan.planId}`;
const byName: Order = (a, b) => nameOf(a).localeCompare(nameOf(b), "en");
/** What has no figure comes last. */
const amount = (value: unknown): number => (typeof value === "number" ? value : Number.MAX_SAFE_INTEGER);
const orders: Readonly<Record<PlanSearch["sort"], Order>> = {
  cost: (a, b) => amount(a.cost?.premiumCents) - amount(b.cost?.premiumCents) || byName(a, b),
  name: byName,
  deductible: (a, b) =>
    amount(a.plan.deductible.main.individual) - amount(b.plan.deductible.main.individual) || byName(a, b),
};

import { yearOf, type CalendarDate } from "~/domain/calendar/calendar-date";
import { censusHouseholds } from "~/domain/contribution/census-households";
import type { ContributionPercentages } from "~/domain/contribution/contribution-model";
import { groupMonthlyCost, type GroupMonthlyCost } from "~/domain/contribution/group-cost";
import { priceRosterAgainstPlans, type PlanQuote } from "~/domain/contribution/roster-quote";
import { sharesOf } from "~/domain/contribution/schemes/contribution-bucket";
import { alike } from "~/domain/contribution/schemes/contribution-scheme";
import { householdContribution } from "~/domain/contribution/schemes/household-contribution.rule";
import { profileFor, ratingRuling } from "~/domain/exchange-profile/profile-for";
import { isUsState } from "~/domain/exchange-profile/us-state";
import { censusPeopleCount } from "~/domain/household/census";
import { cents, type Cents } from "~/domain/money/cents";
import { planFacts, soldAtZip, type PlanFacts, type ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import { withDoor, type Tx } from "~db/client.server";
import { latestCatalogVersion } from "~db/repositories/plan-catalog/catalog-version.server";
import { ratingAreaOf } from "~db/repositories/plan-catalog/geo-version.server";
import { rateShelf } from "~db/repositories/rate-shelf.server";
import { droppableFilters, facetsOf, passesAll, type Facets } from "../list/plan-facets.server";
import type { PlanFilter, PlanSearch } from "../list/plan-list.search";
import type { MarketGap } from "../market/plan-market.server";
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

export type VisitorPlans = {
  readonly gap: MarketGap | null;
  readonly soldCount: number;
  readonly employeeCount: number;
  readonly memberCount: number;
  /** Of the census, those who may not be covered with their employee. */
  readonly leftOutCount: number;
  readonly items: readonly VisitorPlan[];
  readonly facets: Facets;
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
  const terms = { households, line: search.line, startOn, plans: market.plans };
  const quotes = profile.ok ? priceRosterAgainstPlans({ ...terms, profile: profile.value }) : [];
  const byId = new Map(quotes.map((priced) => [priced.planId, priced]));
  const sold = market.plans.map((plan) => {
    const item = visitorPlan(plan, byId.get(plan.planId), quote);
    return { item, plan, monthlyCents: item.cost?.premiumCents ?? null };
  });
  const found = sold.filter((entry) => passesAll(entry, search)).map(({ item }) => item);
  return {
    ...{ gap: market.gap, soldCount: market.plans.length, employeeCount: households.length },
    memberCount: censusPeopleCount(quote.census) - leftOut.length,
    leftOutCount: leftOut.length,
    items: found.sort(orders[search.sort]),
    facets: facetsOf(sold, search),
    droppable: droppableFilters(sold, search),
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

/** With one plan for everybody the shares are of that plan. */
function visitorPlan(
  plan: ShelfPlan,
  priced: PlanQuote | undefined,
  percentages: ContributionPercentages,
): VisitorPlan {
  const scheme = { method: "chosen-plan-percent", shares: alike(sharesOf(percentages)) } as const;
  const shared = (priced?.households ?? []).flatMap((household) =>
    household.quoted
      ? householdContribution({ scheme, employment: "full-time", continuesCoverage: false, chosen: household.premium })
      : [],
  );
  const shown = { plan: planFacts(plan), hasRates: plan.sheet !== null };
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

type Order = (a: VisitorPlan, b: VisitorPlan) => number;

const nameOf = ({ plan }: VisitorPlan) => `${plan.issuerName} ${plan.name} ${plan.planId}`;
const byName: Order = (a, b) => nameOf(a).localeCompare(nameOf(b), "en");
/** What has no figure comes last. */
const amount = (value: unknown): number => (typeof value === "number" ? value : Number.MAX_SAFE_INTEGER);
const byCost: Order = (a, b) => amount(a.cost?.premiumCents) - amount(b.cost?.premiumCents) || byName(a, b);
const orders: Readonly<Record<PlanSearch["sort"], Order>> = {
  cost: byCost,
  name: byName,
  deductible: (a, b) =>
    amount(a.plan.deductible.main.individual) - amount(b.plan.deductible.main.individual) || byName(a, b),
  maximum: (a, b) =>
    amount(a.plan.outOfPocketMaximum.main.individual) - amount(b.plan.outOfPocketMaximum.main.individual) ||
    byName(a, b),
  yearly: byCost,
};

import { yearOf, type CalendarDate } from "~/domain/calendar/calendar-date";
import { priceRosterAgainstPlans, type HouseholdQuote, type PlanQuote } from "~/domain/contribution/roster-quote";
import { sharesOf } from "~/domain/contribution/schemes/contribution-bucket";
import { alike } from "~/domain/contribution/schemes/contribution-scheme";
import { profileFor, ratingRuling } from "~/domain/exchange-profile/profile-for";
import { soldAtZip, type ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import { done, failed, type Outcome } from "~/domain/problem";
import { withDoor, type Tx } from "~db/client.server";
import { countiesOfZip, ratingAreaOf, type County } from "~db/repositories/plan-catalog/geo-version.server";
import { newestCatalog } from "~db/repositories/plan-catalog/newest-catalog.server";
import { rateShelf } from "~db/repositories/rate-shelf.server";
import type { QuoteAnswer, QuoteRequest } from "./quote-group.rule.schema";

type Market = {
  readonly county: County;
  readonly ratingArea: number;
  readonly catalogVersionId: number;
  readonly plans: readonly ShelfPlan[];
};

/**
 * Prices a group in the plans sold at its address, from the newest catalog, by the same functions as the screens.
 * Problems: `zip-unknown`, `county-of-zip-needed` {counties}, those of the profile and the rating area,
 * `no-plans-loaded`, `plan-not-sold-here` {planId}.
 */
export async function quoteGroup(request: QuoteRequest): Promise<Outcome<QuoteAnswer>> {
  const { employer, startOn, line } = request;
  const profile = profileFor({ state: employer.state, on: startOn });
  if (!profile.ok) return profile;
  const rateable = ratingRuling({ state: employer.state, on: startOn });
  if (!rateable.allowed) return failed(...rateable.problems);
  const market = await withDoor({ kind: "public" }, (tx) => marketOf(tx, request), { readOnly: true });
  if (!market.ok) return market;
  const { plans } = market.value;
  const wanted = wantedPlans(request, plans);
  if (!wanted.ok) return wanted;
  const households = request.households.map(({ id, employment, members }) => ({
    ...{ employeeId: id, employment },
    members: members.map(({ id: memberId, ...member }) => ({ memberId, ...member })),
  }));
  const { offer } = request;
  const terms = offer && {
    referencePlanId: offer.referencePlan,
    scheme: { method: "reference-plan-percent", shares: alike(sharesOf(offer)) } as const,
    averages: "of-these-households" as const,
  };
  const quotes = priceRosterAgainstPlans({
    households,
    plans: wanted.value,
    line,
    startOn,
    profile: profile.value,
    terms,
  });
  return done(answerOf(request, { ...market.value, plans: wanted.value, quotes }));
}

async function marketOf(tx: Tx, { employer, startOn, line }: QuoteRequest): Promise<Outcome<Market>> {
  const county = await countyOf(tx, employer, startOn);
  if (!county.ok) return county;
  const { fips: countyFips } = county.value;
  const { state, zip } = employer;
  const area = await ratingAreaOf(tx, { countyFips, zip, on: startOn });
  if (!area.ok) return area;
  const version = await newestCatalog(tx, { year: yearOf(startOn), state });
  if (!version) return failed({ code: "no-plans-loaded", params: { state, year: yearOf(startOn) } });
  const { catalogVersionId } = version;
  const shelf = await rateShelf(tx, { catalogVersionId, ratingArea: area.value, startOn, state, countyFips, line });
  return done({ county: county.value, ratingArea: area.value, catalogVersionId, plans: soldAtZip(shelf, zip) });
}

async function countyOf(
  tx: Tx,
  { state, zip, countyFips }: QuoteRequest["employer"],
  on: CalendarDate,
): Promise<Outcome<County>> {
  const counties = (await countiesOfZip(tx, { zip, on })).filter((county) => county.state === state);
  const chosen = counties.find(({ fips }) => fips === countyFips);
  const [only, ...others] = counties;
  if (!only) return failed({ code: "zip-unknown", field: "employer.zip", params: { zip } });
  if (chosen) return done(chosen);
  if (others.length === 0 && countyFips === undefined) return done(only);
  const names = counties.map(({ fips, name }) => `${fips} ${name}`).join(", ");
  return failed({ code: "county-of-zip-needed", field: "employer.countyFips", params: { zip, counties: names } });
}

/** The plans asked for, and the reference plan with them. */
function wantedPlans({ plans: asked, offer }: QuoteRequest, sold: readonly ShelfPlan[]): Outcome<readonly ShelfPlan[]> {
  const named = [...(asked ?? []), ...(offer ? [offer.referencePlan] : [])];
  const missing = named.filter((planId) => !sold.some((plan) => plan.planId === planId));
  if (missing.length > 0)
    return failed(...missing.map((planId) => ({ code: "plan-not-sold-here", params: { planId } })));
  return done(asked ? sold.filter(({ planId }) => named.includes(planId)) : sold);
}

function answerOf(
  { startOn, line }: QuoteRequest,
  { county, ratingArea, catalogVersionId, plans, quotes }: Market & { readonly quotes: readonly PlanQuote[] },
): QuoteAnswer {
  const byId = new Map(plans.map((plan) => [plan.planId, plan]));
  return {
    ...{ startOn, line, ratingArea, catalogVersion: catalogVersionId },
    county: { fips: county.fips, name: county.name },
    plans: quotes.flatMap((quote) => {
      const plan = byId.get(quote.planId);
      return plan ? [planAnswer(plan, quote)] : [];
    }),
  };
}

function planAnswer(plan: ShelfPlan, quote: PlanQuote): QuoteAnswer["plans"][number] {
  const { planId, issuerId, issuerName, name, metalLevel, sheet } = plan;
  return {
    ...{ planId, issuerId, issuerName, name, metalLevel },
    ratePeriod: sheet ? { from: sheet.effectiveOn, to: sheet.expiresOn } : null,
    premiumCents: quote.premiumCents,
    employerShareCents: quote.cost?.employerShareCents ?? null,
    employeeShareCents: quote.cost?.employeesShareCents ?? null,
    households: quote.households.map(householdAnswer),
  };
}

function householdAnswer(quote: HouseholdQuote): QuoteAnswer["plans"][number]["households"][number] {
  const { employeeId: id } = quote;
  if (!quote.quoted) {
    const problems = quote.problems.map(({ code, params }) => ({ code, ...(params ? { params } : {}) }));
    return { id, premiumCents: null, employerShareCents: null, employeeShareCents: null, problems, members: [] };
  }
  return {
    id,
    premiumCents: quote.premium.totalCents,
    employerShareCents: quote.contribution?.employerShareCents ?? null,
    employeeShareCents: quote.contribution?.employeeShareCents ?? null,
    problems: [],
    members: quote.premium.members.map(({ memberId, ageYears, premiumCents, tobaccoSurchargeCents, treatment }) => ({
      ...{ id: memberId, ageYears, premiumCents, tobaccoSurchargeCents, treatment },
    })),
  };
}

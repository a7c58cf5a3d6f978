import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { earliestStartOn } from "~/domain/calendar/group-start-calendar.rule";
import { exampleHousehold } from "~/domain/contribution/example-household";
import { rosterHouseholds } from "~/domain/contribution/roster-households";
import { groupPremiumByPlan } from "~/domain/contribution/group-shares/group-offer-quote";
import {
  priceRosterAgainstPlans,
  type OfferTerms,
  type PlanQuote,
  type RosterHousehold,
} from "~/domain/contribution/roster-quote";
import type { CoverageLine } from "~/domain/coverage-line";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { profileFor, ratingRuling } from "~/domain/exchange-profile/profile-for";
import { isUsState } from "~/domain/exchange-profile/us-state";
import { invariant } from "~/domain/invariant";
import type { Cents } from "~/domain/money/cents";
import { planKey } from "~/domain/plan-catalog/plan";
import { soldAtZip, type PlanSheet, type ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import { planYearCost, type PlanYearCost, type PremiumPart } from "~/domain/plan-catalog/yearly-cost/plan-year-cost";
import { withDoor } from "~db/client.server";
import {
  loadShopping,
  type ShoppingPlace,
  type ShoppingRecord,
} from "~db/repositories/benefit-application-shopping.server";
import { planSheets } from "~db/repositories/rate-shelf-sheets.server";
import { rateShelf } from "~db/repositories/rate-shelf.server";

export type MarketRequest = {
  readonly employerId: string;
  readonly userId: string;
  readonly place: ShoppingPlace;
  readonly today: CalendarDate;
  readonly line: CoverageLine;
  /** Plans whose full benefits are wanted too. */
  readonly sheetsOf?: readonly string[];
};

/** Why no plan can be priced at all. */
export type MarketGap = "rates-withheld" | "no-plans-loaded" | "no-rating-area";

/** The plans sold to one business in one line, with what each would cost its people. */
export type PlanMarket = {
  readonly shopping: ShoppingRecord;
  readonly profile: ExchangeProfile;
  readonly gap: MarketGap | null;
  readonly households: readonly RosterHousehold[];
  readonly plans: readonly ShelfPlan[];
  /** The whole group's price by plan; null where somebody has no price. */
  readonly premiums: ReadonlyMap<string, Cents | null>;
  /** The example's price by plan while nobody is on the roster. */
  readonly examples: ReadonlyMap<string, Cents>;
  /** What the example person pays in premium by plan: their share once there is an offer, else the whole. */
  readonly onePerson: ReadonlyMap<string, PremiumPart>;
  readonly sheets: readonly PlanSheet[];
};

/** One statement for the business; the plans come from the shelf. */
export async function loadPlanMarket(request: MarketRequest): Promise<PlanMarket> {
  const { employerId, userId, place, today, line } = request;
  const { shopping, shelf, sheets } = await withDoor(
    { kind: "employer", employerId, userId },
    async (tx) => {
      const found = await loadShopping(tx, employerId, { place, fallbackStartOn: openStartOn({ place, today }) });
      const { catalogVersionId, ratingArea, startOn } = found;
      if (catalogVersionId === null || ratingArea === null) return { shopping: found, shelf: [], sheets: [] };
      const { state, countyFips } = place;
      return {
        shopping: found,
        shelf: await rateShelf(tx, { catalogVersionId, ratingArea, startOn, state, countyFips, line }),
        sheets: await planSheets(tx, { catalogVersionId, planIds: request.sheetsOf ?? [] }),
      };
    },
    { readOnly: true },
  );
  const { startOn, roster, application } = shopping;
  const profile = profileOf(place.state, startOn);
  const gap = gapOf(shopping, place.state);
  const plans = gap === "rates-withheld" ? [] : soldAtZip(shelf, place.zip);
  const { waitingPeriod = null, offersDependents = true } = application ?? {};
  const households = rosterHouseholds({ roster, startOn, today, waitingPeriod, offersDependents });
  const offer = { plans, line, startOn, profile };
  const example = priceRosterAgainstPlans({
    ...{ households: [exampleHousehold(startOn)], ...offer },
    terms: termsOf(shopping, line),
  });
  return {
    shopping,
    profile,
    gap,
    households,
    plans,
    premiums: groupPremiumByPlan({ households, ...offer }),
    examples: new Map(
      households.length > 0
        ? []
        : example.flatMap((quote) => (quote.premiumCents === null ? [] : [[quote.planId, quote.premiumCents]])),
    ),
    onePerson: new Map(example.flatMap((quote) => premiumPartOf(quote))),
    sheets,
  };
}

function termsOf({ offers }: ShoppingRecord, line: CoverageLine): OfferTerms | undefined {
  const offer = offers.find((candidate) => candidate.line === line);
  if (!offer) return undefined;
  const { scheme, averages } = offer.contribution;
  return { referencePlanId: planKey(offer.referencePlanId), scheme, averages: averages ?? "of-these-households" };
}

function premiumPartOf({ planId, households: [household] }: PlanQuote): [string, PremiumPart][] {
  if (!household?.quoted) return [];
  const { contribution, premium } = household;
  const part: PremiumPart = contribution
    ? { monthlyCents: contribution.employeeShareCents, isShare: true }
    : { monthlyCents: premium.totalCents, isShare: false };
  return [[planId, part]];
}

/** A year of the example person in one plan. */
export function onePersonYear({ shopping, onePerson }: PlanMarket, plan: ShelfPlan): PlanYearCost {
  const premium = onePerson.get(plan.planId) ?? null;
  return planYearCost(plan, { startOn: shopping.startOn, headCount: 1, premium });
}

/** The earliest start for which an offer can still be published. */
function openStartOn({ place, today }: { place: ShoppingPlace; today: CalendarDate }): CalendarDate {
  return earliestStartOn({ profile: profileOf(place.state, today), receivedOn: today, deadline: "publish" });
}

function profileOf(state: string, on: CalendarDate): ExchangeProfile {
  const profile = profileFor({ state, on });
  invariant(profile.ok, `a registered business is in a state with an exchange profile: ${state} on ${on}`);
  return profile.value;
}

function gapOf({ catalogVersionId, ratingArea, startOn }: ShoppingRecord, state: string): MarketGap | null {
  if (isUsState(state) && !ratingRuling({ state, on: startOn }).allowed) return "rates-withheld";
  if (catalogVersionId === null) return "no-plans-loaded";
  return ratingArea === null ? "no-rating-area" : null;
}

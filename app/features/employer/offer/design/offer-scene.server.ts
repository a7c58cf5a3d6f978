import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { ContributionPercentages } from "~/domain/contribution/contribution-model";
import { exampleHousehold } from "~/domain/contribution/example-household";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import { priceRosterAgainstPlans, type PlanQuote, type RosterHousehold } from "~/domain/contribution/roster-quote";
import type { CoverageLine } from "~/domain/coverage-line";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import type { Problem } from "~/domain/problem";
import { parsePosted } from "~/platform/forms/parse-form";
import { withDoor } from "~db/client.server";
import {
  loadShopping,
  type ShoppingPlace,
  type ShoppingRecord,
} from "~db/repositories/benefit-application-shopping.server";
import { schemeOf } from "../contribution/contribution-terms.schema";
import { plansOfLine } from "../offer-shelves.server";
import { offerTermsSchema, type OfferTermsInput } from "../offer.schema";
import { householdsOf as listedHouseholds } from "../publish-checks.server";

export type OfferRequest = {
  readonly employerId: string;
  readonly userId: string;
  readonly place: ShoppingPlace;
  readonly payFrequency: PayFrequency;
  readonly today: CalendarDate;
  readonly line: CoverageLine;
  /** What the form says in the address: all of it for a preview, a reference plan alone to begin with it. */
  readonly asked: URLSearchParams;
  /** Of a visitor's quote, to begin with. */
  readonly quotedShares?: ContributionPercentages | undefined;
};

/** One business with everything that its offer in one line is worked out from. */
export type OfferScene = {
  readonly request: OfferRequest;
  readonly shopping: ShoppingRecord;
  /** Every plan of the line that is sold at the business's address. */
  readonly plans: readonly ShelfPlan[];
  readonly profile: ExchangeProfile;
};

/** One statement; plans come from the shelf. */
export async function loadOfferScene(request: OfferRequest): Promise<OfferScene> {
  const { employerId, userId, place, today, line } = request;
  const found = await withDoor(
    { kind: "employer", employerId, userId },
    async (tx) => {
      const shopping = await loadShopping(tx, employerId, { place, fallbackStartOn: today, scenariosOf: line });
      return { shopping, plans: await plansOfLine(tx, { shopping, place, line }) };
    },
    { readOnly: true },
  );
  const profile = profileFor({ state: place.state, on: found.shopping.startOn });
  if (!profile.ok) throw new Error(`There is no exchange profile for ${place.state}.`);
  return { request, ...found, profile: profile.value };
}

/** Whatever of the form stands in the address; nothing when the page was merely opened. */
export function termsAsked(asked: URLSearchParams): {
  readonly terms?: OfferTermsInput;
  readonly problems: readonly Problem[];
} {
  if (!asked.has("choiceModel")) return { problems: [] };
  const parsed = parsePosted(offerTermsSchema, Object.fromEntries(asked));
  return parsed.ok ? { terms: parsed.value, problems: [] } : { problems: parsed.problems };
}

/** Who would be priced: the roster, or the example while nobody is on it. */
export function householdsOf({ request, shopping }: OfferScene): readonly RosterHousehold[] {
  const listed = listedHouseholds(shopping, request.today);
  return listed.length > 0 ? listed : [exampleHousehold(shopping.startOn)];
}

/** Every household in every one of the plans; with terms, who would pay what. */
export function quotesOf(
  scene: OfferScene,
  { plans, terms }: { plans: readonly ShelfPlan[]; terms: OfferTermsInput },
): readonly PlanQuote[] {
  const { request, shopping, profile } = scene;
  const { referencePlanId } = terms;
  return priceRosterAgainstPlans({
    ...{ households: householdsOf(scene), plans, line: request.line, startOn: shopping.startOn, profile },
    terms: { referencePlanId, scheme: schemeOf(terms), averages: "of-these-households" },
  });
}

import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { GroupMonthlyCost } from "~/domain/contribution/group-cost";
import { rosterHouseholds } from "~/domain/contribution/roster-households";
import { priceRosterAgainstPlans } from "~/domain/contribution/roster-quote";
import type { CoverageLine } from "~/domain/coverage-line";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { sumCents, type Cents } from "~/domain/money/cents";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import type { ShoppingOffer, ShoppingRecord } from "~db/repositories/benefit-application-shopping.server";
import { termsOf } from "./publish-checks.server";

export type OfferedScene = {
  readonly shopping: ShoppingRecord;
  readonly profile: ExchangeProfile;
  readonly today: CalendarDate;
  readonly plans: Readonly<Record<CoverageLine, readonly ShelfPlan[]>>;
};

/** What one line of the stored offer costs if everybody takes the reference plan; null while it has no price. */
function costOfOffer(offer: ShoppingOffer, { shopping, profile, today, plans }: OfferedScene): GroupMonthlyCost | null {
  const { roster, startOn, application } = shopping;
  const { waitingPeriod = null, offersDependents = true } = application ?? {};
  const households = rosterHouseholds({ roster, startOn, today, waitingPeriod, offersDependents });
  const { line, referencePlanId } = offer;
  const terms = termsOf(offer);
  const [quote] = priceRosterAgainstPlans({
    ...{ households, line, startOn, profile },
    plans: plans[line].filter((plan) => plan.planId === referencePlanId),
    terms: { referencePlanId: terms.referencePlanId, percentages: terms },
  });
  return quote?.cost ?? null;
}

/** Everything that is offered, a month; null while nothing is offered, nobody is listed or a line has no price. */
export function offeredMonthlyCost(scene: OfferedScene): { premiumCents: Cents; employerShareCents: Cents } | null {
  const { offers, roster } = scene.shopping;
  const costs = offers.flatMap((offer) => costOfOffer(offer, scene) ?? []);
  if (roster.length === 0 || costs.length === 0 || costs.length < offers.length) return null;
  return {
    premiumCents: sumCents(costs.map((cost) => cost.premiumCents)),
    employerShareCents: sumCents(costs.map((cost) => cost.employerShareCents)),
  };
}

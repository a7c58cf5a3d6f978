import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { GroupMonthlyCost } from "~/domain/contribution/group-cost";
import { priceRosterAgainstPlans } from "~/domain/contribution/roster-quote";
import type { CoverageLine } from "~/domain/coverage-line";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { sumCents, type Cents } from "~/domain/money/cents";
import { planKey } from "~/domain/plan-catalog/plan";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import type { ShoppingOffer, ShoppingRecord } from "~db/repositories/benefit-application-shopping.server";
import { householdsOf } from "./publish-checks.server";

export type OfferedScene = {
  readonly shopping: ShoppingRecord;
  readonly profile: ExchangeProfile;
  readonly today: CalendarDate;
  readonly plans: Readonly<Record<CoverageLine, readonly ShelfPlan[]>>;
};

/** What one line of the stored offer costs if everybody takes the reference plan; null while it has no price. */
function costOfOffer(offer: ShoppingOffer, { shopping, profile, today, plans }: OfferedScene): GroupMonthlyCost | null {
  const households = householdsOf(shopping, today);
  const { line } = offer;
  const { scheme, averages } = offer.contribution;
  const [quote] = priceRosterAgainstPlans({
    ...{ households, line, startOn: shopping.startOn, profile },
    plans: plans[line].filter((plan) => plan.planId === offer.referencePlanId),
    terms: { referencePlanId: planKey(offer.referencePlanId), scheme, averages: averages ?? "of-these-households" },
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

import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { groupMonthlyCost, type GroupMonthlyCost } from "~/domain/contribution/group-cost";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import { priceRosterAgainstPlans } from "~/domain/contribution/roster-quote";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import type { Problem } from "~/domain/problem";
import { withDoor } from "~db/client.server";
import {
  loadShopping,
  type ShoppingApplication,
  type ShoppingOffer,
  type ShoppingPlace,
} from "~db/repositories/benefit-application-shopping.server";
import { costAfterCredit, type AfterCredit } from "../tax-credit/cost-after-credit.server";
import { offeredPlans } from "./offer-rulings.server";
import { plansOfOfferedLines } from "./offer-shelves.server";
import { householdsOf, publishProblems, termsOf } from "./publish-checks.server";

export type ReviewedOffer = ShoppingOffer & {
  readonly referencePlanName: string;
  readonly issuerName: string | null;
  readonly planCount: number;
  readonly cost: GroupMonthlyCost | null;
};

export type ReviewPage = {
  readonly today: CalendarDate;
  readonly application: ShoppingApplication | null;
  readonly offers: readonly ReviewedOffer[];
  readonly payFrequency: PayFrequency;
  readonly employeeCount: number;
  /** Everything that is offered, if everybody takes the reference plans; null while a line has no price. */
  readonly cost: Pick<GroupMonthlyCost, "premiumCents" | "employerShareCents" | "employeesShareCents"> | null;
  /** What twelve months cost after the estimated tax credit; null while that is not known, or there is none. */
  readonly afterCredit: AfterCredit | null;
  readonly problems: readonly Problem[];
};

type ReviewRequest = {
  readonly employerId: string;
  readonly userId: string;
  readonly place: ShoppingPlace;
  readonly payFrequency: PayFrequency;
  readonly isEligible: boolean;
  readonly today: CalendarDate;
};

/** The whole offer to check before it is published. One statement; plans come from the shelf. */
export async function loadReviewPage(request: ReviewRequest): Promise<ReviewPage> {
  const { employerId, userId, place, today, isEligible, payFrequency } = request;
  const { shopping, plans } = await withDoor(
    { kind: "employer", employerId, userId },
    async (tx) => {
      const found = await loadShopping(tx, employerId, { place, fallbackStartOn: today });
      return { shopping: found, plans: await plansOfOfferedLines(tx, { shopping: found, place }) };
    },
    { readOnly: true },
  );
  const { application, startOn, roster } = shopping;
  const profile = profileFor({ state: place.state, on: startOn });
  if (!profile.ok) throw new Error(`There is no exchange profile for ${place.state}.`);
  const { offersDependents = true } = application ?? {};
  const households = householdsOf(shopping, today);
  const offers = shopping.offers.map((offer): ReviewedOffer => {
    const terms = termsOf(offer);
    const { line } = offer;
    const sold = plans[line];
    const reference = sold.filter((plan) => plan.planId === offer.referencePlanId);
    const set = offeredPlans({
      terms,
      line,
      profile: profile.value,
      startOn,
      offersDependents,
      plans: sold,
      households,
    });
    const { scheme, averages } = offer.contribution;
    const priced = {
      referencePlanId: terms.referencePlanId,
      scheme,
      averages: averages ?? "of-these-households",
    } as const;
    const [quote] = priceRosterAgainstPlans({
      households,
      plans: reference,
      line,
      startOn,
      profile: profile.value,
      terms: priced,
    });
    return {
      ...offer,
      ...namesOf(reference[0], offer, sold),
      planCount: set.ok ? set.value.length : 0,
      cost: quote?.cost ?? null,
    };
  });
  const published = application !== null && application.state !== "draft";
  const problems = published ? [] : publishProblems({ shopping, isEligible, profile: profile.value, today, plans });
  const cost = totalOf(offers);
  const afterCredit = cost && costAfterCredit(cost, { shopping, state: place.state });
  return { today, application, offers, payFrequency, employeeCount: roster.length, cost, afterCredit, problems };
}

function namesOf(reference: ShelfPlan | undefined, offer: ShoppingOffer, sold: readonly ShelfPlan[]) {
  return {
    referencePlanName: reference ? planTitle(reference) : offer.referencePlanId,
    issuerName: sold.find((plan) => plan.issuerId === offer.issuerId)?.issuerName ?? null,
  };
}

function totalOf(offers: readonly ReviewedOffer[]): ReviewPage["cost"] {
  const costs = offers.flatMap((offer) => (offer.cost ? [offer.cost] : []));
  if (costs.length === 0 || costs.length < offers.length) return null;
  return groupMonthlyCost(
    costs.map(({ premiumCents, employerShareCents, employeesShareCents: employeeShareCents }) => ({
      ...{ premiumCents, employerShareCents, employeeShareCents, members: [] },
    })),
  );
}

import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { nextState, type BenefitApplicationState } from "~/domain/enrollment/benefit-application-state";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { withDoor, type Tx } from "~db/client.server";
import {
  lockCurrentApplication,
  lockEmployer,
  updateApplication,
  type BenefitApplication,
} from "~db/repositories/benefit-application.server";
import { loadShopping, type ShoppingPlace } from "~db/repositories/benefit-application-shopping.server";
import { saveOfferAverages } from "~db/repositories/benefit-offer.server";
import type { EmployerAct } from "./acting-person.server";
import { plansOfOfferedLines } from "./offer-shelves.server";
import { averagesToFix } from "./offer-rulings.server";
import { householdsOf, publishProblems, termsOf, type PublishFacts } from "./publish-checks.server";
import type { PublishOfferInput } from "./publish-offer.schema";

type PublishOffer = EmployerAct & {
  readonly place: ShoppingPlace;
  readonly today: CalendarDate;
  readonly now: Date;
  readonly input: PublishOfferInput;
};

export type PublishedOffer = {
  readonly applicationId: string;
  readonly state: BenefitApplicationState;
  /** True when it was published before: a second click. */
  readonly repeated: boolean;
};

/**
 * Makes the offer to the employees. Open enrollment opens with it when its first day has come. `afterwards` runs in the
 * same transaction, after a first publication only. Problems: those of `publishProblems`, `stale`.
 */
export async function publishOffer(
  act: PublishOffer,
  afterwards?: (tx: Tx, published: PublishedOffer) => Promise<void>,
): Promise<Outcome<PublishedOffer>> {
  const { employerId, place, today, input } = act;
  return withDoor({ kind: "employer", employerId, userId: act.userId }, async (tx) => {
    const employer = await lockEmployer(tx, employerId);
    const current = await lockCurrentApplication(tx, employerId);
    if (!employer || !current) return failed({ code: "coverage-year-missing" });
    const { applicationId, startOn } = current;
    if (current.publishedAt !== null && current.state !== "draft") {
      return done({ applicationId, state: current.state, repeated: true });
    }
    if (current.version !== input.version) return failed({ code: "stale" });
    const profile = profileFor({ state: place.state, on: startOn });
    if (!profile.ok) return profile;
    const shopping = await loadShopping(tx, employerId, { place, fallbackStartOn: startOn });
    const plans = await plansOfOfferedLines(tx, { shopping, place });
    const isEligible = employer.standing === "eligible";
    const problems = publishProblems({ shopping, isEligible, profile: profile.value, today, plans });
    if (problems.length > 0) return failed(...problems);
    const state = stateAfterPublishing(current, today);
    if (!state.ok) return state;
    const fixed = await fixAverages(tx, employerId, { shopping, isEligible, profile: profile.value, today, plans });
    if (!fixed.ok) return fixed;
    await updateApplication(tx, employerId, { applicationId, changes: { state: state.value, publishedAt: act.now } });
    await writeAudit(tx, {
      ...{ employerId, actorUserId: act.userId, actorName: act.actorName, action: "offer-published" },
      subject: applicationId,
      details: { startOn, state: state.value, employees: shopping.roster.length },
    });
    const published = { applicationId, state: state.value, repeated: false };
    await afterwards?.(tx, published);
    return done(published);
  });
}

/** What an offer promises as shares of the group's averages is fixed with it: nobody who joins or leaves moves it. */
async function fixAverages(tx: Tx, employerId: string, facts: PublishFacts): Promise<Outcome<undefined>> {
  const { shopping, profile, today, plans } = facts;
  const { application, startOn, offers } = shopping;
  if (!application) return failed({ code: "coverage-year-missing" });
  const { applicationId, offersDependents } = application;
  const households = householdsOf(shopping, today);
  for (const offer of offers) {
    const { line } = offer;
    const question = { line, profile, startOn, offersDependents, plans: plans[line], households };
    const averages = averagesToFix({ ...question, terms: termsOf(offer) });
    if (!averages.ok) return averages;
    if (averages.value) await saveOfferAverages(tx, employerId, { applicationId, line, averages: averages.value });
  }
  return done(undefined);
}

function stateAfterPublishing(current: BenefitApplication, today: CalendarDate): Outcome<BenefitApplicationState> {
  const published = nextState(current.state, "publish");
  if (!published.ok || today < current.openEnrollmentStartsOn) return published;
  return nextState(published.value, "open-enrollment");
}

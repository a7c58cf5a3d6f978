import { addDays, type CalendarDate } from "~/domain/calendar/calendar-date";
import { availableStartDates, deadlinesFor, type CalendarProfile } from "~/domain/calendar/group-start-calendar.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { invariant } from "~/domain/invariant";
import { coverageYearSchema } from "~/features/employer/offer/coverage-year/coverage-year.schema";
import { saveCoverageYear } from "~/features/employer/offer/coverage-year/save-coverage-year.command.server";
import { saveOfferSchema } from "~/features/employer/offer/offer.schema";
import { publishOffer } from "~/features/employer/offer/publish-offer.command.server";
import { publishOfferSchema } from "~/features/employer/offer/publish-offer.schema";
import { saveOffer } from "~/features/employer/offer/save-offer.command.server";
import { announceOffer } from "~/features/enrollment/invitations/invite-employees.command.server";
import { loadPlanList } from "~/features/plans/list/plan-list.query.server";
import { readPlanSearch } from "~/features/plans/list/plan-list.search";
import { parsePosted } from "~/platform/forms/parse-form";
import type { ShoppingApplication } from "~db/repositories/benefit-application-shopping.server";
import type { DemoGroup, DemoOffer } from "./demo-groups";
import { must, shoppingOf, type DemoActing } from "./make-group";

/** So that whoever looks at the demonstration has time to choose. */
const daysToChoose = 14;

/** Chooses a start, saves the offers and publishes them, which sends the invitations. Again: changes nothing. */
export async function makeOffer(group: DemoGroup, acting: DemoActing): Promise<void> {
  const { application: before } = await shoppingOf(acting);
  if (before && before.state !== "draft") return;
  must(await saveCoverageYear({ ...acting, input: coverageYear(acting, before?.version ?? 0) }));
  for (const offer of group.offers) await offerLine(offer, acting);
  const version = String((await draftOf(acting)).version);
  const input = must(parsePosted(publishOfferSchema, { confirmed: "on", version }));
  must(await publishOffer({ ...acting, input }, async (tx) => void (await announceOffer(tx, acting))));
}

function coverageYear({ place, today }: DemoActing, version: number) {
  const profile = must(profileFor({ state: place.state, on: today }));
  const window = windowToChoose({ profile, today });
  const [waitingPeriod = ""] = profile.waitingPeriods;
  const typed = { ...window, opensOn: today, waitingPeriod, offersDependents: "yes", payFrequency: "biweekly" };
  return must(parsePosted(coverageYearSchema, { ...typed, version: String(version) }));
}

/** The nearest start that leaves time to choose, and the last day to do so. */
export function windowToChoose({ profile, today }: { profile: CalendarProfile; today: CalendarDate }): {
  readonly startOn: CalendarDate;
  readonly closesOn: CalendarDate;
} {
  const windows = availableStartDates({ profile, today, deadline: "publish" }).map(({ startOn }) => ({
    startOn,
    closesOn: deadlinesFor({ profile, startOn }).enrollmentEndsByOn,
  }));
  const window = windows.find(({ closesOn }) => closesOn >= addDays(today, daysToChoose)) ?? windows.at(-1);
  invariant(window, "a group may start in one of the next months on any day");
  return window;
}

async function offerLine({ line, metalLevel, pays }: DemoOffer, acting: DemoActing): Promise<void> {
  const { version } = await draftOf(acting);
  const { items } = await loadPlanList(acting, readPlanSearch(new URLSearchParams({ line, level: metalLevel })));
  const reference = items[Math.floor(items.length / 2)];
  if (!reference)
    throw new Error(`The demonstration catalog has no ${metalLevel} ${line} plan in ${acting.place.zip}.`);
  const typed = {
    ...{ choiceModel: "metal-level", metalLevel, referencePlanId: reference.plan.planId },
    ...pays,
  };
  must(
    await saveOffer({
      ...acting,
      line,
      input: must(parsePosted(saveOfferSchema, { ...typed, version: String(version) })),
    }),
  );
}

async function draftOf(acting: DemoActing): Promise<ShoppingApplication> {
  const { application } = await shoppingOf(acting);
  if (!application) throw new Error("The coverage year was saved and is not there.");
  return application;
}

import { suggestedOpenEnrollment, earliestStartOn } from "~/domain/calendar/group-start-calendar.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { coverageYearSchema } from "~/features/employer/offer/coverage-year/coverage-year.schema";
import { saveCoverageYear } from "~/features/employer/offer/coverage-year/save-coverage-year.command.server";
import { saveOfferSchema } from "~/features/employer/offer/offer.schema";
import { publishOffer } from "~/features/employer/offer/publish-offer.command.server";
import { publishOfferSchema } from "~/features/employer/offer/publish-offer.schema";
import { saveOffer } from "~/features/employer/offer/save-offer.command.server";
import { announceOffer } from "~/features/enrollment/invitations/invite-employees.command.server";
import { loadPlanList } from "~/features/plans/list/plan-list.query.server";
import { readPlanSearch } from "~/features/plans/list/plan-list.search";
import { now } from "~/platform/clock.server";
import { parsePosted } from "~/platform/forms/parse-form";
import { withDoor } from "~db/client.server";
import { loadShopping, type ShoppingApplication } from "~db/repositories/benefit-application-shopping.server";
import type { DemoGroup, DemoOffer } from "./demo-groups";
import { must, type DemoActing } from "./make-group";

/** Chooses the earliest start, saves the offers and publishes them, which sends the invitations. Again: changes nothing. */
export async function makeOffer(group: DemoGroup, acting: DemoActing): Promise<void> {
  const before = await applicationOf(acting);
  if (before && before.state !== "draft") return;
  must(await saveCoverageYear({ ...acting, input: coverageYear(acting, before?.version ?? 0) }));
  for (const offer of group.offers) await offerLine(offer, acting);
  const version = String((await draftOf(acting)).version);
  const input = must(parsePosted(publishOfferSchema, { confirmed: "on", version }));
  const publication = { ...acting, now: now(), input };
  must(await publishOffer(publication, async (tx) => void (await announceOffer(tx, { ...acting, now: now() }))));
}

function coverageYear({ place, today }: DemoActing, version: number) {
  const profile = must(profileFor({ state: place.state, on: today }));
  const startOn = earliestStartOn({ profile, receivedOn: today, deadline: "publish" });
  const { closesOn } = suggestedOpenEnrollment({ profile, today, startOn });
  const [waitingPeriod = ""] = profile.waitingPeriods;
  const typed = { startOn, opensOn: today, closesOn, waitingPeriod, offersDependents: "yes", payFrequency: "biweekly" };
  return must(parsePosted(coverageYearSchema, { ...typed, version: String(version) }));
}

async function offerLine({ line, metalLevel, ...shares }: DemoOffer, acting: DemoActing): Promise<void> {
  const { version } = await draftOf(acting);
  const { items } = await loadPlanList(acting, readPlanSearch(new URLSearchParams({ line, level: metalLevel })));
  const reference = items[Math.floor(items.length / 2)];
  if (!reference)
    throw new Error(`The demonstration catalog has no ${metalLevel} ${line} plan in ${acting.place.zip}.`);
  const typed = {
    ...{ choiceModel: "metal-level", metalLevel, referencePlanId: reference.plan.planId },
    ...{ employeeBasisPoints: shares.employeePercent, dependentsBasisPoints: shares.dependentsPercent },
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
  const application = await applicationOf(acting);
  if (!application) throw new Error("The coverage year was saved and is not there.");
  return application;
}

async function applicationOf(acting: DemoActing): Promise<ShoppingApplication | null> {
  const { employerId, userId, place, today } = acting;
  const { application } = await withDoor({ kind: "employer", employerId, userId }, (tx) =>
    loadShopping(tx, employerId, { place, fallbackStartOn: today }),
  );
  return application;
}

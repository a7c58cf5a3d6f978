import { isDeepStrictEqual } from "node:util";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { CoverageLine } from "~/domain/coverage-line";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { soldAtZip } from "~/domain/plan-catalog/shelf-plan";
import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { withDoor, type Tx } from "~db/client.server";
import {
  lockCurrentApplication,
  updateApplication,
  type BenefitApplication,
} from "~db/repositories/benefit-application.server";
import {
  loadShopping,
  type ShoppingOffer,
  type ShoppingPlace,
} from "~db/repositories/benefit-application-shopping.server";
import { deleteOffer, listOffers, saveOfferTerms, type OfferTermsColumns } from "~db/repositories/benefit-offer.server";
import { rateShelf } from "~db/repositories/rate-shelf.server";
import type { EmployerAct } from "./acting-person.server";
import { schemeOf } from "./contribution/contribution-terms.schema";
import { offeredPlans } from "./offer-rulings.server";
import type { SaveOfferInput } from "./offer.schema";
import { householdsOf } from "./publish-checks.server";

type SaveOffer = EmployerAct & {
  readonly place: ShoppingPlace;
  readonly today: CalendarDate;
  readonly line: CoverageLine;
  readonly input: SaveOfferInput;
};

/**
 * Saves what the business offers in one line and fixes the catalog version and rating area that it was priced with.
 * Problems: those of `offeredPlans`, `coverage-year-missing`, `no-plans-loaded`, `offer-already-published`, `stale`.
 */
export async function saveOffer(act: SaveOffer): Promise<Outcome<{ readonly applicationId: string }>> {
  const { employerId, line, input } = act;
  return withDoor({ kind: "employer", employerId, userId: act.userId }, async (tx) => {
    const current = await lockCurrentApplication(tx, employerId);
    if (!current) return failed({ code: "coverage-year-missing" });
    const { applicationId } = current;
    const shopping = await loadShopping(tx, employerId, { place: act.place, fallbackStartOn: current.startOn });
    const columns = columnsOf({ applicationId, line, input });
    const stored = shopping.offers.find((offer) => offer.line === line);
    if (stored && shopping.application?.pinned && isSame(stored, columns)) return done({ applicationId });
    const writable = mayChange(current, input.version);
    if (!writable.ok) return writable;
    const { catalogVersionId, ratingArea, startOn } = shopping;
    if (catalogVersionId === null || ratingArea === null) return failed({ code: "no-plans-loaded" });
    const { state, countyFips, zip } = act.place;
    const shelf = await rateShelf(tx, { catalogVersionId, ratingArea, startOn, state, countyFips, line });
    const profile = profileFor({ state, on: startOn });
    if (!profile.ok) return profile;
    const { offersDependents } = current;
    const plans = soldAtZip(shelf, zip);
    const households = householdsOf(shopping, act.today);
    const question = { terms: input, line, profile: profile.value, startOn, offersDependents, plans, households };
    const offered = offeredPlans(question);
    if (!offered.ok) return offered;
    await saveOfferTerms(tx, employerId, columns);
    const pin = { catalogVersionId, ratingArea: String(ratingArea) };
    await updateApplication(tx, employerId, { applicationId, changes: pin });
    const details = {
      line,
      choiceModel: input.choiceModel,
      referencePlanId: input.referencePlanId,
      planCount: offered.value.length,
    };
    const { action, figures } = promised(input);
    await audit(tx, act, { action, applicationId, details: { ...details, ...figures } });
    return done({ applicationId });
  });
}

/** The business does not offer this line. Doing it twice is doing it once. */
export async function removeOffer(
  act: EmployerAct & { readonly line: CoverageLine; readonly version: number },
): Promise<Outcome<undefined>> {
  const { employerId, line } = act;
  return withDoor({ kind: "employer", employerId, userId: act.userId }, async (tx) => {
    const current = await lockCurrentApplication(tx, employerId);
    if (!current) return done(undefined);
    const { applicationId } = current;
    const offers = await listOffers(tx, employerId, { applicationId });
    if (!offers.some((offer) => offer.line === line)) return done(undefined);
    const writable = mayChange(current, act.version);
    if (!writable.ok) return writable;
    await deleteOffer(tx, employerId, { applicationId, line });
    await updateApplication(tx, employerId, { applicationId, changes: {} });
    await audit(tx, act, { action: "offer-removed", applicationId, details: { line } });
    return done(undefined);
  });
}

function mayChange(current: BenefitApplication, version: number): Outcome<undefined> {
  if (current.state !== "draft") return failed({ code: "offer-already-published" });
  return current.version === version ? done(undefined) : failed({ code: "stale" });
}

function columnsOf({
  applicationId,
  line,
  input,
}: {
  applicationId: string;
  line: CoverageLine;
  input: SaveOfferInput;
}): OfferTermsColumns {
  return {
    applicationId,
    line,
    choiceModel: input.choiceModel,
    metalLevel: input.choiceModel === "metal-level" ? (input.metalLevel ?? null) : null,
    issuerId: input.choiceModel === "single-issuer" ? (input.issuerId ?? null) : null,
    referencePlanId: input.referencePlanId,
    contributionScheme: schemeOf(input),
    contributionAverages: null,
  };
}

/** For the history: the chief figures of what is promised; the rest stands in the offer. */
function promised(input: SaveOfferInput): { action: string; figures: Record<string, string | number> } {
  const { method, employeeBasisPoints, dependentsBasisPoints, aloneCents, familyCents } = input;
  const dollars = { method, aloneCents, familyCents };
  if (method === "fixed-dollars") return { action: "offer-saved-dollars", figures: dollars };
  if (method === "capped-percent")
    return { action: "offer-saved-capped", figures: { ...dollars, employeeBasisPoints } };
  const { finerShares, spouseBasisPoints, partnerBasisPoints, childBasisPoints } = input;
  if (!finerShares) return { action: "offer-saved", figures: { method, employeeBasisPoints, dependentsBasisPoints } };
  const finer = { method, employeeBasisPoints, spouseBasisPoints, partnerBasisPoints, childBasisPoints };
  return { action: "offer-saved-by-person", figures: finer };
}

/** A second click, or a form sent again: nothing would change. */
function isSame(stored: ShoppingOffer, columns: OfferTermsColumns): boolean {
  const { contribution, ...rest } = stored;
  const sameSet = (Object.keys(rest) as (keyof typeof rest)[]).every((name) => rest[name] === columns[name]);
  return sameSet && isDeepStrictEqual(contribution.scheme, columns.contributionScheme);
}

async function audit(
  tx: Tx,
  { employerId, userId, actorName }: EmployerAct,
  entry: { action: string; applicationId: string; details: Record<string, string | number> },
): Promise<void> {
  const { action, applicationId: subject, details } = entry;
  await writeAudit(tx, { employerId, actorUserId: userId, actorName, action, subject, details });
}

import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { employeeCoverageStartOn } from "~/domain/calendar/waiting-period.rule";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import { offerPlanSet, type PlanChoice } from "~/domain/contribution/offer-plan-set.rule";
import { coverageLines, type CoverageLine } from "~/domain/coverage-line";
import {
  coverageWindow,
  type ChoosingFamily,
  type CoverageChoice,
  type CoverageChoices,
  type CoverageWindow,
} from "~/domain/enrollment/coverage-choice.rule";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { invariant } from "~/domain/invariant";
import { planKey } from "~/domain/plan-catalog/plan";
import { soldAtZip, type ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import { withDoor, type Tx } from "~db/client.server";
import type { ShoppingOffer } from "~db/repositories/benefit-application-shopping.server";
import {
  loadOwnCoverage,
  type OwnApplication,
  type OwnCoverageRecord,
  type OwnElection,
} from "~db/repositories/enrollment/own-coverage.server";
import { rateShelf } from "~db/repositories/rate-shelf.server";
import { ownFormsStem } from "./own-drafts.server";
import { choicesKeyStem, openChoices } from "./unsigned-choices.server";

/** The business that offers coverage, as the guard found it: prices follow its address, not the employee's home. */
export type OfferingEmployer = {
  readonly employerId: string;
  readonly legalName: string;
  readonly dbaName: string | null;
  readonly state: string;
  readonly countyFips: string;
  readonly zip: string;
  readonly payFrequency: PayFrequency;
};

/** Who looks at which offer, as the guard found them. */
export type OwnAct = {
  readonly userId: string;
  readonly employeeId: string;
  readonly employer: OfferingEmployer;
  readonly today: CalendarDate;
};

/** The offer that the employee answers. */
export type OfferScene = {
  readonly application: OwnApplication;
  readonly window: CoverageWindow;
  /** The family's own first day: later than the group's for somebody who still waits. */
  readonly coverageStartOn: CalendarDate;
  /** Medical before dental. */
  readonly lines: readonly CoverageLine[];
  readonly terms: Readonly<Record<CoverageLine, ShoppingOffer | undefined>>;
  readonly plans: Readonly<Record<CoverageLine, readonly ShelfPlan[]>>;
  readonly family: ChoosingFamily;
  /** The newest answer in each line, signed or not. */
  readonly choices: CoverageChoices;
  readonly elections: Readonly<Record<CoverageLine, OwnElection | undefined>>;
};

export type CoverageScene = {
  readonly act: OwnAct;
  readonly record: OwnCoverageRecord;
  readonly profile: ExchangeProfile;
  /** Null before the employer has made an offer. */
  readonly offer: OfferScene | null;
};

/** Undefined when the person is not, or no longer, on the roster. One statement; plans come from the shelf. */
export async function loadCoverageScene(act: OwnAct): Promise<CoverageScene | undefined> {
  return withDoor({ kind: "person", userId: act.userId }, (tx) => coverageSceneIn(tx, act), { readOnly: true });
}

/** The same inside an act's own transaction. Person door. */
export async function coverageSceneIn(tx: Tx, act: OwnAct): Promise<CoverageScene | undefined> {
  const { userId, employeeId, employer, today } = act;
  const { employerId, state } = employer;
  const key = { userId, employerId, employeeId };
  const record = await loadOwnCoverage(tx, key, {
    ...{ draftKey: choicesKeyStem(employerId), draftsLike: ownFormsStem(employerId) },
  });
  if (!record || record.employee.standing === "removed") return undefined;
  const { application } = record;
  const profile = profileFor({ state, on: application?.startOn ?? today });
  invariant(profile.ok, `a registered business is in a state with an exchange profile: ${state} on ${today}`);
  const offer = application ? await offerSceneIn(tx, act, { record, application }) : null;
  return { act, record, profile: profile.value, offer };
}

async function offerSceneIn(
  tx: Tx,
  { userId, employer, today }: OwnAct,
  { record, application }: { record: OwnCoverageRecord; application: OwnApplication },
): Promise<OfferScene> {
  const { employerId } = employer;
  const { applicationId, startOn: groupStartOn, waitingPeriod, offersDependents } = application;
  const { hiredOn } = record.employee;
  const coverageStartOn = employeeCoverageStartOn({ waitingPeriod, hiredOn, groupStartOn });
  const unsigned = openChoices({ userId, employerId, applicationId }, record.sealedChoices);
  const elections = byLine((line) => record.elections.find((election) => election.line === line));
  const terms = byLine((line) => record.offers.find((offer) => offer.line === line));
  const plans = { medical: [], dental: [] } as Record<CoverageLine, readonly ShelfPlan[]>;
  for (const line of coverageLines) {
    const offer = terms[line];
    if (offer) plans[line] = await offeredPlans(tx, { application, employer, offer });
  }
  return {
    ...{ application, coverageStartOn, terms, plans, elections },
    window: coverageWindow(application, today),
    lines: coverageLines.filter((line) => terms[line] !== undefined),
    family: { dependents: record.family, dependentsOffered: offersDependents, coverageStartOn, today },
    choices: byLine((line) => unsigned[line] ?? choiceSigned(elections[line], record)),
  };
}

function byLine<T>(of: (line: CoverageLine) => T): Readonly<Record<CoverageLine, T>> {
  return { medical: of("medical"), dental: of("dental") };
}

/** A signed answer as it could be given again: whoever has left the family is left out. */
function choiceSigned(election: OwnElection | undefined, { family }: OwnCoverageRecord): CoverageChoice | null {
  if (!election) return null;
  const { kind, planId, waiverReason, members } = election;
  if (kind === "waive") return { kind, reason: waiverReason ?? "none-of-these" };
  if (planId === null) return null;
  const present = family.filter(({ dependentId }) => members.some(({ memberId }) => memberId === dependentId));
  return { kind, planId, coveredIds: present.map(({ dependentId }) => dependentId) };
}

/** The plans of the employer's offer with the prices that were fixed with it; none where the offer is not complete. */
async function offeredPlans(
  tx: Tx,
  { application, employer, offer }: { application: OwnApplication; employer: OfferingEmployer; offer: ShoppingOffer },
): Promise<readonly ShelfPlan[]> {
  const { catalogVersionId, startOn } = application;
  const ratingArea = Number(application.ratingArea);
  if (catalogVersionId === null || !Number.isSafeInteger(ratingArea) || ratingArea === 0) return [];
  const { state, countyFips, zip } = employer;
  const { line } = offer;
  const shelf = await rateShelf(tx, { catalogVersionId, ratingArea, startOn, state, countyFips, line });
  const referencePlanId = planKey(offer.referencePlanId);
  const set = offerPlanSet({ choice: planChoiceOf(offer), line, referencePlanId, plans: soldAtZip(shelf, zip) });
  return set.ok ? set.value : [];
}

function planChoiceOf({ choiceModel: model, metalLevel, issuerId, referencePlanId }: ShoppingOffer): PlanChoice {
  if (model === "metal-level" && metalLevel) return { model, metalLevel: metalLevel as ShelfPlan["metalLevel"] };
  if (model === "single-issuer" && issuerId) return { model, issuerId };
  return { model: "single-plan", planId: planKey(referencePlanId) };
}

import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { employeeCoverageStartOn, waitingPeriodCodes } from "~/domain/calendar/waiting-period.rule";
import type { HouseholdContribution } from "~/domain/contribution/contribution-model";
import { offerPlanSet, type PlanChoice } from "~/domain/contribution/offer-plan-set.rule";
import { fixedContribution, restsOnReferencePlan } from "~/domain/contribution/schemes/contribution-scheme";
import { householdContribution } from "~/domain/contribution/schemes/household-contribution.rule";
import type { InitialEnrollment } from "~/domain/enrollment/enrollment-event";
import { insurerCharacterRules } from "~/domain/enrollment/insurer-characters";
import { preSendFindings } from "~/domain/enrollment/pre-send/pre-send-checks.rule";
import type { PreSendContext } from "~/domain/enrollment/pre-send/pre-send-finding";
import { signedChoiceFindings, type SignedMember } from "~/domain/enrollment/pre-send/signed-choice-checks.rule";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { cents } from "~/domain/money/cents";
import { metalLevels, planKey, type ChildCap } from "~/domain/plan-catalog/plan";
import { businessRuleFor } from "~/domain/plan-catalog/rows/business-rule-row";
import type { Problem } from "~/domain/problem";
import { averagedReference } from "~/domain/rating/composite/composite-reference.rule";
import { householdMonthlyPremium } from "~/domain/rating/household-premium.rule";
import type { HouseholdPremium } from "~/domain/rating/rated-household";
import type { Tx } from "~db/client.server";
import { countiesOfZip, type County } from "~db/repositories/plan-catalog/geo-version.server";
import {
  listCoverageElsewhere,
  listRateRules,
  listRateSheets,
  listServiceAreas,
} from "~db/repositories/pre-send-facts.server";
import type { ApplicationRecord, ElectedPlan, SubmissionMaterial } from "~db/repositories/submission.server";
import { pinnedRatingArea, type InitialEnrollmentDraft } from "./initial-enrollments.server";

export type EnrollmentsToCheck = {
  readonly application: ApplicationRecord;
  readonly material: SubmissionMaterial;
  readonly plans: readonly ElectedPlan[];
  readonly drafts: readonly InitialEnrollmentDraft[];
  readonly profile: ExchangeProfile;
  readonly today: CalendarDate;
};

type Facts = Awaited<ReturnType<typeof loadFacts>>;

/** What keeps an event from being sent, by event id; an event that may go has no entry. */
export async function problemsBeforeSending(
  tx: Tx,
  input: EnrollmentsToCheck,
): Promise<ReadonlyMap<string, Problem[]>> {
  const facts = await loadFacts(tx, input);
  const entries = input.drafts.map((draft): [string, Problem[]] => {
    const expected = expectedAmounts(input, facts, draft.event);
    const context = contextOf(input, facts, { draft, expected });
    const findings = [
      ...preSendFindings(draft.event, context),
      ...signedChoiceFindings(draft.event, {
        members: signedMembers(input, draft, expected),
        startsNowOn: context.earliestStartOn,
      }),
    ];
    const blocking = findings.filter((finding) => finding.severity === "block");
    const problems = blocking.map(({ code, field, params, memberId, whoCanFix }) => ({
      code,
      ...(field === undefined ? {} : { field }),
      params: { ...params, ...(memberId === undefined ? {} : { memberId }), whoCanFix },
    }));
    return [draft.event.eventId, [...problems, ...sharedNumbers(input.material, draft.event)]];
  });
  return new Map(entries.filter(([, problems]) => problems.length > 0));
}

async function loadFacts(tx: Tx, { application, material, plans, drafts }: EnrollmentsToCheck) {
  const { employer } = material;
  const catalogVersionId = application.catalogVersionId ?? 0;
  const on = application.startOn;
  // Fixed with the offer, like the catalog: a county that moves to another area later changes no signed price.
  const ratingArea = pinnedRatingArea(application);
  const zips = drafts.flatMap(({ event }) => event.members.flatMap((member) => member.address?.zip.slice(0, 5) ?? []));
  const countiesByZip = new Map<string, County[]>();
  for (const zip of new Set(zips)) countiesByZip.set(zip, await countiesOfZip(tx, { zip, on }));
  const keys = plans.flatMap((plan) => plan.serviceAreaKey ?? []);
  const planIds = plans.map((plan) => plan.planId);
  const memberIds = drafts.flatMap(({ event }) => event.members.map((member) => member.memberId));
  return {
    ratingArea,
    countiesByZip,
    serviceAreas: await listServiceAreas(tx, { catalogVersionId, keys }),
    rateRules: await listRateRules(tx, { catalogVersionId, issuerIds: plans.map((plan) => plan.issuerId) }),
    sheets: await listRateSheets(tx, { catalogVersionId, planIds, ratingArea }),
    otherCoverage: await listCoverageElsewhere(tx, employer.employerId, {
      applicationId: application.applicationId,
      memberIds,
    }),
  };
}

type Expected = { readonly chosen: HouseholdPremium; readonly contribution: HouseholdContribution };

/** What was signed for each person beside what is on record and what the offer gives now. */
function signedMembers(
  { material }: EnrollmentsToCheck,
  { election }: InitialEnrollmentDraft,
  expected: Expected | undefined,
): SignedMember[] {
  return election.members.map(({ memberId, employerShareMonthlyCents }) => {
    const dependent = material.dependents.find((row) => row.dependentId === memberId && row.removedAt === null);
    const share = expected?.contribution.members.find((member) => member.memberId === memberId);
    return {
      memberId,
      relationshipNow: memberId === election.employeeId ? "self" : (dependent?.relationship ?? null),
      signedEmployerShareCents: employerShareMonthlyCents,
      employerShareNowCents: share?.employerShareCents,
    };
  });
}

function contextOf(
  input: EnrollmentsToCheck,
  facts: Facts,
  { draft: { event }, expected }: { draft: InitialEnrollmentDraft; expected: Expected | undefined },
): PreSendContext {
  const { material, application, today } = input;
  const waitingPeriod = waitingPeriodCodes.find((code) => code === application.waitingPeriod);
  return {
    today,
    // Numbers are opened when the file is made; two people with one number are found by its keyed hash instead.
    ssns: new Map(),
    membersSharingSsn: new Set(),
    earliestStartOn: waitingPeriod
      ? employeeCoverageStartOn({ waitingPeriod, hiredOn: event.hiredOn, groupStartOn: application.startOn })
      : application.startOn,
    offeredPlanIds: offeredPlanIds(input, event),
    expectedPremiumCents: new Map(expected?.chosen.members.map((m) => [m.memberId, m.premiumCents] as const)),
    expectedEmployerShareCents: expected?.contribution.employerShareCents ?? cents(0),
    expectedRatingArea: { state: material.employer.state, number: facts.ratingArea },
    countiesOfZip: (zip) => facts.countiesByZip.get(zip) ?? [],
    isInServiceArea: isInServiceArea(input, facts, event),
    otherCoverage: facts.otherCoverage,
    receiverIssuerId: event.plan.planId.slice(0, 5),
    rules: insurerCharacterRules,
  };
}

function offeredPlanIds({ material, plans }: EnrollmentsToCheck, { line }: InitialEnrollment): ReadonlySet<string> {
  const offer = material.offers.find((row) => row.line === line);
  if (!offer) return new Set();
  const candidates = plans.map((plan) => ({ ...plan, planId: planKey(plan.planId) }));
  const choice = choiceOf(offer);
  if (!choice) return new Set();
  const set = offerPlanSet({ choice, line, referencePlanId: planKey(offer.referencePlanId), plans: candidates });
  return new Set(set.ok ? set.value.map((plan) => plan.planId) : []);
}

function choiceOf(offer: SubmissionMaterial["offers"][number]): PlanChoice | undefined {
  if (offer.choiceModel === "single-plan") return { model: "single-plan", planId: planKey(offer.referencePlanId) };
  if (offer.choiceModel === "single-issuer") {
    return offer.issuerId === null ? undefined : { model: "single-issuer", issuerId: offer.issuerId };
  }
  const metalLevel = metalLevels.find((level) => level === offer.metalLevel);
  return metalLevel && { model: "metal-level", metalLevel };
}

/** Where the employee lives or works; sold there means the whole county, or that ZIP code of it. */
function isInServiceArea({ plans, material }: EnrollmentsToCheck, facts: Facts, event: InitialEnrollment): boolean {
  const key = plans.find((plan) => plan.planId === event.plan.planId)?.serviceAreaKey;
  const home = event.members[0]?.address;
  const places = [{ countyFips: material.employer.countyFips, zip: material.employer.zip }, ...(home ? [home] : [])];
  return facts.serviceAreas
    .filter((area) => area.serviceAreaKey === key)
    .some(
      (area) =>
        area.coversEntireState ||
        places.some((place) => {
          const inZips = area.zips === null || area.zips.includes(place.zip.slice(0, 5));
          return area.countyFips === place.countyFips && inZips;
        }),
    );
}

/** The family's price from the filed rates and what the offer makes of it; undefined where no rate was filed. */
function expectedAmounts(input: EnrollmentsToCheck, facts: Facts, event: InitialEnrollment): Expected | undefined {
  const offer = input.material.offers.find((row) => row.line === event.line);
  const chosen = priced(input, facts, event, event.plan.planId);
  if (!offer || !chosen) return undefined;
  const reference = referenceFor(input, facts, { event, offer });
  const { contributionScheme: scheme } = offer;
  if (restsOnReferencePlan(scheme) && !reference) return undefined;
  const person = { employment: event.employmentBasis, continuesCoverage: false };
  return { chosen, contribution: householdContribution({ scheme, ...person, chosen, reference }) };
}

/** What the offer's percentage is taken of, for this family; undefined where it is taken of no reference plan. */
function referenceFor(
  input: EnrollmentsToCheck,
  facts: Facts,
  { event, offer }: { event: InitialEnrollment; offer: SubmissionMaterial["offers"][number] },
): HouseholdPremium | undefined {
  const { contributionScheme: scheme, contributionAverages } = offer;
  if (!restsOnReferencePlan(scheme)) return undefined;
  const household = priced(input, facts, event, offer.referencePlanId);
  if (!household || scheme.method === "reference-plan-percent") return household;
  const { averages } = fixedContribution({ scheme, averages: contributionAverages });
  const averaged = averagedReference({ averages, household });
  return averaged.ok ? averaged.value : undefined;
}

function priced(
  { plans, profile }: EnrollmentsToCheck,
  facts: Facts,
  event: InitialEnrollment,
  planId: string,
): HouseholdPremium | undefined {
  const plan = plans.find((row) => row.planId === planId);
  // Rates are locked for the plan year: the period of the group's start holds for whoever joins later.
  const on = event.planYear.startOn;
  const sheet = facts.sheets.find((row) => row.planId === planId && row.effectiveOn <= on && on <= row.expiresOn);
  if (!plan || !sheet) return undefined;
  const rule = businessRuleFor(facts.rateRules, planId);
  const premium = householdMonthlyPremium({
    sheet,
    startOn: event.startOn,
    members: event.members.map(({ memberId, relationship, bornOn, usesTobacco }) => ({
      memberId,
      relationship,
      bornOn,
      usesTobacco: usesTobacco ?? false,
    })),
    profile,
    line: event.line,
    childCap: rule && {
      twoParent: childCap(rule.maxDependentsTwoParent),
      singleParent: childCap(rule.maxDependentsSingleParent),
    },
  });
  return premium.ok ? premium.value : undefined;
}

function childCap(filed: number | null): ChildCap | null {
  return filed === 1 || filed === 2 || filed === 3 ? filed : null;
}

/** One Social Security number for two people of the business: found without opening either. */
function sharedNumbers({ employees, dependents }: SubmissionMaterial, event: InitialEnrollment): Problem[] {
  const people = [
    ...employees.map((row) => ({ memberId: row.employeeId, ssnIndex: row.ssnIndex })),
    ...dependents.map((row) => ({ memberId: row.dependentId, ssnIndex: row.ssnIndex })),
  ];
  return event.members.flatMap(({ memberId }) => {
    const own = people.find((person) => person.memberId === memberId)?.ssnIndex;
    const shared = own && people.some((person) => person.memberId !== memberId && person.ssnIndex === own);
    return shared
      ? [{ code: "send-ssn-of-another-person", field: "ssn", params: { memberId, whoCanFix: "employee" } }]
      : [];
  });
}

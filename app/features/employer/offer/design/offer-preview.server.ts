import { ageOn } from "~/domain/calendar/calendar-date";
import type { GroupMonthlyCost } from "~/domain/contribution/group-cost";
import { paycheckHeadline, type PaycheckHeadline } from "~/domain/contribution/offer-design/paycheck-headline";
import { perPaycheckCents, type PayFrequency } from "~/domain/contribution/paycheck";
import {
  employeeCostBands,
  type EmployeeCostBand,
  type PlanQuote,
  type PlanShare,
} from "~/domain/contribution/roster-quote";
import type { ChoiceModel } from "~/domain/exchange-profile/exchange-profile";
import { cents, type Cents } from "~/domain/money/cents";
import {
  takeUpForecast,
  type ForecastPerson,
  type TakeUpForecast,
} from "~/domain/participation/forecast/take-up-forecast.rule";
import { coverageLevelOf } from "~/domain/plan-catalog/plan";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import type { Problem } from "~/domain/problem";
import { offeredPlans } from "../offer-rulings.server";
import { offeredLevels, type OfferTermsInput } from "../offer.schema";
import { householdsOf as listedHouseholds } from "../publish-checks.server";
import { loadOfferScene, quotesOf, termsAsked, type OfferRequest, type OfferScene } from "./offer-scene.server";

export type PaidShare = { readonly planName: string; readonly monthCents: Cents; readonly paycheckCents: Cents };
export type EmployeeBand = {
  readonly employeeId: string;
  readonly name: string;
  readonly lowest: PaidShare;
  readonly reference: PaidShare;
  readonly highest: PaidShare;
};

/** What one way of offering would mean for the youngest and the oldest on the roster, at the shares of the form. */
export type WorkedExample = {
  readonly model: ChoiceModel;
  readonly planCount: number;
  readonly people: readonly (EmployeeBand & { readonly ageYears: number })[];
};

export type OfferPreview = {
  readonly planCount: number;
  /** If everybody takes the reference plan: the most that the business can owe. Of the example while nobody is listed. */
  readonly cost: GroupMonthlyCost | null;
  /** Twelve months of the business's part. */
  readonly yearCents: Cents | null;
  readonly headline: PaycheckHeadline | null;
  /** Who pays most in the reference plan comes first. */
  readonly bands: readonly EmployeeBand[];
  readonly unpriced: readonly string[];
  /** None while nobody is listed. */
  readonly examples: readonly WorkedExample[];
  /** Null while nobody is listed, or when somebody has no price in the reference plan. */
  readonly forecast: TakeUpForecast | null;
};

export type PreviewAnswer = { readonly problems: readonly Problem[]; readonly preview: OfferPreview | null };

/** What the form in the address would cost. One statement; plans come from the shelf. */
export async function loadOfferPreview(request: OfferRequest): Promise<PreviewAnswer> {
  const { terms, problems } = termsAsked(request.asked);
  if (!terms) return { problems, preview: null };
  return previewOf(await loadOfferScene(request), terms);
}

/** The terms as they would be saved, or why they could not be. */
export function previewOf(scene: OfferScene, terms: OfferTermsInput): PreviewAnswer {
  const offered = plansUnder(scene, terms);
  if (!offered.ok) return { problems: offered.problems, preview: null };
  const quotes = quotesOf(scene, { plans: offered.value, terms });
  const bands = bandsOf(scene, employeeCostBands({ quotes, referencePlanId: terms.referencePlanId }));
  const cost = quotes.find((quote) => quote.planId === terms.referencePlanId)?.cost ?? null;
  const banded = new Set(bands.map((band) => band.employeeId));
  return {
    problems: [],
    preview: {
      ...{ planCount: offered.value.length, cost },
      yearCents: cost && cents(cost.employerShareCents * 12),
      headline: paycheckHeadline(bands.map(({ reference }) => reference.paycheckCents)),
      bands: [...bands].sort((a, b) => b.reference.monthCents - a.reference.monthCents),
      unpriced: scene.shopping.roster.filter((person) => !banded.has(person.employeeId)).map(nameOf),
      examples: examplesOf(scene, terms),
      forecast: forecastOf(
        scene,
        quotes.find((quote) => quote.planId === terms.referencePlanId),
      ),
    },
  };
}

function plansUnder(scene: OfferScene, terms: OfferTermsInput) {
  const { request, shopping, plans, profile } = scene;
  const { startOn, application } = shopping;
  const households = listedHouseholds(shopping, request.today);
  const offersDependents = application?.offersDependents ?? true;
  return offeredPlans({ terms, line: request.line, profile, startOn, offersDependents, plans, households });
}

function nameOf(person: { readonly firstName: string; readonly lastName: string }): string {
  return `${person.firstName} ${person.lastName}`;
}

function bandsOf({ request, shopping, plans }: OfferScene, bands: readonly EmployeeCostBand[]): EmployeeBand[] {
  const titles = new Map(plans.map((plan) => [plan.planId as string, planTitle(plan)]));
  const people = new Map(shopping.roster.map((person) => [person.employeeId, nameOf(person)]));
  return bands.map(({ employeeId, lowest, reference, highest }) => ({
    ...{ employeeId, name: people.get(employeeId) ?? "" },
    lowest: paidShare(lowest, titles, request.payFrequency),
    reference: paidShare(reference, titles, request.payFrequency),
    highest: paidShare(highest, titles, request.payFrequency),
  }));
}

function paidShare(
  { planId, employeeShareCents: monthlyCents }: PlanShare,
  titles: ReadonlyMap<string, string>,
  frequency: PayFrequency,
): PaidShare {
  const paycheckCents = perPaycheckCents({ monthlyCents, frequency });
  return { planName: titles.get(planId) ?? planId, monthCents: monthlyCents, paycheckCents };
}

/** By what each employee would pay for themselves alone; only coverage that the minimum is measured on has one. */
function forecastOf({ request, shopping, profile }: OfferScene, quote: PlanQuote | undefined): TakeUpForecast | null {
  const { roster, startOn } = shopping;
  const priced = new Map(quote?.households.map((household) => [household.employeeId, household]));
  const people = roster.flatMap(({ employeeId, employmentBasis, isOwner }): ForecastPerson[] => {
    const household = priced.get(employeeId);
    const own = household?.quoted && household.contribution?.members.find(({ memberId }) => memberId === employeeId);
    if (!own) return [];
    const { premiumCents, employeeShareCents } = own;
    const fullTime = employmentBasis === "full-time";
    return [{ employeeId, fullTime, isOwnerOrOwnerSpouse: isOwner, premiumCents, employeeShareCents }];
  });
  if (request.line !== "medical" || people.length === 0 || people.length < roster.length) return null;
  const forecast = takeUpForecast({ people, profile, startOn, submittedOn: request.today });
  return forecast.ok ? forecast.value : null;
}

/** The same shares of the same reference plan, with each way of offering that the marketplace has. */
function examplesOf(scene: OfferScene, terms: OfferTermsInput): WorkedExample[] {
  const { roster, startOn } = scene.shopping;
  const byAge = [...roster].sort((a, b) => (a.bornOn < b.bornOn ? 1 : a.bornOn > b.bornOn ? -1 : 0));
  const chosen = new Map([byAge[0], byAge.at(-1)].flatMap((person) => (person ? [[person.employeeId, person]] : [])));
  if (chosen.size === 0) return [];
  const reference = scene.plans.find((plan) => plan.planId === terms.referencePlanId);
  return scene.profile.choiceModels.flatMap((model) => {
    const offered = reference && plansUnder(scene, { ...terms, ...around(reference, model) });
    if (!offered?.ok) return [];
    const quotes = quotesOf(scene, { plans: offered.value, terms });
    const bands = bandsOf(scene, employeeCostBands({ quotes, referencePlanId: terms.referencePlanId }));
    const people = [...chosen.values()].flatMap(({ employeeId, bornOn }) =>
      bands
        .filter((band) => band.employeeId === employeeId)
        .map((band) => ({ ...band, ageYears: ageOn({ bornOn, on: startOn }) })),
    );
    return [{ model, planCount: offered.value.length, people }];
  });
}

/** The set of plans that a way of offering makes of one reference plan. */
function around(reference: ShelfPlan, model: ChoiceModel) {
  const level = coverageLevelOf(reference.metalLevel);
  return {
    choiceModel: model,
    metalLevel: offeredLevels.find((candidate) => candidate === level),
    issuerId: reference.issuerId,
  };
}

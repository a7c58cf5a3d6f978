import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { perPaycheckCents, type PayFrequency } from "~/domain/contribution/paycheck";
import { exampleHousehold } from "~/domain/contribution/example-household";
import type { ContributionPercentages } from "~/domain/contribution/contribution-model";
import type { GroupMonthlyCost } from "~/domain/contribution/group-cost";
import { groupOfferQuote, groupPremiumByPlan } from "~/domain/contribution/group-shares/group-offer-quote";
import type { PlanShare, RosterHousehold } from "~/domain/contribution/roster-quote";
import type { ContributionSchemeMethod } from "~/domain/contribution/schemes/contribution-scheme";
import type { CoverageLine } from "~/domain/coverage-line";
import type { ChoiceModel, ContributionMinimum, ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { basisPoints, type BasisPoints, type Cents } from "~/domain/money/cents";
import { coverageLevelOf, type CoverageLevel } from "~/domain/plan-catalog/plan";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import type { Problem } from "~/domain/problem";
import { parsePosted } from "~/platform/forms/parse-form";
import { withDoor } from "~db/client.server";
import {
  loadShopping,
  type ShoppingPlace,
  type ShoppingRecord,
} from "~db/repositories/benefit-application-shopping.server";
import { schemeOf } from "./contribution/contribution-terms.schema";
import { contributionMinimumFor, offeredPlans } from "./offer-rulings.server";
import { plansOfLine } from "./offer-shelves.server";
import { offerTermsSchema, type OfferTermsInput } from "./offer.schema";
import { householdsOf, termsOf } from "./publish-checks.server";

export type PaidShare = { readonly planName: string; readonly monthCents: Cents; readonly paycheckCents: Cents };
export type EmployeeBand = {
  readonly name: string;
  readonly lowest: PaidShare;
  readonly reference: PaidShare;
  readonly highest: PaidShare;
};

export type OfferPreview = {
  readonly planCount: number;
  /** If everybody takes the reference plan: the most that the business can owe. Of the example while nobody is listed. */
  readonly cost: GroupMonthlyCost | null;
  readonly bands: readonly EmployeeBand[];
  readonly unpriced: readonly string[];
};

export type OfferablePlan = {
  readonly planId: string;
  readonly issuerId: string;
  readonly issuerName: string;
  readonly name: string;
  readonly level: CoverageLevel;
  readonly premiumCents: Cents | null;
};

export type OfferPage = {
  readonly line: CoverageLine;
  readonly startOn: CalendarDate;
  readonly hasCoverageYear: boolean;
  readonly mayChange: boolean;
  readonly offersDependents: boolean;
  readonly employeeCount: number;
  readonly payFrequency: PayFrequency;
  readonly models: readonly ChoiceModel[];
  readonly methods: readonly ContributionSchemeMethod[];
  readonly minimum: ContributionMinimum;
  /** Those with prices. */
  readonly plans: readonly OfferablePlan[];
  readonly isOffered: boolean;
  readonly terms: Partial<OfferTermsInput>;
  readonly version: number;
  readonly problems: readonly Problem[];
  readonly preview: OfferPreview | null;
};

type OfferRequest = {
  readonly employerId: string;
  readonly userId: string;
  readonly place: ShoppingPlace;
  readonly payFrequency: PayFrequency;
  readonly today: CalendarDate;
  readonly line: CoverageLine;
  /** What the form says in the address: all of it for a preview, a reference plan alone to begin with it. */
  readonly asked: URLSearchParams;
  /** The shares that a quote was made with; where a new offer begins. */
  readonly quotedShares?: ContributionPercentages | undefined;
};

type Scene = {
  readonly request: OfferRequest;
  readonly shopping: ShoppingRecord;
  readonly plans: readonly ShelfPlan[];
  readonly profile: ExchangeProfile;
};

/** The offer of one line with what it would cost. One statement; plans come from the shelf. */
export async function loadOfferPage(request: OfferRequest): Promise<OfferPage> {
  const { employerId, userId, place, today, line } = request;
  const scene = await withDoor(
    { kind: "employer", employerId, userId },
    async (tx) => {
      const shopping = await loadShopping(tx, employerId, { place, fallbackStartOn: today });
      return { shopping, plans: await plansOfLine(tx, { shopping, place, line }) };
    },
    { readOnly: true },
  );
  const profile = profileFor({ state: place.state, on: scene.shopping.startOn });
  if (!profile.ok) throw new Error(`There is no exchange profile for ${place.state}.`);
  return offerPage({ request, ...scene, profile: profile.value });
}

function offerPage(scene: Scene): OfferPage {
  const { request, shopping, plans, profile } = scene;
  const { line } = request;
  const { application, startOn } = shopping;
  const stored = shopping.offers.find((offer) => offer.line === line);
  const asked = termsAsked(request.asked);
  const terms = asked.terms ?? (stored ? termsOf(stored) : undefined);
  const answer = terms ? previewOf(scene, terms) : { problems: asked.problems, preview: null };
  const totals = groupPremiumByPlan({ households: shownHouseholds(scene), plans, line, startOn, profile });
  return {
    ...{
      line,
      startOn,
      payFrequency: request.payFrequency,
      models: profile.choiceModels,
      methods: profile.contributionMethods,
    },
    hasCoverageYear: application !== null,
    mayChange: application?.state === "draft",
    offersDependents: application?.offersDependents ?? true,
    employeeCount: shopping.roster.length,
    minimum: contributionMinimumFor({ line, profile }),
    plans: plans.flatMap((plan) => offerable(plan, totals.get(plan.planId) ?? null)),
    isOffered: stored !== undefined,
    terms: terms ?? startingTerms(request, contributionMinimumFor({ line, profile })),
    version: application?.version ?? 0,
    ...answer,
  };
}

/** Whatever of the form stands in the address; nothing when the page was merely opened. */
function termsAsked(asked: URLSearchParams): { terms?: OfferTermsInput; problems: readonly Problem[] } {
  if (!asked.has("choiceModel")) return { problems: [] };
  const parsed = parsePosted(offerTermsSchema, Object.fromEntries(asked));
  return parsed.ok ? { terms: parsed.value, problems: [] } : { problems: parsed.problems };
}

function startingTerms(
  { asked, quotedShares }: Pick<OfferRequest, "asked" | "quotedShares">,
  minimum: ContributionMinimum,
): Partial<OfferTermsInput> {
  const suggested = quotedShares ?? { employeeBasisPoints: basisPoints(5_000), dependentsBasisPoints: basisPoints(0) };
  const atLeast = (share: BasisPoints, wanted: BasisPoints) => (share > wanted ? share : wanted);
  const planId = asked.get("referencePlanId");
  return {
    choiceModel: "single-plan",
    method: "reference-plan-percent",
    ...(planId ? { referencePlanId: planId as OfferTermsInput["referencePlanId"] } : {}),
    employeeBasisPoints: atLeast(minimum.employeeBasisPoints, suggested.employeeBasisPoints),
    dependentsBasisPoints: atLeast(minimum.dependentsBasisPoints, suggested.dependentsBasisPoints),
  };
}

function offerable(
  { planId, issuerId, issuerName, name, metalLevel, sheet }: ShelfPlan,
  premiumCents: Cents | null,
): OfferablePlan[] {
  const level = coverageLevelOf(metalLevel);
  return sheet && level ? [{ planId, issuerId, issuerName, name, level, premiumCents }] : [];
}

/** The example while nobody is listed. */
function shownHouseholds({ request, shopping }: Scene): readonly RosterHousehold[] {
  const listed = householdsOf(shopping, request.today);
  return listed.length > 0 ? listed : [exampleHousehold(shopping.startOn)];
}

function previewOf(
  scene: Scene,
  terms: OfferTermsInput,
): { problems: readonly Problem[]; preview: OfferPreview | null } {
  const { request, shopping, plans, profile } = scene;
  const { startOn, application, roster } = shopping;
  const offersDependents = application?.offersDependents ?? true;
  const households = householdsOf(shopping, request.today);
  const offered = offeredPlans({ terms, line: request.line, profile, startOn, offersDependents, plans, households });
  if (!offered.ok) return { problems: offered.problems, preview: null };
  const { plans: costs, bands } = groupOfferQuote({
    ...{ line: request.line, startOn, profile, plans: offered.value, referencePlanId: terms.referencePlanId },
    households: shownHouseholds(scene),
    scheme: schemeOf(terms),
  });
  const names = new Map(offered.value.map((plan) => [plan.planId as string, planTitle(plan)]));
  const people = new Map(roster.map((person) => [person.employeeId, `${person.firstName} ${person.lastName}`]));
  const banded = new Set(bands.map((band) => band.employeeId));
  const paid = ({ planId, employeeShareCents: monthlyCents }: PlanShare): PaidShare => ({
    planName: names.get(planId) ?? planId,
    monthCents: monthlyCents,
    paycheckCents: perPaycheckCents({ monthlyCents, frequency: request.payFrequency }),
  });
  return {
    problems: [],
    preview: {
      planCount: offered.value.length,
      cost: costs.find(({ planId }) => planId === terms.referencePlanId)?.cost ?? null,
      bands: bands.map(({ employeeId, lowest, reference, highest }) => ({
        ...{
          name: people.get(employeeId) ?? "",
          lowest: paid(lowest),
          reference: paid(reference),
          highest: paid(highest),
        },
      })),
      unpriced: roster
        .filter((person) => !banded.has(person.employeeId))
        .map((person) => people.get(person.employeeId) ?? ""),
    },
  };
}

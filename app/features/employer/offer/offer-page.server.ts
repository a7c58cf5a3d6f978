import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { groupPremiumByPlan } from "~/domain/contribution/group-shares/group-offer-quote";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import type { ContributionSchemeMethod } from "~/domain/contribution/schemes/contribution-scheme";
import type { CoverageLine } from "~/domain/coverage-line";
import type { ChoiceModel, ContributionMinimum } from "~/domain/exchange-profile/exchange-profile";
import { basisPoints, type BasisPoints, type Cents } from "~/domain/money/cents";
import { coverageLevelOf, type CoverageLevel } from "~/domain/plan-catalog/plan";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import type { Problem } from "~/domain/problem";
import type { FormReply } from "~/platform/forms/parse-form";
import { budgetAsked, budgetReply, type BudgetAnswer } from "./design/budget/budget-answer.server";
import { previewOf, type OfferPreview } from "./design/offer-preview.server";
import {
  householdsOf,
  loadOfferScene,
  termsAsked,
  type OfferRequest,
  type OfferScene,
} from "./design/offer-scene.server";
import { contributionMinimumFor } from "./offer-rulings.server";
import type { OfferTermsInput } from "./offer.schema";
import { termsOf } from "./publish-checks.server";

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
  /** What the address asked for and why it could not be shown; the form keeps it. */
  readonly refused: FormReply | null;
  /** The shares of `terms` are what a monthly amount buys. */
  readonly budget: BudgetAnswer | null;
  readonly budgetReply: FormReply | null;
  /** What was asked for, to tell one answer from the next. */
  readonly address: string;
};

/** The offer of one line with what it would cost. One statement; plans come from the shelf. */
export async function loadOfferPage(request: OfferRequest): Promise<OfferPage> {
  return offerPage(await loadOfferScene(request));
}

function offerPage(scene: OfferScene): OfferPage {
  const { request, shopping, plans, profile } = scene;
  const { line } = request;
  const { application, startOn } = shopping;
  const stored = shopping.offers.find((offer) => offer.line === line);
  const asked = termsAsked(request.asked);
  const begun = asked.terms ?? (stored ? termsOf(stored) : undefined);
  const budget = budgetAsked(scene, begun);
  const terms = budget?.ok ? budget.value.terms : begun;
  const answer = terms ? previewOf(scene, terms) : { problems: asked.problems, preview: null };
  const minimum = contributionMinimumFor({ line, profile });
  const totals = groupPremiumByPlan({ households: householdsOf(scene), plans, line, startOn, profile });
  return {
    ...{ line, startOn, payFrequency: request.payFrequency, models: profile.choiceModels },
    methods: profile.contributionMethods,
    hasCoverageYear: application !== null,
    mayChange: application?.state === "draft",
    offersDependents: application?.offersDependents ?? true,
    employeeCount: shopping.roster.length,
    minimum,
    plans: plans.flatMap((plan) => offerable(plan, totals.get(plan.planId) ?? null)),
    isOffered: stored !== undefined,
    terms: terms ?? startingTerms(request, minimum),
    version: application?.version ?? 0,
    refused: asked.problems.length > 0 ? { problems: asked.problems, values: valuesOf(request.asked) } : null,
    budget: budget?.ok ? budget.value : null,
    budgetReply: budget && !budget.ok ? budgetReply(request.asked, budget.problems) : null,
    address: request.asked.toString(),
    ...answer,
  };
}

/** What was typed, to fill the form again. */
function valuesOf(asked: URLSearchParams): FormReply["values"] {
  return Object.fromEntries([...new Set(asked.keys())].map((name) => [name, asked.getAll(name)]));
}

function startingTerms(
  { asked, quotedShares }: Pick<OfferRequest, "asked" | "quotedShares">,
  minimum: ContributionMinimum,
): Partial<OfferTermsInput> {
  const suggested = quotedShares ?? { employeeBasisPoints: basisPoints(5_000), dependentsBasisPoints: basisPoints(0) };
  const atLeast = (least: BasisPoints, share: BasisPoints) => (least > share ? least : share);
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

import type { CoverageLine } from "~/domain/coverage-line";
import type { Cents } from "~/domain/money/cents";
import type { TakeUpForecast } from "~/domain/participation/forecast/take-up-forecast.rule";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import type { Problem } from "~/domain/problem";
import { previewOf } from "../offer-preview.server";
import { loadOfferScene, termsAsked, type OfferRequest, type OfferScene } from "../offer-scene.server";
import { fieldsOfTerms } from "../terms-in-address";
import { mostScenarios } from "./scenario.command.server";

/** One design and what it would cost. */
export type ComparedScenario = {
  /** Null for the one that the form in the address describes. */
  readonly scenarioId: string | null;
  readonly name: string;
  readonly version: number;
  /** The fields of the offer's form, for "Use this design". */
  readonly fields: Readonly<Record<string, string>>;
  /** Why it cannot be offered as things are now. */
  readonly problems: readonly Problem[];
  readonly referencePlanName: string | null;
  readonly figures: ScenarioFigures | null;
};

export type ScenarioFigures = {
  readonly planCount: number;
  readonly employerMonthCents: Cents | null;
  readonly employerYearCents: Cents | null;
  /** What an employee pays a paycheck in the reference plan. */
  readonly paycheck: { readonly lowest: Cents; readonly median: Cents; readonly highest: Cents } | null;
  readonly forecast: TakeUpForecast | null;
};

export type ScenariosPage = {
  readonly line: CoverageLine;
  readonly mayChange: boolean;
  readonly isFull: boolean;
  readonly isExample: boolean;
  /** The unsaved one, when the address describes one, and then those that were put aside, the oldest first. */
  readonly scenarios: readonly ComparedScenario[];
};

/** Designs side by side. One statement; plans come from the shelf. */
export async function loadScenariosPage(request: OfferRequest): Promise<ScenariosPage> {
  const scene = await loadOfferScene(request);
  const { scenarios, application, roster } = scene.shopping;
  const asked = Object.fromEntries(request.asked);
  const unsaved = request.asked.has("choiceModel") ? [{ scenarioId: null, name: "", version: 0, terms: asked }] : [];
  return {
    line: request.line,
    mayChange: application?.state === "draft",
    isFull: scenarios.length >= mostScenarios,
    isExample: roster.length === 0,
    scenarios: [...unsaved, ...scenarios].map(({ terms, ...named }) => ({ ...named, ...comparedOf(scene, terms) })),
  };
}

function comparedOf(
  scene: OfferScene,
  stored: Readonly<Record<string, string>>,
): Omit<ComparedScenario, "scenarioId" | "name" | "version"> {
  const { terms, problems } = termsAsked(new URLSearchParams(stored));
  if (!terms) return { fields: stored, problems, referencePlanName: null, figures: null };
  const reference = scene.plans.find((plan) => plan.planId === terms.referencePlanId);
  const answer = previewOf(scene, terms);
  const { preview } = answer;
  return {
    fields: fieldsOfTerms(terms),
    problems: answer.problems,
    referencePlanName: reference ? planTitle(reference) : null,
    figures: preview && {
      planCount: preview.planCount,
      employerMonthCents: preview.cost?.employerShareCents ?? null,
      employerYearCents: preview.yearCents,
      paycheck: paycheckOf(preview.bands.map((band) => band.reference.paycheckCents)),
      forecast: preview.forecast,
    },
  };
}

/** Of an even number of people the median is the lower of the two in the middle: an amount that somebody pays. */
function paycheckOf(amounts: readonly Cents[]): ScenarioFigures["paycheck"] {
  const sorted = [...amounts].sort((a, b) => a - b);
  const [lowest, median, highest] = [sorted[0], sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
  if (lowest === undefined || median === undefined || highest === undefined) return null;
  return { lowest, median, highest };
}

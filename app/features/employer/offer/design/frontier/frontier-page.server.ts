import { offerFrontier, type FrontierDesign } from "~/domain/contribution/frontier/offer-frontier.rule";
import type { PlanChoice } from "~/domain/contribution/offer-plan-set.rule";
import type { CoverageLine } from "~/domain/coverage-line";
import type { BasisPoints, Cents } from "~/domain/money/cents";
import { coverageLevelOf, type CoverageLevel } from "~/domain/plan-catalog/plan";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import type { ShelfPlan } from "~/domain/plan-catalog/shelf-plan";
import type { FormReply } from "~/platform/forms/parse-form";
import { contributionMinimumFor } from "../../offer-rulings.server";
import { offeredLevels, type OfferTermsInput } from "../../offer.schema";
import { budgetReply, budgetTyped } from "../budget/budget-answer.server";
import { householdsOf, loadOfferScene, type OfferRequest, type OfferScene } from "../offer-scene.server";
import { fieldsOfTerms } from "../terms-in-address";

/** So many can be read beside each other. */
const mostShown = 8;

export type FrontierRow = Omit<FrontierDesign, "choice" | "percentages"> & {
  readonly planName: string;
  readonly level: CoverageLevel;
  readonly model: PlanChoice["model"];
  readonly issuerName: string;
  readonly employeeBasisPoints: BasisPoints;
  readonly dependentsBasisPoints: BasisPoints;
  /** The fields of the offer's form, for "Use this design". */
  readonly fields: Readonly<Record<string, string>>;
};

export type FrontierPage = {
  readonly line: CoverageLine;
  readonly hasCoverageYear: boolean;
  readonly mayChange: boolean;
  readonly offersDependents: boolean;
  readonly employeeCount: number;
  readonly budgetCents: Cents | undefined;
  readonly reply: FormReply | null;
  /** Of how many reference plans an offer is unbeaten. */
  readonly foundCount: number;
  /** By what employees pay, least first; one for each reference plan, the one that uses most of the budget. */
  readonly rows: readonly FrontierRow[];
};

/** The offers within a monthly budget that no other beats. One statement; plans come from the shelf. */
export async function loadFrontierPage(request: OfferRequest): Promise<FrontierPage> {
  const scene = await loadOfferScene(request);
  const { application, roster } = scene.shopping;
  const typed = budgetTyped(request.asked);
  const budgetCents = typed.ok ? typed.value : undefined;
  const found = budgetCents === undefined ? undefined : search(scene, budgetCents);
  const problems = !typed.ok ? typed.problems : found && !found.ok ? found.problems : [];
  const best = found?.ok ? bestOfEachPlan(found.value) : [];
  return {
    ...{ line: request.line, budgetCents, employeeCount: roster.length, foundCount: best.length },
    hasCoverageYear: application !== null,
    mayChange: application?.state === "draft",
    offersDependents: application?.offersDependents ?? true,
    reply: problems.length > 0 ? budgetReply(request.asked, problems) : null,
    rows: spread(best, mostShown).flatMap((design) => rowOf(design, scene.plans)),
  };
}

function search(scene: OfferScene, budgetMonthlyCents: Cents) {
  const { request, shopping, plans, profile } = scene;
  const { line } = request;
  return offerFrontier({
    ...{ households: householdsOf(scene), plans, line, startOn: shopping.startOn, profile, budgetMonthlyCents },
    models: profile.choiceModels,
    minimum: contributionMinimumFor({ line, profile }),
    offersDependents: shopping.application?.offersDependents ?? true,
  });
}

/** Of the many percentages that each plan is unbeaten with, those that use most of the budget. */
function bestOfEachPlan(designs: readonly FrontierDesign[]): FrontierDesign[] {
  // By the employer's cost, smallest first: the last one of a plan stays.
  const best = new Map(designs.map((design) => [design.referencePlanId, design]));
  return [...best.values()].sort((a, b) => a.employeesMonthlyCents - b.employeesMonthlyCents);
}

/** The first, the last and those at even steps between them. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, step) => items[Math.round((step * (items.length - 1)) / (most - 1))]!);
}

function rowOf({ choice, percentages, ...design }: FrontierDesign, plans: readonly ShelfPlan[]): FrontierRow[] {
  const plan = plans.find(({ planId }) => planId === design.referencePlanId);
  const level = plan && coverageLevelOf(plan.metalLevel);
  if (!plan || !level) return [];
  const terms: Partial<OfferTermsInput> = {
    ...{ choiceModel: choice.model, referencePlanId: design.referencePlanId, ...percentages },
    metalLevel: choice.model === "metal-level" ? offeredLevels.find((offered) => offered === level) : undefined,
    issuerId: choice.model === "single-issuer" ? choice.issuerId : undefined,
  };
  return [
    {
      ...{ ...design, ...percentages, level, model: choice.model },
      ...{ planName: planTitle(plan), issuerName: plan.issuerName, fields: fieldsOfTerms(terms) },
    },
  ];
}

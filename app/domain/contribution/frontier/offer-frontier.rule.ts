// Which offers are worth a look: every way of offering that the exchange has, every reference plan, and every percentage in
// steps of five from the minimum up, for employees and for dependents. Each is priced as if everybody took the reference
// plan. Kept are those within the monthly budget that no other beats: none costs the employer no more and the employees no
// more while its reference plan pays at least as large a share of care (actuarial value), and is better in one of the three.
// Ties: offers with one reference plan and the same percentages cost the same, so the one with the most plans to choose from
// stands for them, then a single plan before a level before an issuer. Among equals in all three measures: more plans to
// choose from, the lower plan id, the higher percentage for employees, the lower one for dependents. A plan that states no
// actuarial value counts as below every stated one; one that cannot price somebody, or has no level, is no reference plan.
// Law: 45 CFR 155.705(b)(2)-(3), (b)(11)(ii). Whole cents a month; each person's share is rounded half up, then added.

import type { CalendarDate } from "../../calendar/calendar-date";
import type { CoverageLine } from "../../coverage-line";
import type { ChoiceModel } from "../../exchange-profile/exchange-profile";
import type { BasisPoints, Cents } from "../../money/cents";
import { coverageLevelOf, type PlanKey } from "../../plan-catalog/plan";
import { done, failed, type Outcome } from "../../problem";
import { groupPremiums } from "../../rating/group-pricer/group-premiums";
import { prepareGroup, type PreparedGroup } from "../../rating/group-pricer/prepared-group";
import type { HouseholdRatingProfile } from "../../rating/rated-household";
import type { ContributionPercentages } from "../contribution-model";
import { offerPlanSet, type OfferCandidate, type PlanChoice } from "../offer-plan-set.rule";
import type { QuotablePlan, RosterHousehold } from "../roster-quote";
import { allowedSteps, shareLadder, type AllowedSteps, type ShareLadder, type StepTerms } from "./share-ladder";
import { unbeatenPlaces, type Measured } from "./unbeaten";

export const citation = "45 CFR 155.705(b)(2)-(3)";

export type FrontierPlan = OfferCandidate &
  QuotablePlan & {
    /** Share of covered costs that the plan pays on average; null when the filing has none. */
    readonly actuarialValueBasisPoints: BasisPoints | null;
  };

export type FrontierInput = StepTerms & {
  readonly households: readonly Pick<RosterHousehold, "employeeId" | "members">[];
  /** Every plan sold at the business's address in this line. */
  readonly plans: readonly FrontierPlan[];
  /** The ways of offering that the exchange has. */
  readonly models: readonly ChoiceModel[];
  readonly line: CoverageLine;
  readonly startOn: CalendarDate;
  readonly profile: HouseholdRatingProfile;
  /** The most that the employer may pay a month; null for no limit. */
  readonly budgetMonthlyCents: Cents | null;
};

export type FrontierDesign = {
  /** The model, with the level or the issuer. */
  readonly choice: PlanChoice;
  readonly referencePlanId: PlanKey;
  readonly percentages: ContributionPercentages;
  readonly employerMonthlyCents: Cents;
  readonly employeesMonthlyCents: Cents;
  readonly actuarialValueBasisPoints: BasisPoints | null;
  /** How many plans employees would choose from. */
  readonly planCount: number;
};

/**
 * The unbeaten offers, by the employer's cost, smallest first. Problems: `frontier-without-people`,
 * `frontier-without-prices` when no plan can price everybody, `budget-below-every-offer` {budgetCents, smallestCents}.
 */
export function offerFrontier(input: FrontierInput): Outcome<readonly FrontierDesign[]> {
  if (input.households.length === 0) return failed({ code: "frontier-without-people" });
  const group = prepareGroup(input.households, input);
  const steps = allowedSteps(input);
  const references = input.plans.flatMap((plan) => referencePlan(plan, { input, group, steps })).sort(byPreference);
  if (references.length === 0) return failed({ code: "frontier-without-prices", citation });
  const budgetCents = input.budgetMonthlyCents;
  const smallestCents = references.reduce(
    (least, one) => Math.min(least, costAt(one, { row: 0, column: 0 })),
    Infinity,
  );
  if (budgetCents !== null && smallestCents > budgetCents) {
    return failed({ code: "budget-below-every-offer", field: "budget", params: { budgetCents, smallestCents } });
  }
  const candidates = candidatesWithin(references, steps, budgetCents ?? Infinity);
  return done(unbeatenPlaces(measuresOf(candidates)).map((place) => designOf(candidates[place]!, steps)));
}

/** A plan that can be the reference plan, with what it costs at each step. */
type ReferencePlan = {
  readonly plan: FrontierPlan;
  readonly widest: Pick<FrontierDesign, "choice" | "planCount">;
  readonly totalCents: number;
  readonly ladder: ShareLadder;
};

type Search = { readonly input: FrontierInput; readonly group: PreparedGroup; readonly steps: AllowedSteps };

function referencePlan(plan: FrontierPlan, { input, group, steps }: Search): ReferencePlan[] {
  const widest = widestChoice(plan, input);
  const premiums = widest && groupPremiums(group, plan);
  if (!widest || !premiums || premiums.totalCents < 0) return [];
  return [{ plan, widest, totalCents: premiums.totalCents, ladder: shareLadder(group, premiums, steps) }];
}

function worthOf({ actuarialValueBasisPoints }: FrontierPlan): number {
  return actuarialValueBasisPoints ?? -1;
}

/** At one cost to the employer the plan with the lower total costs employees less. */
function byPreference(a: ReferencePlan, b: ReferencePlan): number {
  return (
    a.totalCents - b.totalCents ||
    worthOf(b.plan) - worthOf(a.plan) ||
    b.widest.planCount - a.widest.planCount ||
    (a.plan.planId < b.plan.planId ? -1 : a.plan.planId > b.plan.planId ? 1 : 0)
  );
}

type Step = { readonly row: number; readonly column: number };
type Candidate = Step & { readonly reference: ReferencePlan; readonly employerCents: number };

function costAt({ ladder }: ReferencePlan, { row, column }: Step): number {
  return ladder.employeeCents[row]! + ladder.dependentsCents[column]!;
}

/** In the order of the tie-break. */
function candidatesWithin(references: readonly ReferencePlan[], steps: AllowedSteps, budgetCents: number): Candidate[] {
  const candidates: Candidate[] = [];
  for (const reference of references) {
    for (let row = steps.employee.length - 1; row >= 0; row -= 1) {
      for (let column = 0; column < steps.dependents.length; column += 1) {
        const employerCents = costAt(reference, { row, column });
        if (employerCents > budgetCents) break;
        candidates.push({ reference, row, column, employerCents });
      }
    }
  }
  return candidates;
}

function measuresOf(candidates: readonly Candidate[]): Measured {
  return {
    employerCents: Float64Array.from(candidates, ({ employerCents }) => employerCents),
    employeesCents: Float64Array.from(candidates, (one) => one.reference.totalCents - one.employerCents),
    worth: Float64Array.from(candidates, ({ reference }) => worthOf(reference.plan)),
  };
}

function designOf({ reference, row, column, employerCents }: Candidate, steps: AllowedSteps): FrontierDesign {
  const { plan, widest, totalCents } = reference;
  return {
    ...widest,
    referencePlanId: plan.planId,
    percentages: {
      employeeBasisPoints: steps.employee[row]!,
      dependentsBasisPoints: steps.dependents[column]!,
    },
    employerMonthlyCents: employerCents as Cents,
    employeesMonthlyCents: (totalCents - employerCents) as Cents,
    actuarialValueBasisPoints: plan.actuarialValueBasisPoints,
  };
}

/** The model that leaves employees the most plans, with how many. */
function widestChoice(
  plan: FrontierPlan,
  { plans, models, line }: FrontierInput,
): Pick<FrontierDesign, "choice" | "planCount"> | undefined {
  const { planId, metalLevel, issuerId } = plan;
  const level = coverageLevelOf(metalLevel);
  if (level === null) return undefined;
  const choices: readonly PlanChoice[] = [
    { model: "single-plan", planId },
    { model: "metal-level", metalLevel: level },
    { model: "single-issuer", issuerId },
  ];
  let widest: Pick<FrontierDesign, "choice" | "planCount"> | undefined;
  for (const choice of choices.filter(({ model }) => models.includes(model))) {
    const set = offerPlanSet({ choice, line, referencePlanId: planId, plans });
    if (set.ok && set.value.length > (widest?.planCount ?? 0)) widest = { choice, planCount: set.value.length };
  }
  return widest;
}

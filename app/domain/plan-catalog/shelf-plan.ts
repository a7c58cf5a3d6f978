// What the price lists and the offer need to know of a plan. Whole cents; cost cells are as the issuer wrote them.

import type { CoverageLine } from "../coverage-line";
import type { BasisPoints } from "../money/cents";
import type { RateSheet } from "../rating/rate-sheet";
import type {
  ChildOnlyOffering,
  FiledChildCaps,
  IssuerId,
  MetalLevel,
  PlanKey,
  PlanLimit,
  PlanType,
  PlanVariantKey,
} from "./plan";
import type { ExampleCosts } from "./rows/plan-attributes-row";

/** What a person pays for one kind of care inside the network. `covered` null: the filing does not say. */
export type CareCost = {
  readonly covered: boolean | null;
  readonly copay: string | null;
  readonly coinsurance: string | null;
};

/** The two kinds of care that stand on every card: by line of coverage, with the name under which they are filed. */
export const cardBenefits = {
  medical: { visit: "Primary Care Visit to Treat an Injury or Illness", second: "Generic Drugs" },
  dental: { visit: "Routine Dental Services (Adult)", second: "Basic Dental Care - Adult" },
} as const satisfies Record<CoverageLine, { visit: string; second: string }>;

export type PlanFacts = {
  readonly planId: PlanKey;
  readonly variantId: PlanVariantKey;
  readonly issuerId: IssuerId;
  readonly issuerName: string;
  readonly name: string;
  readonly line: CoverageLine;
  readonly metalLevel: MetalLevel;
  readonly planType: PlanType;
  readonly childOnly: ChildOnlyOffering;
  readonly offerable: boolean;
  /** Null: the filing does not say, which is not "no". */
  readonly hsaEligible: boolean | null;
  readonly deductible: PlanLimit;
  readonly outOfPocketMaximum: PlanLimit;
  /** Share of covered costs that the plan pays on average; null when the filing has none. */
  readonly actuarialValueBasisPoints: BasisPoints | null;
  readonly networkName: string | null;
  readonly summaryOfBenefitsUrl: string | null;
  /** Null: not in the filing. */
  readonly visitCost: CareCost | null;
  readonly secondCost: CareCost | null;
};

/** A plan sold in one county with the prices of one rating area for one start date. */
export type ShelfPlan = PlanFacts & {
  /** Null: the filing does not say. */
  readonly nationalNetwork: boolean | null;
  /** What a year's estimate needs, by the name under which it is filed. */
  readonly careCosts: Readonly<Record<string, CareCost>>;
  readonly childCap: FiledChildCaps;
  /** Null: no prices are loaded for this area and start date, so the plan cannot be quoted or offered. */
  readonly sheet: RateSheet | null;
  /** Where the plan is sold in a part of the county only; null: all of it. */
  readonly zips: readonly string[] | null;
};

/** What a page shows of a plan; prices by age and what is worked with stay on the server. */
export function planFacts(plan: ShelfPlan): PlanFacts {
  const { childCap: _cap, sheet: _sheet, zips: _zips, careCosts: _costs, nationalNetwork: _national, ...facts } = plan;
  return facts;
}

export function soldAtZip<Plan extends Pick<ShelfPlan, "zips">>(plans: readonly Plan[], zip: string): readonly Plan[] {
  return plans.filter((plan) => plan.zips === null || plan.zips.includes(zip));
}

/** One line of a plan's benefits, as filed. */
export type BenefitLine = {
  readonly name: string;
  readonly inNetwork: CareCost;
  readonly outOfNetwork: CareCost;
  readonly limitQuantity: string | null;
  readonly limitUnit: string | null;
  readonly exclusions: string | null;
  readonly explanation: string | null;
};

/** What a plan's own page and a comparison show beyond the card. */
export type PlanSheet = {
  readonly planId: PlanKey;
  readonly brochureUrl: string | null;
  readonly formularyUrl: string | null;
  readonly networkUrl: string | null;
  readonly referralRequired: boolean | null;
  readonly nationalNetwork: boolean | null;
  /** Exact as filed, 0 to 1. */
  readonly actuarialValue: string | null;
  readonly exampleCosts: Partial<ExampleCosts>;
  readonly benefits: readonly BenefitLine[];
};

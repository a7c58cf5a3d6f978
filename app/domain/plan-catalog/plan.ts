// A plan as the rules see it, whatever file or table it came from.
// Money in whole cents; a filing that says nothing ("unknown") is kept apart from one that says "Not Applicable".

import type { CoverageLine } from "../coverage-line";
import { invariant } from "../invariant";
import type { BasisPoints, Cents } from "../money/cents";

/** HIOS standard component id: five-digit issuer, two-letter state, seven digits. */
export type PlanKey = string & { readonly __unit: "plan-key" };
/** A plan key, a hyphen and two digits: `-00` off the exchange, `-01` on it. */
export type PlanVariantKey = string & { readonly __unit: "plan-variant-key" };
/** Five-digit HIOS issuer id; leading zeros count. */
export type IssuerId = string;

/** Undefined when the text is not shaped like a HIOS standard component id. */
export function parsePlanKey(text: string): PlanKey | undefined {
  return /^\d{5}[A-Z]{2}\d{7}$/.test(text) ? (text as PlanKey) : undefined;
}

export function planKey(text: string): PlanKey {
  const key = parsePlanKey(text);
  invariant(key, `not a plan key: ${text}`);
  return key;
}

export const medicalMetalLevels = ["bronze", "expanded-bronze", "silver", "gold", "platinum", "catastrophic"] as const;
export const dentalMetalLevels = ["high", "low"] as const;
export const metalLevels = [...medicalMetalLevels, ...dentalMetalLevels] as const;
export type MetalLevel = (typeof metalLevels)[number];

export const planTypes = ["hmo", "ppo", "epo", "pos", "indemnity"] as const;
export type PlanType = (typeof planTypes)[number];

export const childOnlyOfferings = ["adult-and-child", "child-only", "adult-only"] as const;
export type ChildOnlyOffering = (typeof childOnlyOfferings)[number];

/** `Expanded Bronze` as filed to `expanded-bronze`; undefined when the line of coverage has no such level. */
export function metalLevelFromFiling({ line, text }: { line: CoverageLine; text: string }): MetalLevel | undefined {
  const code = text.trim().toLowerCase().replace(/\s+/g, "-");
  const levels: readonly MetalLevel[] = line === "medical" ? medicalMetalLevels : dentalMetalLevels;
  return levels.find((level) => level === code);
}

/** `HMO` as filed to `hmo`. */
export function planTypeFromFiling(text: string): PlanType | undefined {
  return planTypes.find((type) => type === text.trim().toLowerCase());
}

/** `Allows Adult and Child-Only` as filed to `adult-and-child`. */
export function childOnlyOfferingFromFiling(text: string): ChildOnlyOffering | undefined {
  switch (text.trim().toLowerCase()) {
    case "allows adult and child-only":
      return "adult-and-child";
    case "allows child-only":
      return "child-only";
    case "allows adult-only":
      return "adult-only";
    default:
      return undefined;
  }
}

/** How many children under 21 are charged for in one household, as the issuer filed it (`3 or more` is 3). */
export type ChildCap = 1 | 2 | 3;

/** An issuer may file one cap for couples and another for single parents; null where it filed none. */
export type FiledChildCaps = { readonly twoParent: ChildCap | null; readonly singleParent: ChildCap | null };

/** An amount that a filing may leave out or declare not applicable: neither of them is zero. */
export type StatedCents = Cents | "not-applicable" | "unknown";

export type HouseholdLimit = {
  readonly individual: StatedCents;
  readonly familyPerPerson: StatedCents;
  readonly familyPerGroup: StatedCents;
};

/**
 * A deductible or an out-of-pocket maximum inside the first network tier. `main` is the combined figure when drugs are
 * "included", the medical (or dental) figure otherwise.
 */
export type PlanLimit = { readonly main: HouseholdLimit; readonly drug: HouseholdLimit | "included" };

/** One plan variant of one business year. */
export type CataloguePlan = {
  readonly planId: PlanKey;
  readonly variantId: PlanVariantKey;
  readonly businessYear: number;
  readonly stateCode: string;
  readonly issuerId: IssuerId;
  readonly issuerName: string;
  readonly line: CoverageLine;
  readonly name: string;
  readonly metalLevel: MetalLevel;
  readonly planType: PlanType;
  /** Sold through the exchange: an on-exchange variant of a small-group plan. */
  readonly offerable: boolean;
  readonly childOnly: ChildOnlyOffering;
  readonly childCap: FiledChildCaps;
  /** Last age at which a dependent child may be covered; null when not filed. */
  readonly dependentMaximumAge: number | null;
  readonly deductible: PlanLimit;
  readonly outOfPocketMaximum: PlanLimit;
  /** Share of covered costs that the plan pays on average; null when the filing has none. */
  readonly actuarialValueBasisPoints: BasisPoints | null;
  /** Null when the filing does not say, which is not "no". */
  readonly hsaEligible: boolean | null;
  readonly compositeRatingOffered: boolean | null;
  /** Dental only: false is an estimated rate; null when the filing does not say. */
  readonly guaranteedRate: boolean | null;
  readonly referralRequired: boolean | null;
  readonly nationalNetwork: boolean | null;
  readonly networkId: string | null;
  readonly networkName: string | null;
  readonly serviceAreaId: string | null;
  readonly formularyId: string | null;
  readonly summaryOfBenefitsUrl: string | null;
  readonly brochureUrl: string | null;
  readonly formularyUrl: string | null;
};

/** What an employer chooses between when offering a whole level. */
export type CoverageLevel = "bronze" | "silver" | "gold" | "platinum" | "high" | "low";

/**
 * Expanded bronze is the bronze level with a wider allowed variation (45 CFR 156.140(c)); a catastrophic plan has no
 * level and is not sold to groups.
 */
export function coverageLevelOf(metalLevel: MetalLevel): CoverageLevel | null {
  if (metalLevel === "catastrophic") return null;
  return metalLevel === "expanded-bronze" ? "bronze" : metalLevel;
}

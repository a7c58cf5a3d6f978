import type { CoverageLine } from "../../coverage-line";
import { yearOf } from "../../calendar/calendar-date";
import type { Cents } from "../../money/cents";
import {
  childOnlyOfferingFromFiling,
  metalLevelFromFiling,
  planTypeFromFiling,
  type CataloguePlan,
  type ChildOnlyOffering,
  type MetalLevel,
  type PlanKey,
  type PlanType,
  type PlanVariantKey,
} from "../plan";
import { parseCmsDate } from "../values/cms-date";
import { parseCmsLink } from "../values/cms-link";
import { centsOf, parseCmsMoney } from "../values/cms-money";
import { parseCmsShare } from "../values/cms-percent";
import { planIdPattern, RowReader, variantIdPattern, type CmsRow, type RowReading } from "./cms-row";
import { parseMarket, type Market } from "./market";
import { deductibleColumns, outOfPocketColumns, readPlanLimit, writtenLimits } from "./plan-limits";

/** What a patient would pay in one of the three worked examples of the summary of benefits. Null: not filed. */
export type ExampleCost = {
  readonly deductibleCents: Cents | null;
  readonly copaymentCents: Cents | null;
  readonly coinsuranceCents: Cents | null;
  readonly limitCents: Cents | null;
};
export const exampleTreatments = ["baby", "diabetes", "fracture"] as const;
export type ExampleCosts = Readonly<Record<(typeof exampleTreatments)[number], ExampleCost>>;

/** Facts that only the plan's own page and the exports show. */
export type PlanDetails = {
  readonly productId: string;
  readonly isNew: boolean | null;
  readonly specialistsRequiringReferral: string | null;
  readonly outOfServiceAreaCoverage: boolean | null;
  readonly outOfCountryCoverage: boolean | null;
  readonly multipleNetworkTiers: boolean | null;
  /** Exact decimal share: `0.9834`. */
  readonly essentialShareOfPremium: string | null;
  /** As written: a share in some years, dollars in others. */
  readonly pediatricDentalPortion: string | null;
  readonly exampleCosts: ExampleCosts;
  readonly limitsAsWritten: Readonly<Record<string, string>>;
};

/** One plan variant as filed. `actuarialValue` is exact decimal text, 0 to 1. */
export type PlanAttributesRow = Omit<
  CataloguePlan,
  "childCap" | "dependentMaximumAge" | "networkName" | "actuarialValueBasisPoints"
> & {
  readonly market: Market;
  readonly sourceName: string;
  readonly actuarialValue: string | null;
  readonly enrollmentPaymentUrl: string | null;
  readonly details: PlanDetails;
};

export function readPlanAttributesRow(cell: CmsRow): RowReading<PlanAttributesRow> {
  const reader = new RowReader(cell);
  const key = readKey(reader);
  const kind = readKind(reader);
  const described = readDescription(reader);
  warnOfAnotherYear(reader, key.businessYear);
  return reader.done(() => ({
    ...key,
    ...kind,
    ...described,
    market: kind.market!,
    metalLevel: kind.metalLevel!,
    planType: kind.planType!,
    offerable: isOfferable({ cell, market: kind.market!, childOnly: kind.childOnly, variantId: key.variantId }),
    deductible: readPlanLimit(reader, deductibleColumns),
    outOfPocketMaximum: readPlanLimit(reader, outOfPocketColumns),
    actuarialValue: readActuarialValue(reader),
    details: readDetails(reader),
  }));
}

function readKey(reader: RowReader) {
  return {
    businessYear: reader.businessYear(),
    stateCode: reader.matching("StateCode", /^[A-Z]{2}$/, "catalog-cell-empty"),
    issuerId: reader.issuerId(),
    planId: reader.matching("StandardComponentId", planIdPattern, "catalog-plan-id-malformed") as PlanKey,
    variantId: reader.matching("PlanId", variantIdPattern, "catalog-variant-id-malformed") as PlanVariantKey,
  };
}

function readKind(reader: RowReader): {
  market: Market | undefined;
  line: CoverageLine;
  metalLevel: MetalLevel | undefined;
  planType: PlanType | undefined;
  childOnly: ChildOnlyOffering;
} {
  const market = parseMarket(reader.cell("MarketCoverage"));
  if (!market) reader.refuse("MarketCoverage", "catalog-market-unknown");
  const line = reader.yesNo("DentalOnlyPlan") === true ? "dental" : "medical";
  const metalLevel = metalLevelFromFiling({ line, text: reader.cell("MetalLevel") });
  if (!metalLevel) reader.refuse("MetalLevel", "catalog-metal-level-unknown");
  const planType = planTypeFromFiling(reader.cell("PlanType"));
  if (!planType) reader.refuse("PlanType", "catalog-plan-type-unknown");
  const childOnly = reader.optional("ChildOnlyOffering", childOnlyOfferingFromFiling, "catalog-child-only-unknown");
  return { market, line, metalLevel, planType, childOnly: childOnly ?? "adult-and-child" };
}

/** The on-exchange variant of a small-group plan that takes adults. An empty offering cell does not bar it. */
function isOfferable(plan: { cell: CmsRow; market: Market; childOnly: ChildOnlyOffering; variantId: string }): boolean {
  const offExchange = /^off the exchange$/i.test(plan.cell("QHPNonQHPTypeId"));
  return (
    plan.market === "small-group" && plan.variantId.endsWith("-01") && plan.childOnly !== "child-only" && !offExchange
  );
}

function readDescription(reader: RowReader) {
  const link = (column: string) => reader.optional(column, parseCmsLink, "catalog-link-unusable");
  const guaranteed = reader.cell("IsGuaranteedRate");
  return {
    issuerName: reader.cell("IssuerMarketPlaceMarketingName"),
    sourceName: reader.cell("SourceName"),
    name: reader.cell("PlanVariantMarketingName") || reader.required("PlanMarketingName"),
    hsaEligible: reader.yesNo("IsHSAEligible"),
    compositeRatingOffered: reader.yesNo("CompositeRatingOffered"),
    guaranteedRate: /^guaranteed rate$/i.test(guaranteed) ? true : /^estimated rate$/i.test(guaranteed) ? false : null,
    referralRequired: reader.yesNo("IsReferralRequiredForSpecialist"),
    nationalNetwork: reader.yesNo("NationalNetwork"),
    networkId: reader.text("NetworkId"),
    serviceAreaId: reader.text("ServiceAreaId"),
    formularyId: reader.text("FormularyId"),
    summaryOfBenefitsUrl: link("URLForSummaryofBenefitsCoverage"),
    brochureUrl: link("PlanBrochure"),
    formularyUrl: link("FormularyURL"),
    enrollmentPaymentUrl: link("URLForEnrollmentPayment"),
  };
}

function readActuarialValue(reader: RowReader): string | null {
  const share = (column: string) => reader.optional(column, parseCmsShare, "catalog-percent-unreadable");
  return share("AVCalculatorOutputNumber") ?? share("IssuerActuarialValue");
}

function readDetails(reader: RowReader): PlanDetails {
  const share = (column: string) => reader.optional(column, parseCmsShare, "catalog-percent-unreadable");
  return {
    productId: reader.cell("HIOSProductId") || reader.cell("StandardComponentId").slice(0, 10),
    isNew: reader.optional("IsNewPlan", parseIsNew, "catalog-yes-no-unreadable"),
    specialistsRequiringReferral: reader.text("SpecialistRequiringReferral"),
    outOfServiceAreaCoverage: reader.yesNo("OutOfServiceAreaCoverage"),
    outOfCountryCoverage: reader.yesNo("OutOfCountryCoverage"),
    multipleNetworkTiers: reader.yesNo("MultipleInNetworkTiers"),
    essentialShareOfPremium: share("EHBPercentTotalPremium"),
    pediatricDentalPortion: reader.text("EHBPediatricDentalApportionmentQuantity"),
    exampleCosts: {
      baby: readExample(reader, "SBCHavingaBaby"),
      diabetes: readExample(reader, "SBCHavingDiabetes"),
      fracture: readExample(reader, "SBCHavingSimplefracture"),
    },
    limitsAsWritten: writtenLimits(reader),
  };
}

function readExample(reader: RowReader, prefix: string): ExampleCost {
  const money = (part: string) => reader.optional(`${prefix}${part}`, parseCmsMoney, "catalog-money-unreadable");
  const amount = (part: string) => centsOf(money(part) ?? { state: "unknown" });
  return {
    deductibleCents: amount("Deductible"),
    copaymentCents: amount("Copayment"),
    coinsuranceCents: amount("Coinsurance"),
    limitCents: amount("Limit"),
  };
}

function parseIsNew(text: string): boolean | undefined {
  return /^new$/i.test(text) ? true : /^existing$/i.test(text) ? false : undefined;
}

/** The filing's business year decides where a plan belongs; an effective date of another year is only pointed out. */
function warnOfAnotherYear(reader: RowReader, businessYear: number): void {
  const effectiveOn = reader.optional("PlanEffectiveDate", parseCmsDate, "catalog-date-unreadable");
  if (effectiveOn && yearOf(effectiveOn) !== businessYear)
    reader.warn("PlanEffectiveDate", "catalog-effective-year-differs");
}

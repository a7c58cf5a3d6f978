import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { coverageLines } from "../../app/domain/coverage-line";
import { childOnlyOfferings, metalLevels, planTypes, type PlanLimit } from "../../app/domain/plan-catalog/plan";
import type { PlanDetails } from "../../app/domain/plan-catalog/rows/plan-attributes-row";
import { markets } from "../../app/domain/plan-catalog/rows/market";
import { moneyStates } from "../../app/domain/plan-catalog/values/cms-money";
import type { FamilyTierCents } from "../../app/domain/rating/rate-sheet";
import { calendarDay, centsColumn, instant, wordOf } from "./columns";

export const catalogStatuses = ["loading", "ready"] as const;
export const importFindingKinds = ["refused", "warning"] as const;

const versionId = () => bigint("catalog_version_id", { mode: "number" }).notNull();
const ofVersion = () => versionId().references(() => catalogVersions.catalogVersionId, { onDelete: "cascade" });

/** One import of one business year. Offers and enrollments pin theirs: rates are locked for the plan year. */
export const catalogVersions = pgTable(
  "catalog_versions",
  {
    catalogVersionId: bigserial("catalog_version_id", { mode: "number" }).primaryKey(),
    businessYear: integer("business_year").notNull(),
    states: text("states").array().notNull(),
    source: text("source").notNull(),
    /** Over the bytes of every file read; the same folder again makes no second version. */
    checksum: text("checksum").notNull(),
    status: wordOf("status", catalogStatuses).notNull().default("loading"),
    rowCounts: jsonb("row_counts").$type<Record<string, number>>().notNull().default({}),
    importedAt: instant("imported_at").notNull().defaultNow(),
  },
  (t) => [index("catalog_versions_newest").on(t.businessYear, t.catalogVersionId)],
);

export const issuers = pgTable(
  "issuers",
  {
    catalogVersionId: ofVersion(),
    issuerId: text("issuer_id").notNull(),
    stateCode: text("state_code").notNull(),
    name: text("name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.catalogVersionId, t.issuerId, t.stateCode] })],
);

/** `serviceAreaKey` numbers the areas within a version: an area's own id means something else for each issuer, market and line. */
export const serviceAreas = pgTable(
  "service_areas",
  {
    catalogVersionId: ofVersion(),
    serviceAreaKey: integer("service_area_key").notNull(),
    issuerId: text("issuer_id").notNull(),
    serviceAreaId: text("service_area_id").notNull(),
    stateCode: text("state_code").notNull(),
    name: text("name").notNull(),
    market: wordOf("market", markets),
    line: wordOf("line", coverageLines),
    coversEntireState: boolean("covers_entire_state").notNull(),
  },
  (t) => [primaryKey({ columns: [t.catalogVersionId, t.serviceAreaKey] })],
);

/** `zips` null: the whole county. */
export const serviceAreaCounties = pgTable(
  "service_area_counties",
  {
    catalogVersionId: versionId(),
    serviceAreaKey: integer("service_area_key").notNull(),
    countyFips: text("county_fips").notNull(),
    zips: text("zips").array(),
  },
  (t) => [
    primaryKey({ columns: [t.catalogVersionId, t.serviceAreaKey, t.countyFips] }),
    foreignKey({
      columns: [t.catalogVersionId, t.serviceAreaKey],
      foreignColumns: [serviceAreas.catalogVersionId, serviceAreas.serviceAreaKey],
    }).onDelete("cascade"),
    index("service_area_counties_county").on(t.catalogVersionId, t.countyFips),
  ],
);

export const networks = pgTable(
  "networks",
  {
    catalogVersionId: ofVersion(),
    issuerId: text("issuer_id").notNull(),
    networkId: text("network_id").notNull(),
    stateCode: text("state_code").notNull(),
    name: text("name").notNull(),
    url: text("url"),
  },
  (t) => [primaryKey({ columns: [t.catalogVersionId, t.issuerId, t.networkId] })],
);

/** Both ids null: the issuer's rule for everything it sells. The most specific rule holds. */
export const businessRules = pgTable(
  "business_rules",
  {
    catalogVersionId: ofVersion(),
    ruleOrdinal: integer("rule_ordinal").notNull(),
    stateCode: text("state_code").notNull(),
    issuerId: text("issuer_id").notNull(),
    productId: text("product_id"),
    planId: text("plan_id"),
    maxDependentsTwoParent: smallint("max_dependents_two_parent"),
    maxDependentsSingleParent: smallint("max_dependents_single_parent"),
    dependentMaximumAge: smallint("dependent_maximum_age"),
    ageDetermination: text("age_determination"),
    rateDetermination: text("rate_determination"),
    minimumTobaccoFreeMonths: smallint("minimum_tobacco_free_months"),
    domesticPartnerAsSpouse: boolean("domestic_partner_as_spouse"),
    cohabitation: jsonb("cohabitation").$type<Readonly<Record<string, boolean>>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.catalogVersionId, t.ruleOrdinal] }),
    index("business_rules_issuer").on(t.catalogVersionId, t.issuerId),
  ],
);

const limitColumns = (prefix: "deductible" | "out_of_pocket") => ({
  individualCents: centsColumn(`${prefix}_individual_cents`),
  individualState: wordOf(`${prefix}_individual_state`, moneyStates).notNull(),
  familyCents: centsColumn(`${prefix}_family_cents`),
  familyState: wordOf(`${prefix}_family_state`, moneyStates).notNull(),
});
const deductible = limitColumns("deductible");
const outOfPocket = limitColumns("out_of_pocket");

export const plans = pgTable(
  "plans",
  {
    catalogVersionId: ofVersion(),
    variantId: text("variant_id").notNull(),
    planId: text("plan_id").notNull(),
    stateCode: text("state_code").notNull(),
    issuerId: text("issuer_id").notNull(),
    issuerName: text("issuer_name").notNull(),
    line: wordOf("line", coverageLines).notNull(),
    market: wordOf("market", markets).notNull(),
    name: text("name").notNull(),
    metalLevel: wordOf("metal_level", metalLevels).notNull(),
    planType: wordOf("plan_type", planTypes).notNull(),
    offerable: boolean("offerable").notNull(),
    childOnly: wordOf("child_only", childOnlyOfferings).notNull(),
    /** Null: the filing does not say, which is not "no". */
    hsaEligible: boolean("hsa_eligible"),
    compositeRatingOffered: boolean("composite_rating_offered"),
    guaranteedRate: boolean("guaranteed_rate"),
    referralRequired: boolean("referral_required"),
    nationalNetwork: boolean("national_network"),
    /** Exact as filed, 0 to 1. */
    actuarialValue: numeric("actuarial_value"),
    /** For sorting and filtering; the whole figures are in `deductible` and `outOfPocketMaximum`. */
    deductibleIndividualCents: deductible.individualCents,
    deductibleIndividualState: deductible.individualState,
    deductibleFamilyCents: deductible.familyCents,
    deductibleFamilyState: deductible.familyState,
    outOfPocketIndividualCents: outOfPocket.individualCents,
    outOfPocketIndividualState: outOfPocket.individualState,
    outOfPocketFamilyCents: outOfPocket.familyCents,
    outOfPocketFamilyState: outOfPocket.familyState,
    deductible: jsonb("deductible").$type<PlanLimit>().notNull(),
    outOfPocketMaximum: jsonb("out_of_pocket_maximum").$type<PlanLimit>().notNull(),
    networkId: text("network_id"),
    serviceAreaId: text("service_area_id"),
    /** Null: the filing has no such area, so the plan is offered nowhere. */
    serviceAreaKey: integer("service_area_key"),
    formularyId: text("formulary_id"),
    summaryOfBenefitsUrl: text("summary_of_benefits_url"),
    brochureUrl: text("brochure_url"),
    formularyUrl: text("formulary_url"),
    enrollmentPaymentUrl: text("enrollment_payment_url"),
    details: jsonb("details").$type<PlanDetails>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.catalogVersionId, t.variantId] }),
    foreignKey({
      columns: [t.catalogVersionId, t.serviceAreaKey],
      foreignColumns: [serviceAreas.catalogVersionId, serviceAreas.serviceAreaKey],
    }),
    index("plans_offerable")
      .on(t.catalogVersionId, t.line, t.planId)
      .where(sql`offerable`),
    index("plans_plan").on(t.catalogVersionId, t.planId),
  ],
);

/** `ordinal` keeps the filing's order; cells are as the issuer wrote them. */
export const planBenefits = pgTable(
  "plan_benefits",
  {
    catalogVersionId: versionId(),
    variantId: text("variant_id").notNull(),
    ordinal: integer("ordinal").notNull(),
    name: text("name").notNull(),
    copayInNetwork: text("copay_in_network"),
    copaySecondTier: text("copay_second_tier"),
    copayOutOfNetwork: text("copay_out_of_network"),
    coinsuranceInNetwork: text("coinsurance_in_network"),
    coinsuranceSecondTier: text("coinsurance_second_tier"),
    coinsuranceOutOfNetwork: text("coinsurance_out_of_network"),
    isCovered: boolean("is_covered"),
    isEssential: boolean("is_essential"),
    limitQuantity: text("limit_quantity"),
    limitUnit: text("limit_unit"),
    exclusions: text("exclusions"),
    explanation: text("explanation"),
    isIrregular: boolean("is_irregular").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.catalogVersionId, t.variantId, t.ordinal] }),
    foreignKey({
      columns: [t.catalogVersionId, t.variantId],
      foreignColumns: [plans.catalogVersionId, plans.variantId],
    }).onDelete("cascade"),
  ],
);

/**
 * One plan's prices in one area and period. By age: element n + 1 of `centsByAge` is the price at age n, 0 to 65 (65
 * and older), 0 where none was filed; `bandStarts` are the first ages of the filed bands. Or by household: `tierCents`.
 */
export const rateSheets = pgTable(
  "rate_sheets",
  {
    catalogVersionId: ofVersion(),
    planId: text("plan_id").notNull(),
    ratingArea: integer("rating_area").notNull(),
    effectiveOn: calendarDay("effective_on").notNull(),
    expiresOn: calendarDay("expires_on").notNull(),
    bandStarts: smallint("band_starts").array(),
    centsByAge: integer("cents_by_age").array(),
    /** Null: users of tobacco pay what everybody pays. */
    tobaccoCentsByAge: integer("tobacco_cents_by_age").array(),
    tierCents: jsonb("tier_cents").$type<FamilyTierCents>(),
  },
  (t) => [
    primaryKey({ columns: [t.catalogVersionId, t.planId, t.ratingArea, t.effectiveOn] }),
    index("rate_sheets_area").on(t.catalogVersionId, t.ratingArea, t.effectiveOn),
  ],
);

/** What an import left out or doubts, by file and physical line. */
export const importRefusals = pgTable(
  "import_refusals",
  {
    importRefusalId: bigserial("import_refusal_id", { mode: "number" }).primaryKey(),
    catalogVersionId: bigint("catalog_version_id", { mode: "number" })
      .notNull()
      .references(() => catalogVersions.catalogVersionId, { onDelete: "cascade" }),
    kind: wordOf("kind", importFindingKinds).notNull(),
    file: text("file").notNull(),
    /** Null: about the whole file. */
    line: integer("line"),
    columnName: text("column_name"),
    value: text("value"),
    reason: text("reason").notNull(),
    params: jsonb("params").$type<Readonly<Record<string, string | number>>>().notNull(),
  },
  (t) => [index("import_refusals_version").on(t.catalogVersionId, t.importRefusalId)],
);

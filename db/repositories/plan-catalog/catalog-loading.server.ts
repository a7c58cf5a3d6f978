import type { BenefitRow } from "../../../app/domain/plan-catalog/rows/benefit-row";
import type { BusinessRuleRow } from "../../../app/domain/plan-catalog/rows/business-rule-row";
import type { NetworkRow } from "../../../app/domain/plan-catalog/rows/network-row";
import type { PlanAttributesRow } from "../../../app/domain/plan-catalog/rows/plan-attributes-row";
import type { StatedCents } from "../../../app/domain/plan-catalog/plan";
import type { FamilyTierCents } from "../../../app/domain/rating/rate-sheet";
export type { Db } from "./copy-rows.server";
import { copyRows, type CopyValue, type Db } from "./copy-rows.server";

/** Held to the end of the transaction: two imports at once would each miss the other's version. */
export async function lockCatalogImports(tx: Db): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('catalog-import'))`;
}

export async function findVersionsByChecksum(
  db: Db,
  checksum: string,
): Promise<
  readonly { catalogVersionId: number; businessYear: number; states: string[]; rowCounts: Record<string, number> }[]
> {
  const rows = await db<
    { catalog_version_id: string; business_year: number; states: string[]; row_counts: Record<string, number> }[]
  >`
    select catalog_version_id, business_year, states, row_counts from catalog_versions
    where checksum = ${checksum} and status = 'ready' order by business_year`;
  return rows.map((row) => ({
    catalogVersionId: Number(row.catalog_version_id),
    businessYear: row.business_year,
    states: row.states,
    rowCounts: row.row_counts,
  }));
}

export async function insertCatalogVersion(
  tx: Db,
  version: { businessYear: number; states: readonly string[]; source: string; checksum: string },
): Promise<number> {
  const [row] = await tx<{ catalog_version_id: string }[]>`
    insert into catalog_versions (business_year, states, source, checksum)
    values (${version.businessYear}, ${[...version.states]}, ${version.source}, ${version.checksum})
    returning catalog_version_id`;
  return Number(row!.catalog_version_id);
}

export async function finishCatalogVersion(
  tx: Db,
  version: { catalogVersionId: number; rowCounts: Record<string, number> },
): Promise<void> {
  await tx`update catalog_versions set status = 'ready', row_counts = ${tx.json(version.rowCounts)}
    where catalog_version_id = ${version.catalogVersionId}`;
}

export type StoredServiceArea = {
  readonly serviceAreaKey: number;
  readonly issuerId: string;
  readonly serviceAreaId: string;
  readonly state: string;
  readonly name: string;
  readonly market: string | null;
  readonly line: string | null;
  readonly coversEntireState: boolean;
  /** County to its ZIPs; null: the whole county. */
  readonly counties: ReadonlyMap<string, readonly string[] | null>;
};

export async function storeServiceAreas(tx: Db, version: number, areas: readonly StoredServiceArea[]): Promise<number> {
  const columns = ["service_area_key", "issuer_id", "service_area_id", "state_code", "name", "market", "line"];
  const rows = areas.map((a) => [
    version,
    ...[a.serviceAreaKey, a.issuerId, a.serviceAreaId, a.state, a.name, a.market, a.line],
    a.coversEntireState,
  ]);
  await copyRows(tx, "service_areas", ["catalog_version_id", ...columns, "covers_entire_state"], rows);
  const counties = areas.flatMap((area) =>
    [...area.counties].map(([fips, zips]): CopyValue[] => [version, area.serviceAreaKey, fips, zips]),
  );
  const countyColumns = ["catalog_version_id", "service_area_key", "county_fips", "zips"];
  return copyRows(tx, "service_area_counties", countyColumns, counties);
}

export async function storeNetworks(tx: Db, version: number, networks: readonly NetworkRow[]): Promise<number> {
  const columns = ["catalog_version_id", "issuer_id", "network_id", "state_code", "name", "url"];
  const rows = networks.map((n) => [version, n.issuerId, n.networkId, n.state, n.name, n.url]);
  return copyRows(tx, "networks", columns, rows);
}

export async function storeIssuers(
  tx: Db,
  version: number,
  issuers: readonly { issuerId: string; stateCode: string; name: string }[],
): Promise<number> {
  const columns = ["catalog_version_id", "issuer_id", "state_code", "name"];
  return copyRows(
    tx,
    "issuers",
    columns,
    issuers.map((i) => [version, i.issuerId, i.stateCode, i.name]),
  );
}

export async function storeBusinessRules(tx: Db, version: number, rules: readonly BusinessRuleRow[]): Promise<number> {
  const columns = [
    ...["catalog_version_id", "rule_ordinal", "state_code", "issuer_id", "product_id", "plan_id"],
    ...["max_dependents_two_parent", "max_dependents_single_parent", "dependent_maximum_age", "age_determination"],
    ...["rate_determination", "minimum_tobacco_free_months", "domestic_partner_as_spouse", "cohabitation"],
  ];
  const rows = rules.map((r, index): CopyValue[] => [
    ...[version, index + 1, r.state, r.issuerId, r.productId, r.planId],
    ...[r.maxDependentsTwoParent, r.maxDependentsSingleParent, r.dependentMaximumAge, r.ageDetermination],
    ...[r.rateDetermination, r.minimumTobaccoFreeMonths, r.domesticPartnerAsSpouse, { json: r.cohabitation }],
  ]);
  return copyRows(tx, "business_rules", columns, rows);
}

export type StoredPlan = PlanAttributesRow & { readonly serviceAreaKey: number | null };

export async function storePlans(tx: Db, version: number, plans: readonly StoredPlan[]): Promise<number> {
  const columns = [
    ...["catalog_version_id", "variant_id", "plan_id", "state_code", "issuer_id", "issuer_name", "line", "market"],
    ...["name", "metal_level", "plan_type", "offerable", "child_only", "hsa_eligible", "composite_rating_offered"],
    ...["guaranteed_rate", "referral_required", "national_network", "actuarial_value"],
    ...["deductible_individual_cents", "deductible_individual_state", "deductible_family_cents"],
    ...["deductible_family_state", "out_of_pocket_individual_cents", "out_of_pocket_individual_state"],
    ...["out_of_pocket_family_cents", "out_of_pocket_family_state", "deductible", "out_of_pocket_maximum"],
    ...["network_id", "service_area_id", "service_area_key", "formulary_id", "summary_of_benefits_url"],
    ...["brochure_url", "formulary_url", "enrollment_payment_url", "details"],
  ];
  const rows = plans.map((p): CopyValue[] => [
    ...[version, p.variantId, p.planId, p.stateCode, p.issuerId, p.issuerName, p.line, p.market],
    ...[p.name, p.metalLevel, p.planType, p.offerable, p.childOnly, p.hsaEligible, p.compositeRatingOffered],
    ...[p.guaranteedRate, p.referralRequired, p.nationalNetwork, p.actuarialValue],
    ...stated(p.deductible.main.individual),
    ...stated(p.deductible.main.familyPerGroup),
    ...stated(p.outOfPocketMaximum.main.individual),
    ...stated(p.outOfPocketMaximum.main.familyPerGroup),
    ...[{ json: p.deductible }, { json: p.outOfPocketMaximum }],
    ...[p.networkId, p.serviceAreaId, p.serviceAreaKey, p.formularyId, p.summaryOfBenefitsUrl],
    ...[p.brochureUrl, p.formularyUrl, p.enrollmentPaymentUrl, { json: p.details }],
  ]);
  return copyRows(tx, "plans", columns, rows);
}

function stated(amount: StatedCents): [number | null, string] {
  return typeof amount === "number" ? [amount, "amount"] : [null, amount];
}

export type StoredBenefit = BenefitRow & { readonly ordinal: number; readonly catalogVersionId: number };

export async function storeBenefits(tx: Db, benefits: readonly StoredBenefit[]): Promise<number> {
  const columns = [
    ...["catalog_version_id", "variant_id", "ordinal", "name", "copay_in_network", "copay_second_tier"],
    ...["copay_out_of_network", "coinsurance_in_network", "coinsurance_second_tier", "coinsurance_out_of_network"],
    ...["is_covered", "is_essential", "limit_quantity", "limit_unit", "exclusions", "explanation", "is_irregular"],
  ];
  const rows = benefits.map((b): CopyValue[] => [
    ...[b.catalogVersionId, b.variantId, b.ordinal, b.name, b.copayInNetwork, b.copaySecondTier],
    ...[b.copayOutOfNetwork, b.coinsuranceInNetwork, b.coinsuranceSecondTier, b.coinsuranceOutOfNetwork],
    ...[b.isCovered, b.isEssential, b.limitQuantity, b.limitUnit, b.exclusions, b.explanation, b.isIrregular],
  ]);
  return copyRows(tx, "plan_benefits", columns, rows);
}

/** Ages 0 to 65 in order; 0 where no price was filed. */
export type StoredRateSheet = {
  readonly planId: string;
  readonly ratingArea: number;
  readonly effectiveOn: string;
  readonly expiresOn: string;
  readonly bandStarts: readonly number[] | null;
  readonly centsByAge: Int32Array | null;
  readonly tobaccoCentsByAge: Int32Array | null;
  readonly tierCents: FamilyTierCents | null;
};

export async function storeRateSheets(tx: Db, version: number, sheets: Iterable<StoredRateSheet>): Promise<number> {
  const columns = [
    ...["catalog_version_id", "plan_id", "rating_area", "effective_on", "expires_on"],
    ...["band_starts", "cents_by_age", "tobacco_cents_by_age", "tier_cents"],
  ];
  return copyRows(tx, "rate_sheets", columns, rateSheetRows(version, sheets));
}

function* rateSheetRows(version: number, sheets: Iterable<StoredRateSheet>): Generator<CopyValue[]> {
  for (const s of sheets) {
    const tiers = s.tierCents && { json: s.tierCents };
    const key = [version, s.planId, s.ratingArea, s.effectiveOn, s.expiresOn];
    yield [...key, s.bandStarts, s.centsByAge, s.tobaccoCentsByAge, tiers];
  }
}

export type StoredFinding = {
  readonly catalogVersionId: number;
  readonly kind: "refused" | "warning";
  readonly file: string;
  readonly line: number | null;
  readonly columnName: string | null;
  readonly value: string | null;
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
};

export async function storeFindings(tx: Db, findings: readonly StoredFinding[]): Promise<number> {
  const columns = ["catalog_version_id", "kind", "file", "line", "column_name", "value", "reason", "params"];
  const rows = findings.map((f): CopyValue[] => [
    ...[f.catalogVersionId, f.kind, f.file, f.line, f.columnName, f.value, f.reason],
    { json: f.params },
  ]);
  return copyRows(tx, "import_refusals", columns, rows);
}

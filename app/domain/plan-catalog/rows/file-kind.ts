import { failed, done, type Outcome } from "../../problem";

export const catalogFileKinds = [
  "network",
  "service-area",
  "business-rules",
  "plan-attributes",
  "benefits",
  "rate",
] as const;
/** In reading order: what a later kind refers to comes first. */
export type CatalogFileKind = (typeof catalogFileKinds)[number];

/** Columns a file of the kind must have; every other column may come and go between years. */
export const requiredColumns: Readonly<Record<CatalogFileKind, readonly string[]>> = {
  network: ["BusinessYear", "StateCode", "IssuerId", "NetworkId", "NetworkName", "NetworkURL"],
  "service-area": [
    "BusinessYear",
    "StateCode",
    "IssuerId",
    "ServiceAreaId",
    "ServiceAreaName",
    "CoverEntireState",
    "County",
    "PartialCounty",
    "ZipCodes",
  ],
  "business-rules": [
    "BusinessYear",
    "StateCode",
    "IssuerId",
    "ProductId",
    "StandardComponentId",
    "TwoParentFamilyMaxDependentsRule",
    "SingleParentFamilyMaxDependentsRule",
    "DependentMaximumAgRule",
    "AgeDeterminationRule",
    "CohabitationRule",
  ],
  "plan-attributes": [
    "BusinessYear",
    "StateCode",
    "IssuerId",
    "MarketCoverage",
    "DentalOnlyPlan",
    "StandardComponentId",
    "PlanMarketingName",
    "ServiceAreaId",
    "PlanType",
    "MetalLevel",
    "PlanId",
  ],
  benefits: ["BusinessYear", "IssuerId", "PlanId", "BenefitName", "CopayInnTier1", "CoinsInnTier1", "IsCovered"],
  rate: [
    "BusinessYear",
    "StateCode",
    "IssuerId",
    "RateEffectiveDate",
    "RateExpirationDate",
    "PlanId",
    "RatingAreaId",
    "Tobacco",
    "Age",
    "IndividualRate",
  ],
};

/** Spellings of other years; compared without case, blanks and punctuation. */
const aliases: Readonly<Record<string, string>> = {
  dentalonly: "DentalOnlyPlan",
  dependentmaximumagerule: "DependentMaximumAgRule",
  issuermarketingname: "IssuerMarketPlaceMarketingName",
  ratingarea: "RatingAreaId",
  standardcomponent: "StandardComponentId",
};

export function normalizedHeading(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** Finds columns by name, never by position. Undefined where the file has no such column. */
export function columnFinder(header: readonly string[]): (column: string) => number | undefined {
  const positions = new Map<string, number>();
  header.forEach((heading, position) => {
    const key = normalizedHeading(heading);
    const name = normalizedHeading(aliases[key] ?? key);
    if (!positions.has(name)) positions.set(name, position);
  });
  return (column) => positions.get(normalizedHeading(column));
}

/** Columns that no other kind has: a file is recognized by them even when a common column went missing. */
const tellTales: Readonly<Record<CatalogFileKind, readonly string[]>> = {
  network: ["NetworkName", "NetworkURL"],
  "service-area": ["CoverEntireState", "PartialCounty", "ServiceAreaName", "ZipCodes"],
  "business-rules": ["CohabitationRule", "AgeDeterminationRule", "TwoParentFamilyMaxDependentsRule"],
  "plan-attributes": ["PlanMarketingName", "MetalLevel", "PlanType", "IsNewPlan", "HIOSProductId", "ServiceAreaId"],
  benefits: ["BenefitName", "CopayInnTier1", "CoinsInnTier1", "IsEHB"],
  rate: ["RatingAreaId", "IndividualRate", "RateEffectiveDate", "RateExpirationDate", "IndividualTobaccoRate"],
};

/** The kind whose own columns the header holds at least two of, most first; undefined for any other file. */
export function fileKindOf(header: readonly string[]): CatalogFileKind | undefined {
  const find = columnFinder(header);
  const scored = catalogFileKinds
    .map((kind) => ({ kind, hits: tellTales[kind].filter((column) => find(column) !== undefined).length }))
    .filter(({ hits }) => hits >= 2)
    .sort((a, b) => b.hits - a.hits);
  return scored[0]?.kind;
}

/** The finder of a complete header, or one problem for each required column that is missing. */
export function columnsOf(
  kind: CatalogFileKind,
  header: readonly string[],
  file: string,
): Outcome<(column: string) => number | undefined> {
  const find = columnFinder(header);
  const missing = requiredColumns[kind].filter((column) => find(column) === undefined);
  if (missing.length === 0) return done(find);
  return failed(
    ...missing.map((column) => ({ code: "catalog-column-missing", field: column, params: { file, column, kind } })),
  );
}

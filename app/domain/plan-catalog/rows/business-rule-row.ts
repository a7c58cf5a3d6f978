import { RowReader, type CmsRow, type RowReading } from "./cms-row";
import { parseMarket, type Market } from "./market";

/** An issuer's rules for a plan, for a product (`planId` null) or for everything it sells (both null). */
export type BusinessRuleRow = {
  readonly businessYear: number;
  readonly state: string;
  readonly issuerId: string;
  readonly productId: string | null;
  readonly planId: string | null;
  readonly market: Market | null;
  /** Children under the cap age who are charged: 1, 2, or 3 for `3 or more`. */
  readonly maxDependentsTwoParent: number | null;
  readonly maxDependentsSingleParent: number | null;
  /** Null: not applicable or not said. */
  readonly dependentMaximumAge: number | null;
  readonly ageDetermination: string | null;
  readonly rateDetermination: string | null;
  readonly minimumTobaccoFreeMonths: number | null;
  readonly domesticPartnerAsSpouse: boolean | null;
  /** Relation as written: whether a dependent of that kind must live with the subscriber. */
  readonly cohabitation: Readonly<Record<string, boolean>>;
};

export function readBusinessRuleRow(cell: CmsRow): RowReading<BusinessRuleRow> {
  const reader = new RowReader(cell);
  const businessYear = reader.businessYear();
  const issuerId = reader.issuerId();
  const state = reader.required("StateCode");
  const maximum = (column: string) => reader.optional(column, parseMaximum, "catalog-number-unreadable");
  const number = (column: string) => reader.optional(column, parseNumber, "catalog-number-unreadable");
  const rule = {
    market: reader.optional("MarketCoverage", parseMarket, "catalog-market-unknown"),
    maxDependentsTwoParent: maximum("TwoParentFamilyMaxDependentsRule"),
    maxDependentsSingleParent: maximum("SingleParentFamilyMaxDependentsRule"),
    dependentMaximumAge: number("DependentMaximumAgRule"),
    ageDetermination: reader.text("AgeDeterminationRule"),
    rateDetermination: reader.text("EnrolleeContractRateDeterminationRule"),
    minimumTobaccoFreeMonths: number("MinimumTobaccoFreeMonthsRule"),
    domesticPartnerAsSpouse: reader.yesNo("DomesticPartnerAsSpouseIndicator"),
    cohabitation: parseCohabitation(cell("CohabitationRule")),
  };
  const productId = reader.text("ProductId");
  const planId = reader.text("StandardComponentId");
  return reader.done(() => ({ businessYear, state, issuerId, productId, planId, ...rule }));
}

function parseMaximum(text: string): number | null | undefined {
  if (/^not applicable$/i.test(text)) return null;
  return /^3 or more$/i.test(text) ? 3 : /^[1-3]$/.test(text) ? Number(text) : undefined;
}

function parseNumber(text: string): number | null | undefined {
  if (/^not applicable$/i.test(text)) return null;
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

function parseCohabitation(text: string): Readonly<Record<string, boolean>> {
  const pairs = text.split(";").map((part) => /^(.+),\s*(Yes|No)$/i.exec(part.trim()));
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1]!.trim(), /^yes$/i.test(pair[2]!)]] : [])));
}

/**
 * The rule that holds for a plan: the plan's own before its product's, the product's before the issuer's.
 * `productId` is the first ten characters of the plan id.
 */
export function businessRuleFor<R extends Pick<BusinessRuleRow, "issuerId" | "productId" | "planId">>(
  rules: readonly R[],
  planId: string,
): R | undefined {
  const issuers = rules.filter((rule) => rule.issuerId === planId.slice(0, 5));
  return (
    issuers.find((rule) => rule.planId === planId) ??
    issuers.find((rule) => rule.planId === null && rule.productId === planId.slice(0, 10)) ??
    issuers.find((rule) => rule.planId === null && rule.productId === null)
  );
}

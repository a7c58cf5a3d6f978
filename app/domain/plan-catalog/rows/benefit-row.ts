import { readCostShare } from "../values/cost-share";
import { RowReader, variantIdPattern, type CmsRow, type RowReading } from "./cms-row";

/** One benefit of one plan variant. Cells are kept as the issuer wrote them; null is empty. */
export type BenefitRow = {
  readonly businessYear: number;
  readonly variantId: string;
  readonly name: string;
  readonly copayInNetwork: string | null;
  readonly copaySecondTier: string | null;
  readonly copayOutOfNetwork: string | null;
  readonly coinsuranceInNetwork: string | null;
  readonly coinsuranceSecondTier: string | null;
  readonly coinsuranceOutOfNetwork: string | null;
  /** Null: the filing does not say. */
  readonly isCovered: boolean | null;
  readonly isEssential: boolean | null;
  readonly limitQuantity: string | null;
  readonly limitUnit: string | null;
  readonly exclusions: string | null;
  readonly explanation: string | null;
  /** A dollar amount filed as coinsurance, or a percent as copay: shown as written, marked. */
  readonly isIrregular: boolean;
};

export function readBenefitRow(cell: CmsRow): RowReading<BenefitRow> {
  const reader = new RowReader(cell);
  const businessYear = reader.businessYear();
  const variantId = reader.matching("PlanId", variantIdPattern, "catalog-variant-id-malformed");
  const name = reader.required("BenefitName");
  const irregular = irregularColumn(cell);
  if (irregular) reader.warn(irregular, "catalog-cost-share-irregular");
  const isCovered = reader.optional("IsCovered", parseCovered, "catalog-yes-no-unreadable");
  const isEssential = reader.optional("IsEHB", parseEssential, "catalog-yes-no-unreadable");
  return reader.done(() => ({
    businessYear,
    variantId,
    name,
    copayInNetwork: reader.text("CopayInnTier1"),
    copaySecondTier: reader.text("CopayInnTier2"),
    copayOutOfNetwork: reader.text("CopayOutofNet"),
    coinsuranceInNetwork: reader.text("CoinsInnTier1"),
    coinsuranceSecondTier: reader.text("CoinsInnTier2"),
    coinsuranceOutOfNetwork: reader.text("CoinsOutofNet"),
    isCovered,
    isEssential,
    limitQuantity: reader.text("LimitQty"),
    limitUnit: reader.text("LimitUnit"),
    exclusions: reader.text("Exclusions"),
    explanation: reader.text("Explanation"),
    isIrregular: irregular !== undefined,
  }));
}

function irregularColumn(cell: CmsRow): string | undefined {
  const copay = ["CopayInnTier1", "CopayInnTier2", "CopayOutofNet"];
  const coinsurance = ["CoinsInnTier1", "CoinsInnTier2", "CoinsOutofNet"];
  return (
    copay.find((column) => readCostShare(cell(column)).kind === "coinsurance") ??
    coinsurance.find((column) => readCostShare(cell(column)).kind === "copay")
  );
}

function parseCovered(text: string): boolean | undefined {
  return /^covered$/i.test(text) ? true : /^not covered$/i.test(text) ? false : undefined;
}

function parseEssential(text: string): boolean | undefined {
  return /^yes$/i.test(text) ? true : /^(?:no|not ehb)$/i.test(text) ? false : undefined;
}

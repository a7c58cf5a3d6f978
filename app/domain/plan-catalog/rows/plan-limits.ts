// A deductible or out-of-pocket maximum is filed three times over: M columns for medical, D for drugs, T for both
// together. Where they are integrated the T columns are filled; where they are not, M and D. Dental files and older
// exchange tables leave the marker empty: then T if it says anything, else M. First network tier; whole cents.
import type { HouseholdLimit, PlanLimit, StatedCents } from "../plan";
import { parseCmsMoney } from "../values/cms-money";
import type { RowReader } from "./cms-row";

export type LimitColumns = {
  readonly integratedColumn: string;
  /** `TEHBDedInnTier1Individual` out of `T` and `Individual`. */
  readonly columnOf: (prefix: "M" | "D" | "T", size: (typeof sizes)[number]) => string;
};
const sizes = ["Individual", "FamilyPerPerson", "FamilyPerGroup"] as const;

export const deductibleColumns: LimitColumns = {
  integratedColumn: "MedicalDrugDeductiblesIntegrated",
  columnOf: (prefix, size) => `${prefix}EHBDedInnTier1${size}`,
};
export const outOfPocketColumns: LimitColumns = {
  integratedColumn: "MedicalDrugMaximumOutofPocketIntegrated",
  columnOf: (prefix, size) => `${prefix}EHBInnTier1${size}MOOP`,
};

export function readPlanLimit(reader: RowReader, columns: LimitColumns): PlanLimit {
  const limit = (prefix: "M" | "D" | "T"): HouseholdLimit => ({
    individual: readAmount(reader, columns.columnOf(prefix, "Individual")),
    familyPerPerson: readAmount(reader, columns.columnOf(prefix, "FamilyPerPerson")),
    familyPerGroup: readAmount(reader, columns.columnOf(prefix, "FamilyPerGroup")),
  });
  const integrated = reader.yesNo(columns.integratedColumn);
  if (integrated === false) return { main: limit("M"), drug: limit("D") };
  const combined = limit("T");
  if (integrated === true || Object.values(combined).some((amount) => amount !== "unknown")) {
    return { main: combined, drug: "included" };
  }
  return { main: limit("M"), drug: "included" };
}

function readAmount(reader: RowReader, column: string): StatedCents {
  const money = parseCmsMoney(reader.cell(column));
  if (money === undefined) reader.warn(column, "catalog-money-unreadable");
  return money === undefined ? "unknown" : money.state === "amount" ? money.amountCents : money.state;
}

/** Every filled deductible and maximum column of every tier, as written: the plan's page shows what is not summed up. */
export function writtenLimits(reader: RowReader): Readonly<Record<string, string>> {
  const tiers = ["InnTier1", "InnTier2", "OutOfNet", "CombInnOon"];
  const columns = ["M", "D", "T"].flatMap((prefix) =>
    tiers.flatMap((tier) => [
      ...sizes.flatMap((size) => [`${prefix}EHBDed${tier}${size}`, `${prefix}EHB${tier}${size}MOOP`]),
      `${prefix}EHBDed${tier}Coinsurance`,
    ]),
  );
  const filled = columns.map((column) => [column, reader.cell(column)] as const).filter(([, text]) => text !== "");
  return Object.fromEntries(filled);
}

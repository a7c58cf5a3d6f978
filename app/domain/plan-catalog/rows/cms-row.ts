import type { Problem } from "../../problem";

/** One record of a filing: the cell of a column, trimmed; empty where the file has no such column. */
export type CmsRow = (column: string) => string;

/**
 * What reading one record gave. `refusals` present: the record is left out. `warnings`: it is kept.
 * A problem's `field` is the column, `params.value` the cell as written.
 */
export type RowReading<T> =
  | { readonly kept: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly kept: false; readonly refusals: readonly Problem[] };

/** Why a record was refused or is doubtful; message keys under `problems.`. */
export const importReasons = [
  "catalog-cell-empty",
  "catalog-cell-count",
  "catalog-business-year-unreadable",
  "catalog-plan-id-malformed",
  "catalog-variant-id-malformed",
  "catalog-issuer-id-malformed",
  "catalog-market-unknown",
  "catalog-metal-level-unknown",
  "catalog-plan-type-unknown",
  "catalog-child-only-unknown",
  "catalog-yes-no-unreadable",
  "catalog-date-unreadable",
  "catalog-money-unreadable",
  "catalog-percent-unreadable",
  "catalog-link-unusable",
  "catalog-rating-area-unreadable",
  "catalog-age-unreadable",
  "catalog-tobacco-unreadable",
  "catalog-rate-unreadable",
  "catalog-rate-placeholder",
  "catalog-rate-too-large",
  "catalog-rate-period-backwards",
  "catalog-rate-duplicate",
  "catalog-effective-year-differs",
  "catalog-county-unreadable",
  "catalog-zip-list-unreadable",
  "catalog-partial-county-without-zips",
  "catalog-number-unreadable",
  "catalog-plan-duplicate",
  "catalog-benefit-duplicate",
  "catalog-benefit-conflict",
  "catalog-cost-share-irregular",
  "catalog-plan-without-rates",
  "catalog-plan-without-service-area",
  "catalog-issuer-without-rates",
  "catalog-issuer-without-benefits",
  "catalog-source-without-rates",
  "catalog-rates-missing",
  "catalog-benefits-missing",
  "catalog-service-areas-missing",
  "catalog-service-area-contradiction",
] as const;
export type ImportReason = (typeof importReasons)[number];

/** Collects what is wrong with one record while its cells are read; nothing is thrown. */
export class RowReader {
  readonly refusals: Problem[] = [];
  readonly warnings: Problem[] = [];
  constructor(readonly cell: CmsRow) {}

  refuse(column: string, code: ImportReason): undefined {
    this.refusals.push({ code, field: column, params: { value: this.cell(column) } });
    return undefined;
  }

  warn(column: string, code: ImportReason): void {
    this.warnings.push({ code, field: column, params: { value: this.cell(column) } });
  }

  required(column: string): string {
    const text = this.cell(column);
    if (text === "") this.refuse(column, "catalog-cell-empty");
    return text;
  }

  /** A cell that matches, else a refusal and the text as it stands. */
  matching(column: string, pattern: RegExp, code: ImportReason): string {
    const text = this.cell(column);
    if (!pattern.test(text)) this.refuse(column, code);
    return text;
  }

  /** Null when the cell is empty; a warning and null when it cannot be read. */
  optional<T>(column: string, parse: (text: string) => T | undefined, code: ImportReason): T | null {
    const text = this.cell(column);
    if (text === "") return null;
    const value = parse(text);
    if (value === undefined) this.warn(column, code);
    return value ?? null;
  }

  text(column: string): string | null {
    return this.cell(column) || null;
  }

  /** Yes, No, or null for an empty cell: unknown is not No. */
  yesNo(column: string): boolean | null {
    return this.optional(column, parseYesNo, "catalog-yes-no-unreadable");
  }

  businessYear(): number {
    const text = this.matching("BusinessYear", /^20\d{2}$/, "catalog-business-year-unreadable");
    return Number(text);
  }

  issuerId(): string {
    return this.matching("IssuerId", /^\d{5}$/, "catalog-issuer-id-malformed");
  }

  done<T>(value: () => T): RowReading<T> {
    return this.refusals.length > 0
      ? { kept: false, refusals: this.refusals }
      : { kept: true, value: value(), warnings: this.warnings };
  }
}

export function parseYesNo(text: string): boolean | undefined {
  return /^yes$/i.test(text) ? true : /^no$/i.test(text) ? false : undefined;
}

/** HIOS standard component: issuer 5 digits, state, 7 digits; a variant adds `-` and two digits. */
export const planIdPattern = /^\d{5}[A-Z]{2}\d{7}$/;
export const variantIdPattern = /^\d{5}[A-Z]{2}\d{7}-\d{2}$/;

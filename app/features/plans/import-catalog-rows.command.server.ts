import { createHash } from "node:crypto";
import { readBenefitRow, type BenefitRow } from "~/domain/plan-catalog/rows/benefit-row";
import { readBusinessRuleRow } from "~/domain/plan-catalog/rows/business-rule-row";
import type { RowReading } from "~/domain/plan-catalog/rows/cms-row";
import { parseMarket } from "~/domain/plan-catalog/rows/market";
import { readNetworkRow } from "~/domain/plan-catalog/rows/network-row";
import { readPlanAttributesRow, type PlanAttributesRow } from "~/domain/plan-catalog/rows/plan-attributes-row";
import { rateRowReader } from "~/domain/plan-catalog/rows/rate-row-reader";
import { readServiceAreaRow } from "~/domain/plan-catalog/rows/service-area-row";
import type { Problem } from "~/domain/problem";
import { storeBenefits, type Db, type StoredBenefit } from "~db/repositories/plan-catalog/catalog-loading.server";
import { readCatalogFile, type CatalogFile, type CatalogRecord } from "./import-catalog-files.command.server";
import { CatalogYear } from "./import-catalog-year.command.server";
import type { ImportProgress } from "./import-csv.command.server";
import type { ImportFindings } from "./import-findings.command.server";

const benefitsPerCopy = 5_000;

/** Reads filings one after another into their business years; benefits go straight to the database. */
export class CatalogReader {
  private readonly years = new Map<number, CatalogYear>();
  private readonly otherMarketPlans = new Set<string>();
  private readonly unknownPlans = new Set<string>();
  private readonly readRateRow = rateRowReader();
  /** Year, variant and name of a benefit to what its rows said. */
  private readonly seenBenefits = new Map<string, string[]>();
  private readonly ordinals = new Map<string, number>();
  private benefits: StoredBenefit[] = [];

  constructor(
    private readonly tx: Db,
    private readonly findings: ImportFindings,
    private readonly onProgress: ((progress: ImportProgress) => void) | undefined,
  ) {}

  /** Years with at least one plan, oldest first. */
  plannedYears(): CatalogYear[] {
    return [...this.years.values()].filter((y) => y.plans.size > 0).sort((a, b) => a.businessYear - b.businessYear);
  }

  async read(file: CatalogFile): Promise<void> {
    await readCatalogFile(file, {
      take: (record) => {
        if (!record.isWhole) this.refuse(file, record, { code: "catalog-cell-count" });
        else this.take(file, record);
      },
      pause: async () => {
        if (this.benefits.length >= benefitsPerCopy) await this.flushBenefits();
      },
      onProgress: this.onProgress,
    });
    await this.flushBenefits();
  }

  private take(file: CatalogFile, record: CatalogRecord): void {
    switch (file.kind) {
      case "plan-attributes":
        return this.takePlan(file, record);
      case "rate":
        return this.takeRate(file, record);
      case "benefits":
        return this.takeBenefit(file, record);
      case "service-area":
        return this.takeSmallGroup(file, record, readServiceAreaRow, (year, row) => year.serviceAreas.add(row));
      case "network":
        return this.takeSmallGroup(file, record, readNetworkRow, (year, row) =>
          year.networks.set(`${row.issuerId}|${row.networkId}`, row),
        );
      case "business-rules":
        return this.takeSmallGroup(file, record, readBusinessRuleRow, (year, row) => year.businessRules.push(row));
    }
  }

  /** Only the small-group market is kept; the individual market's records are counted. */
  private takeSmallGroup<T extends { readonly businessYear: number }>(
    file: CatalogFile,
    record: CatalogRecord,
    read: (cell: CatalogRecord["cell"]) => RowReading<T>,
    keep: (year: CatalogYear, row: T) => void,
  ): void {
    if (parseMarket(record.cell("MarketCoverage")) === "individual") {
      this.yearOf(record)?.count("otherMarketRows");
      return;
    }
    const row = this.accept(file, record, read(record.cell));
    if (row) keep(this.year(row.businessYear), row);
  }

  private takePlan(file: CatalogFile, record: CatalogRecord): void {
    if (parseMarket(record.cell("MarketCoverage")) === "individual") {
      this.otherMarketPlans.add(record.cell("BusinessYear") + record.cell("StandardComponentId"));
    }
    this.takeSmallGroup(file, record, readPlanAttributesRow, (year, row: PlanAttributesRow) => {
      if (year.plans.has(row.variantId)) {
        this.refuse(file, record, {
          code: "catalog-plan-duplicate",
          field: "PlanId",
          params: { value: row.variantId },
        });
        return;
      }
      year.plans.set(row.variantId, row);
      year.planIds.add(row.planId);
    });
  }

  private takeRate(file: CatalogFile, record: CatalogRecord): void {
    const year = this.yearOf(record);
    const planId = record.cell("PlanId");
    year?.rateSources.add(record.cell("SourceName"));
    if (planId !== "" && year && !year.planIds.has(planId)) return this.countStranger(year, planId, "Rates");
    const row = this.accept(file, record, this.readRateRow(record.cell));
    if (!row) return;
    const target = this.year(row.businessYear);
    const added = target.rates.add(row);
    if (added === "conflicting") {
      const params = { value: record.cell("IndividualRate"), planId, age: record.cell("Age") };
      this.refuse(file, record, { code: "catalog-rate-duplicate", field: "IndividualRate", params });
    } else target.count(added === "added" ? "rateRows" : "repeatedRateRows");
  }

  private takeBenefit(file: CatalogFile, record: CatalogRecord): void {
    const year = this.yearOf(record);
    const variantId = record.cell("PlanId");
    if (variantId !== "" && year && !year.plans.has(variantId)) {
      return this.countStranger(year, variantId.slice(0, 14), "Benefits");
    }
    const row = this.accept(file, record, readBenefitRow(record.cell));
    if (!row || !year) return;
    if (this.isRepeated(file, record, row)) return year.count("repeatedBenefits");
    const at = year.businessYear + row.variantId;
    const ordinal = (this.ordinals.get(at) ?? 0) + 1;
    this.ordinals.set(at, ordinal);
    year.benefitIssuers.add(row.variantId.slice(0, 5));
    year.count("benefits");
    this.benefits.push({ ...row, ordinal, catalogVersionId: year.catalogVersionId });
  }

  /** The same benefit twice: once is enough when they agree, both are kept when they do not. */
  private isRepeated(file: CatalogFile, record: CatalogRecord, row: BenefitRow): boolean {
    const key = `${row.businessYear}|${row.variantId}|${row.name}`;
    const said = createHash("sha1").update(JSON.stringify(row)).digest("base64");
    const known = this.seenBenefits.get(key);
    if (!known) {
      this.seenBenefits.set(key, [said]);
      return false;
    }
    const repeated = known.includes(said);
    if (!repeated) known.push(said);
    const code = repeated ? "catalog-benefit-duplicate" : "catalog-benefit-conflict";
    this.find("warning", file, record, {
      code,
      field: "BenefitName",
      params: { value: row.name, planId: row.variantId },
    });
    return repeated;
  }

  /** Records of plans that are sold off the exchange or to individuals, or of none that was filed: counted, not listed. */
  private countStranger(year: CatalogYear, planId: string, what: "Rates" | "Benefits"): void {
    const key = year.businessYear + planId;
    if (this.otherMarketPlans.has(key)) return year.count(`otherMarket${what}`);
    year.count(`unknownPlan${what}`);
    if (this.unknownPlans.has(key)) return;
    this.unknownPlans.add(key);
    year.count("unknownPlans");
  }

  private accept<T>(file: CatalogFile, record: CatalogRecord, reading: RowReading<T>): T | undefined {
    const problems = reading.kept ? reading.warnings : reading.refusals;
    for (const problem of problems)
      this.find(reading.kept ? "warning" : "refused", file, record, named(problem, record));
    return reading.kept ? reading.value : undefined;
  }

  private refuse(file: CatalogFile, record: CatalogRecord, problem: Problem): void {
    this.find("refused", file, record, problem);
  }

  private find(kind: "refused" | "warning", file: CatalogFile, record: CatalogRecord, problem: Problem): void {
    const businessYear = Number(record.cell("BusinessYear")) || null;
    this.findings.add({ kind, businessYear, file: file.name, line: record.line, problem });
  }

  private yearOf(record: CatalogRecord): CatalogYear | undefined {
    const year = Number(record.cell("BusinessYear"));
    return year >= 2000 && year < 2100 ? this.year(year) : undefined;
  }

  private year(businessYear: number): CatalogYear {
    const known = this.years.get(businessYear) ?? new CatalogYear(businessYear);
    this.years.set(businessYear, known);
    return known;
  }

  private async flushBenefits(): Promise<void> {
    await storeBenefits(this.tx, this.benefits);
    this.benefits = [];
  }
}

/** A refused price is looked up by plan and age, so both are named. */
function named(problem: Problem, record: CatalogRecord): Problem {
  const planId = record.cell("PlanId") || record.cell("StandardComponentId");
  const age = record.cell("Age");
  return { ...problem, params: { ...problem.params, ...(planId && { planId }), ...(age && { age }) } };
}

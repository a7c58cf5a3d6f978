import { basename } from "node:path";
import type { Sql } from "postgres";
import { failed, done, type Outcome } from "~/domain/problem";
import {
  findVersionsByChecksum,
  finishCatalogVersion,
  lockCatalogImports,
  storeFindings,
  storeRateSheets,
  type Db,
} from "~db/repositories/plan-catalog/catalog-loading.server";
import { tellOfCatalogs } from "~db/repositories/plan-catalog/newest-catalog.server";
import { checksumOf, openCatalogFolder, type CatalogFile } from "./import-catalog-files.command.server";
import { CatalogReader } from "./import-catalog-rows.command.server";
import type { CatalogYear } from "./import-catalog-year.command.server";
import { BrokenFile, type ImportProgress } from "./import-csv.command.server";
import { ImportFindings, type ImportFinding } from "./import-findings.command.server";

export type CatalogImport = {
  /** The same files were imported before; nothing was added. */
  readonly unchanged: boolean;
  readonly versions: readonly {
    readonly catalogVersionId: number;
    readonly businessYear: number;
    readonly states: readonly string[];
    readonly rowCounts: Readonly<Record<string, number>>;
  }[];
  readonly findings: readonly ImportFinding[];
  readonly refusedCount: number;
  readonly warningCount: number;
  /** Files of the folder that are no plan filing. */
  readonly skippedFiles: readonly string[];
};

/**
 * Imports a folder of CMS-layout filings, one catalog version for each business year, in one transaction: a broken file
 * leaves nothing behind. Single bad records are left out and listed. `sql` is the owner's connection.
 */
export async function importCatalog({
  sql,
  folder,
  source = basename(folder),
  onProgress,
}: {
  sql: Sql;
  folder: string;
  source?: string | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}): Promise<Outcome<CatalogImport>> {
  try {
    const { files, skippedFiles } = await openCatalogFolder(folder);
    if (!files.some((file) => file.kind === "plan-attributes")) {
      return failed({
        code: "catalog-plan-attributes-missing",
        params: { folder, skipped: skippedFiles.join(", ") || "–" },
      });
    }
    const checksum = await checksumOf(files);
    const imported = await sql.begin(async (tx) => {
      await lockCatalogImports(tx);
      const known = await findVersionsByChecksum(tx, checksum);
      if (known.length > 0) return { ...nothingFound, unchanged: true, versions: known };
      return readFolder(tx, { files, source, checksum, onProgress });
    });
    return done({ ...imported, skippedFiles });
  } catch (error) {
    if (error instanceof BrokenFile) return failed(error.problem);
    throw error;
  }
}

const nothingFound = { findings: [], refusedCount: 0, warningCount: 0 };

async function readFolder(
  tx: Db,
  filing: {
    files: readonly CatalogFile[];
    source: string;
    checksum: string;
    onProgress: ((progress: ImportProgress) => void) | undefined;
  },
): Promise<Omit<CatalogImport, "skippedFiles">> {
  const findings = new ImportFindings();
  const reader = new CatalogReader(tx, findings, filing.onProgress);
  const describing = filing.files.filter((file) => file.kind !== "benefits" && file.kind !== "rate");
  for (const file of describing) await reader.read(file);
  const years = reader.plannedYears();
  if (years.length === 0) throw new BrokenFile(noPlans(findings));
  for (const year of years) await year.storePlanFiles(tx, filing);
  for (const file of filing.files) if (!describing.includes(file)) await reader.read(file);
  const kinds = new Set(filing.files.map((file) => file.kind));
  for (const year of years) {
    year.compareFiles(findings, kinds);
    year.count("rateSheets", await storeRateSheets(tx, year.catalogVersionId, year.rates.stored()));
  }
  await finish(tx, years, findings);
  return {
    unchanged: false,
    versions: years.map(({ catalogVersionId, businessYear, states, counts }) => ({
      ...{ catalogVersionId, businessYear, states },
      rowCounts: counts,
    })),
    findings: findings.kept,
    refusedCount: findings.counts.refused,
    warningCount: findings.counts.warning,
  };
}

function noPlans(findings: ImportFindings) {
  const first = findings.kept[0];
  const params = { refused: findings.counts.refused, example: first?.problem.code ?? "", line: first?.line ?? 0 };
  return { code: "catalog-no-small-group-plans", params };
}

/** Findings of a year that has no version of its own are kept with the newest. */
async function finish(tx: Db, years: readonly CatalogYear[], findings: ImportFindings): Promise<void> {
  const newest = years.at(-1)!;
  const stored = findings.kept.map(({ kind, businessYear, file, line, problem }) => ({
    catalogVersionId: (years.find((year) => year.businessYear === businessYear) ?? newest).catalogVersionId,
    ...{ kind, file, line, columnName: problem.field ?? null, reason: problem.code, params: problem.params ?? {} },
    value: problem.params?.["value"] === undefined ? null : String(problem.params["value"]),
  }));
  await storeFindings(tx, stored);
  newest.count("refused", findings.counts.refused);
  newest.count("warnings", findings.counts.warning);
  for (const { catalogVersionId, counts } of years) {
    await finishCatalogVersion(tx, { catalogVersionId, rowCounts: counts });
  }
  await tellOfCatalogs(tx);
}

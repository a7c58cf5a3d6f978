import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { yearOf } from "~/domain/calendar/calendar-date";
import type { Problem } from "~/domain/problem";
import { importCatalog, type CatalogImport } from "~/features/plans/import-catalog.command.server";
import { importGeoFile } from "~/features/plans/import-geo.command.server";
import { today } from "~/platform/clock.server";
import { type Command, type CommandIo, UsageProblem } from "../command";
import { writeDemoCatalog } from "../demo/catalog/write-demo-catalog";
import { describeGeoImport, describeProblems, progressBar, withOwner } from "../import-report";
import { sentence } from "../sentence";

const shownFindings = 50;
/** The demonstration exchange keeps its business days in the zone of the states that it shows. */
const demonstrationZone = "America/Chicago";

export const command: Command = {
  name: "catalog",
  summary: "Imports plan filings in CMS layout, or makes the demonstration catalog.",
  usage: "catalog import <folder>\ncatalog demo",
  async run([verb, ...args], io) {
    if (verb === "import" && args.length === 1 && args[0]) return importFolder(path.resolve(args[0]), io);
    if (verb === "demo" && args.length === 0) return importDemonstration(io);
    throw new UsageProblem("Say what to do with the catalog:");
  },
};

async function importFolder(folder: string, io: CommandIo, source?: string): Promise<number> {
  const progress = progressBar();
  const outcome = await withOwner((sql) => importCatalog({ sql, folder, source, onProgress: progress.show }));
  progress.clear();
  if (!outcome.ok) {
    describeProblems(outcome.problems, io);
    io.error("Nothing was imported.");
    return 1;
  }
  describe(outcome.value, io);
  return 0;
}

function describe(result: CatalogImport, io: CommandIo): void {
  for (const { catalogVersionId, businessYear, states, rowCounts } of result.versions) {
    const what = result.unchanged ? "was imported before, nothing was added" : "imported";
    io.out(`Catalog version ${catalogVersionId}, plan year ${businessYear}, ${states.join(" ")}: ${what}`);
    for (const [name, count] of Object.entries(rowCounts)) {
      if (count > 0) io.out(`  ${count.toLocaleString("en-US").padStart(12)}  ${inWords(name)}`);
    }
  }
  if (result.skippedFiles.length > 0) io.out(`Left out, no plan filings: ${result.skippedFiles.join(", ")}`);
  for (const { kind, file, line, problem } of result.findings.slice(0, shownFindings)) {
    const place = line === null ? subjectOf(problem) : `${file}:${line}`;
    const value = problem.params?.["value"];
    const cell = problem.field ? ` ${problem.field} ${JSON.stringify(value ?? "")}` : "";
    io.error(`${kind === "refused" ? "Refused" : "Warning"} ${place}${cell}: ${sentence(problem)}`);
  }
  const more = result.refusedCount + result.warningCount - shownFindings;
  if (more > 0)
    io.error(`... and ${more.toLocaleString("en-US")} more; the first 10,000 are kept with the catalog version.`);
}

/** What a finding about the whole folder is about: a plan, an insurer, a source, or all of it. */
function subjectOf({ params }: Problem): string {
  return Object.values(params ?? {}).join(" ") || "all files";
}

/** `unknownPlanRates` as `unknown plan rates`. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

async function importDemonstration(io: CommandIo): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "shopfront-catalog-"));
  try {
    const year = yearOf(today(demonstrationZone));
    const placesFile = await writeDemoCatalog({ folder, years: [year, year + 1] });
    const years = { yearFrom: year, yearTo: year + 1 };
    const places = await withOwner((sql) => importGeoFile({ sql, path: placesFile, years }));
    const placesStatus = describeGeoImport(places, io);
    return placesStatus === 0 ? await importFolder(folder, io, "Demonstration") : placesStatus;
  } finally {
    await rm(folder, { recursive: true });
  }
}

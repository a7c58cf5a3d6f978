import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import postgres from "postgres";
import { openEmbedded } from "~db/embedded.server";
import { migrateDatabase } from "~db/migrate.server";
import { nationalPlans, rateColumns, rateRowsOf, writeNationalYear } from "./import/national-year";

const run = promisify(execFile);
const here = path.dirname(fileURLToPath(import.meta.url));

type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: { readonly atMost: number };
};

/**
 * Imports a national plan year into a database of its own and compares it with a bare COPY of the same file into an
 * unlogged table of text, the fastest PostgreSQL can take the same columns in. COPY runs before and after, and their mean
 * counts, so that another program's load falls on both.
 */
async function measureImport({ plans = nationalPlans }: { plans?: number } = {}): Promise<readonly Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "shopfront-bench-"));
  const database = await openEmbedded({ dataFolder: path.join(folder, "database") });
  try {
    const { applicationUrl, ownerUrl } = database;
    await migrateDatabase({ applicationUrl, ownerUrl, folder: path.join(here, "../db/migrations") });
    const filings = await mkdtemp(path.join(folder, "filings-"));
    const { ratesFile } = await writeNationalYear(filings, plans);
    const before = await timeCopy(ownerUrl, ratesFile);
    const imported = await importIn(filings, ownerUrl);
    const after = await timeCopy(ownerUrl, ratesFile);
    const rateRows = rateRowsOf(plans);
    if (imported.rowCounts["rateRows"] !== rateRows) throw new Error(`Rows are missing: ${JSON.stringify(imported)}`);
    const copySeconds = (before + after) / 2;
    return [
      { name: "rate rows", value: rateRows, unit: "" },
      { name: "rate file", value: (await stat(ratesFile)).size / 2 ** 20, unit: "MB" },
      { name: "bare COPY", value: copySeconds, unit: "s" },
      { name: "import", value: imported.seconds, unit: "s" },
      { name: "import / COPY", value: imported.seconds / copySeconds, unit: "", target: { atMost: 3 } },
      // The rest of its time the importing process waits for PostgreSQL or for a processor.
      { name: "import, own processor time", value: imported.cpuSeconds, unit: "s" },
      { name: "import, peak memory", value: imported.peakMegabytes, unit: "MB", target: { atMost: 400 } },
      { name: "rows refused", value: imported.refused, unit: "", target: { atMost: 0 } },
    ];
  } finally {
    await database.release();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timeCopy(ownerUrl: string, file: string): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(`create unlogged table bare_rates (${rateColumns.map((name) => `"${name}" text`).join(", ")})`);
    const startedAt = performance.now();
    const target = await sql.unsafe("copy bare_rates from stdin with (format csv, header)").writable();
    await pipeline(createReadStream(file, { highWaterMark: 2 ** 18 }), target);
    const seconds = (performance.now() - startedAt) / 1000;
    await sql.unsafe("drop table bare_rates");
    return seconds;
  } finally {
    await sql.end();
  }
}

type Imported = {
  seconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
  rowCounts: Record<string, number>;
  refused: number;
};

async function importIn(folder: string, ownerUrl: string): Promise<Imported> {
  const script = path.join(here, "import/import-folder.ts");
  const { stdout } = await run(process.execPath, ["--import", "tsx", script, folder, ownerUrl]);
  return JSON.parse(stdout) as Imported;
}

export const bench = {
  about: "a national plan year of 2.4 million rates is imported, against a bare COPY of the same file",
  run: () => measureImport(),
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { plans: { type: "string" } } });
  const figures = await measureImport(values.plans ? { plans: Number(values.plans) } : {});
  console.table(figures.map(({ target, ...figure }) => ({ ...figure, atMost: target?.atMost ?? "" })));
  console.log(JSON.stringify({ name: "import", figures }));
}

import postgres from "postgres";
import { importCatalog } from "~/features/plans/import-catalog.command.server";

/** Imports one folder in a process of its own, so that its peak memory is the import's alone, and prints what it took. */
const [folder, ownerUrl] = process.argv.slice(2);
if (!folder || !ownerUrl) throw new Error("Call with a folder and the owner's database address.");
const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
const startedAt = performance.now();
const outcome = await importCatalog({ sql, folder });
const seconds = (performance.now() - startedAt) / 1000;
await sql.end();
if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
const { rowCounts = {} } = outcome.value.versions[0] ?? {};
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const used = { cpuSeconds: (userCPUTime + systemCPUTime) / 1_000_000, peakMegabytes: maxRSS / 1024 };
process.stdout.write(`${JSON.stringify({ seconds, ...used, rowCounts, refused: outcome.value.refusedCount })}\n`);

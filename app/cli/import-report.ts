import postgres from "postgres";
import type { Outcome, Problem } from "~/domain/problem";
import type { GeoImport } from "~/features/plans/import-geo.command.server";
import { StartProblem } from "~/platform/start-problem";
import type { CommandIo } from "./command";
import { withDatabase } from "./database";
import { sentence } from "./sentence";

const shownRefusals = 50;

/** Runs an import as the role that owns the shared tables, on a connection of its own without time limits. */
export function withOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  return withDatabase(async ({ ownerUrl }) => {
    if (!ownerUrl)
      throw new StartProblem("DATABASE_OWNER_URL is not set: it names the role that may import plan data.");
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
    try {
      return await work(sql);
    } finally {
      await sql.end();
    }
  });
}

export function describeProblems(problems: readonly Problem[], io: CommandIo): void {
  for (const problem of problems) io.error(sentence(problem));
}

export function describeGeoImport(outcome: Outcome<GeoImport>, io: CommandIo): number {
  if (!outcome.ok) {
    describeProblems(outcome.problems, io);
    io.error("Nothing was imported.");
    return 1;
  }
  const { unchanged, years, counts, refusals } = outcome.value;
  const span = years.yearTo === 9999 ? `from ${years.yearFrom}` : `${years.yearFrom} to ${years.yearTo}`;
  io.out(unchanged ? `Plan years ${span}: was imported before, nothing was added` : `Plan years ${span}: imported`);
  io.out(
    `  ${counts.counties} counties, ${counts.zipCounties} pairs of ZIP and county, ${counts.ratingAreas} rating-area rows`,
  );
  if (counts.ratedByZip3 > 0) io.out(`  ${counts.ratedByZip3} counties left out: they are rated by 3-digit ZIP`);
  for (const { line, problem } of refusals.slice(0, shownRefusals)) {
    const cell = `${problem.field ?? ""} ${JSON.stringify(problem.params?.["value"] ?? "")}`;
    io.error(`Refused line ${line} ${cell}: ${sentence(problem)}`);
  }
  if (refusals.length > shownRefusals) io.error(`... and ${refusals.length - shownRefusals} more.`);
  return 0;
}

type Progress = { readonly file: string; readonly bytesRead: number; readonly bytesTotal: number };
const barWidth = 30;

type Terminal = { readonly isTTY: boolean; readonly columns: number; write(text: string): unknown };

/** A bar on the error stream, only where somebody is watching. It is drawn again when it changed, and never wraps. */
export function progressBar(terminal: Terminal = process.stderr): {
  show: (progress: Progress) => void;
  clear: () => void;
} {
  if (!terminal.isTTY) return { show: () => undefined, clear: () => undefined };
  let shown = "";
  return {
    show: ({ file, bytesRead, bytesTotal }) => {
      const share = bytesTotal === 0 ? 1 : Math.min(bytesRead / bytesTotal, 1);
      const bar = "#".repeat(Math.round(share * barWidth)).padEnd(barWidth, ".");
      const line = `[${bar}] ${Math.floor(share * 100)}% ${file}`.slice(0, Math.max(terminal.columns - 1, 0));
      if (line !== shown) terminal.write(`\r\u001b[K${line}`);
      shown = line;
    },
    clear: () => terminal.write("\r\u001b[K"),
  };
}

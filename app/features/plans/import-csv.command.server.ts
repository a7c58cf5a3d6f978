import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import type { Problem } from "~/domain/problem";

/** One record; `line` is the physical line it begins on, the header's is 1. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };
export type ImportProgress = { readonly file: string; readonly bytesRead: number; readonly bytesTotal: number };

/** A file that cannot be read to its end: nothing of the whole import may stay. */
export class BrokenFile extends Error {
  override readonly name = "BrokenFile";
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

type Parsed = { readonly record: string[]; readonly info: { readonly lines: number; readonly empty_lines: number } };
const recordsBetweenReports = 5_000;

/**
 * Streams a CSV file, gzipped or not, header first. Takes a byte order mark, either line end and line breaks inside
 * quotes. Throws BrokenFile for a cut-off archive, an open quote or anything else that is no CSV.
 */
export async function* readCsv(
  path: string,
  onProgress?: (progress: ImportProgress) => void,
): AsyncGenerator<CsvRecord> {
  const file = basename(path);
  const bytesTotal = (await stat(path)).size;
  const source = createReadStream(path);
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  // A failed stage destroys the parser with its error, which the loop below then throws.
  const ended = () => undefined;
  if (path.endsWith(".gz")) pipeline(source, createGunzip(), parser, ended);
  else pipeline(source, parser, ended);
  const position = new LinePosition();
  let records = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      yield { line: position.startOf(record, info), cells: record };
      records += 1;
      if (records % recordsBetweenReports === 0) onProgress?.({ file, bytesRead: source.bytesRead, bytesTotal });
    }
  } catch (error) {
    const params = { file, line: position.next };
    if (error instanceof CsvError) throw new BrokenFile({ code: "catalog-csv-unreadable", params });
    if (isArchiveError(error)) throw new BrokenFile({ code: "catalog-archive-damaged", params });
    throw error;
  } finally {
    source.destroy();
  }
  onProgress?.({ file, bytesRead: bytesTotal, bytesTotal });
}

function isArchiveError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}

/** The parser counts a CRLF inside quotes twice, so lines are counted here. */
class LinePosition {
  next = 1;
  private lines = 0;
  private emptyLines = 0;

  startOf(record: readonly string[], info: Parsed["info"]): number {
    const empty = info.empty_lines - this.emptyLines;
    const start = this.next + empty;
    const hasBreaks = info.lines - this.lines > empty + 1;
    this.next = start + 1 + (hasBreaks ? record.reduce((count, cell) => count + lineBreaks(cell), 0) : 0);
    this.lines = info.lines;
    this.emptyLines = info.empty_lines;
    return start;
  }
}

function lineBreaks(cell: string): number {
  return cell.split("\n").length - 1;
}

const unwanted = /[\u0000\u00a0]/;

/** A cell without the blanks around it; non-breaking blanks become plain ones. */
export function cleanCell(cell: string | undefined): string {
  if (cell === undefined) return "";
  return (unwanted.test(cell) ? cell.replaceAll("\u0000", "").replaceAll("\u00a0", " ") : cell).trim();
}

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Problem } from "~/domain/problem";

/** One record; `line` is the physical line it begins on, the header's is 1. Non-breaking blanks are plain ones already. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };
export type ImportProgress = { readonly file: string; readonly bytesRead: number; readonly bytesTotal: number };

/** A file that cannot be read to its end: nothing of the whole import may stay. */
export class BrokenFile extends Error {
  override readonly name = "BrokenFile";
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

const chunkBytes = 2 ** 18;
/** No filing has a record near this long: a longer one is an open quote or no text at all. */
const longestRecord = 2 ** 20;

/**
 * Streams a CSV file, gzipped or not, header first, as the records of one chunk after another. Takes a byte order mark,
 * either line end, quoted cells with line breaks, and leaves out empty lines. Throws BrokenFile for a cut-off archive, an
 * open or stray quote or anything else that is no CSV. A reader of our own, because csv-parse took more than ten times as
 * long for a national rate file; a test compares the two.
 */
export async function* readCsv(
  path: string,
  onProgress?: (progress: ImportProgress) => void,
): AsyncGenerator<readonly CsvRecord[]> {
  const file = basename(path);
  const bytesTotal = (await stat(path)).size;
  const source = createReadStream(path, { highWaterMark: chunkBytes });
  // A failed stage destroys the last one with its error, which the loop below then throws.
  const text = path.endsWith(".gz")
    ? pipeline(source, createGunzip({ chunkSize: chunkBytes }), () => undefined)
    : source;
  const assembler = new RecordAssembler();
  const unreadable = () => new BrokenFile({ code: "catalog-csv-unreadable", params: { file, line: assembler.line } });
  try {
    for await (const chunk of text as AsyncIterable<Buffer>) {
      const records = assembler.take(chunk);
      if (records.length > 0) yield records;
      if (assembler.isBroken) throw unreadable();
      onProgress?.({ file, bytesRead: source.bytesRead, bytesTotal });
    }
  } catch (error) {
    if (!isArchiveError(error)) throw error;
    throw new BrokenFile({ code: "catalog-archive-damaged", params: { file, line: assembler.line } });
  } finally {
    source.destroy();
  }
  const last = assembler.end();
  if (last.length > 0) yield last;
  if (assembler.isBroken) throw unreadable();
  onProgress?.({ file, bytesRead: bytesTotal, bytesTotal });
}

function isArchiveError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}

const lineFeed = 10;
const nonBreakingBlank = "\u00a0";

/** Puts lines together to records. A record's text is its own copy, so that keeping a cell does not keep a whole chunk. */
class RecordAssembler {
  /** The line at which the record under way begins. */
  line = 1;
  /** What follows is no CSV; the records before it are good. */
  isBroken = false;
  private rest: Buffer = Buffer.alloc(0);
  private open = "";
  private openLines = 0;

  take(chunk: Buffer): CsvRecord[] {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const hasUnwanted = bytes.includes(0) || bytes.includes(nonBreakingBlank);
    const records: CsvRecord[] = [];
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0 && !this.isBroken; end = bytes.indexOf(lineFeed, start)) {
      const line = bytes.toString("utf8", start, end);
      this.addLine(hasUnwanted ? cleaned(line) : line, records);
      start = end + 1;
    }
    this.rest = bytes.subarray(start);
    if (this.rest.length + this.open.length > longestRecord) this.isBroken = true;
    return records;
  }

  end(): CsvRecord[] {
    const records: CsvRecord[] = [];
    if (this.rest.length > 0) this.addLine(cleaned(this.rest.toString("utf8")), records);
    if (this.openLines > 0) this.isBroken = true;
    return records;
  }

  /** Inside quotes a line goes on: as long as the record has an odd number of them. */
  private addLine(line: string, records: CsvRecord[]): void {
    const isOpen = this.openLines > 0;
    const text = isOpen ? `${this.open}\n${line}` : this.line === 1 ? line.replace(/^\uFEFF/, "") : line;
    if (hasOddQuotes(line) !== isOpen) {
      this.open = text;
      this.openLines += 1;
      return;
    }
    const cells = cellsOf(text.endsWith("\r") ? text.slice(0, -1) : text);
    if (!cells) {
      this.isBroken = true;
      return;
    }
    if (cells.length > 1 || cells[0] !== "" || isOpen) records.push({ line: this.line, cells });
    this.line += this.openLines + 1;
    this.open = "";
    this.openLines = 0;
  }
}

function hasOddQuotes(line: string): boolean {
  let odd = false;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

/** One cell, in quotes or without any. A doubled quote inside quotes stands for one. */
const quotedOrPlain = /(?:"([^"]*(?:""[^"]*)*)"|([^",]*))(,|$)/y;

/** Undefined when a quote stands anywhere but around a whole cell. */
function cellsOf(record: string): string[] | undefined {
  if (!record.includes('"')) return record.split(",");
  const cells: string[] = [];
  quotedOrPlain.lastIndex = 0;
  for (;;) {
    const cell = quotedOrPlain.exec(record);
    if (!cell) return undefined;
    cells.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? "");
    if (cell[3] === "") return cells;
  }
}

function cleaned(line: string): string {
  return line.replaceAll("\u0000", "").replaceAll(nonBreakingBlank, " ");
}

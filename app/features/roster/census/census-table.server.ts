import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { done, failed, type Outcome } from "~/domain/problem";
import { plainWord, uploadLayout, type UploadKey } from "../upload/upload-columns.schema";
import { dateOfCell } from "../upload/upload-values.server";
import { ageOfText, looksLikeSsn } from "./census-values";

export type CensusRow = { readonly line: number; readonly cells: readonly string[] };
export type CensusKey = UploadKey | "age" | "name";

export type CensusTable = {
  /** Where each column stands; null when the list has no headings. */
  readonly places: ReadonlyMap<CensusKey, number> | null;
  readonly rows: readonly CensusRow[];
  /** Headings that nobody understood. */
  readonly unknown: readonly string[];
  /** The list without Social Security numbers; as it was typed when there was none in it. */
  readonly keptText: string;
  readonly ssnIgnored: boolean;
};

const words: readonly (readonly [CensusKey, readonly string[]])[] = [
  ["age", ["age", "ages", "age in years", "current age", "edad", "edades", "edad en años"]],
  ["name", ["name", "full name", "employee name", "member name", "nombre completo", "nombre y apellido"]],
  ["usesTobacco", ["smokes", "tobacco?", "fuma", "fuma?", "usa tabaco"]],
];
const byWord = new Map(words.flatMap(([key, list]) => list.map((word) => [plainWord(word), key] as const)));

const separators = ["\t", ";", ","] as const;
const longestLine = 5_000;
const mostRows = 1_000;

/**
 * The rows of a pasted or uploaded list. Problems, on the field `list`: `required` for an empty one,
 * `upload-csv-unreadable` {line}.
 */
export function readCensusTable(text: string): Outcome<CensusTable> {
  const body = text.replace(/^\uFEFF/, "").replace(/^sep=[,;\t]\r?\n/i, "");
  const separator = separatorOf(body);
  const parsed = parseRows(body, separator);
  if (!parsed.ok) return parsed;
  const all = parsed.value.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [first] = all;
  if (!first) return failed({ code: "required", field: "list" });
  const heading = headingOf(first.cells);
  const hidden = heading?.places.get("ssn");
  const isHidden = (cell: string, place: number) => looksLikeSsn(cell) || (place === hidden && /\d/.test(cell));
  const ssnIgnored = all.some(({ cells }) => cells.some(isHidden));
  const clean = all.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, place) => (isHidden(cell, place) ? "" : cell.trim())),
  }));
  return done({
    places: heading?.places ?? null,
    rows: heading ? clean.slice(1) : clean,
    unknown: heading?.unknown ?? [],
    keptText: ssnIgnored ? textOf(clean, separator) : body.trim(),
    ssnIgnored,
  });
}

function parseRows(body: string, delimiter: string): Outcome<CensusRow[]> {
  try {
    const records = parse(body, {
      ...{ delimiter, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true },
      ...{ max_record_size: longestLine, record_delimiter: ["\r\n", "\n", "\r"], to: mostRows },
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return done(records.map(({ info, record }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: unknown }).lines ?? 0) || 1;
    return failed({ code: "upload-csv-unreadable", field: "list", params: { line } });
  }
}

/** The sign that most lines have; a tab wins, because nobody types one by chance. */
function separatorOf(body: string): string {
  const lines = body.split(/\r\n|\n|\r/).slice(0, 20);
  const counts = separators.map((separator) => ({
    separator,
    count: lines.filter((line) => line.replaceAll(/"[^"]*"/g, "").includes(separator)).length,
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

/** Null when the first line is a person already: it has an age or a date, or no word that we know. */
function headingOf(
  cells: readonly string[],
): { places: ReadonlyMap<CensusKey, number>; unknown: readonly string[] } | null {
  if (cells.some((cell) => ageOfText(cell) !== undefined || dateOfCell(cell.trim()) !== undefined)) return null;
  const own = new Map<CensusKey, number>();
  for (const [place, cell] of cells.entries()) {
    const key = byWord.get(plainWord(cell));
    if (key !== undefined && !own.has(key)) own.set(key, place);
  }
  const { places, unknown } = uploadLayout(cells);
  const all = new Map<CensusKey, number>([...places, ...own]);
  if (!all.has("age") && !all.has("bornOn")) return null;
  return { places: all, unknown: unknown.filter((word) => !byWord.has(plainWord(word))) };
}

function textOf(rows: readonly CensusRow[], delimiter: string): string {
  return stringify(
    rows.map(({ cells }) => [...cells]),
    { delimiter },
  ).trim();
}

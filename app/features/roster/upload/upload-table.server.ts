import { CsvError, parse } from "csv-parse/sync";
import { done, failed, type Outcome } from "~/domain/problem";
import { uploadLayout, type UploadKey, type UploadLayout } from "./upload-columns.schema";
import { uploadMostRows } from "./upload.schema";

export type UploadRow = {
  /** Line of the file, from 1; the headings are the first. */
  readonly line: number;
  readonly cells: readonly string[];
};
export type UploadTable = {
  readonly headings: readonly string[];
  readonly layout: UploadLayout;
  readonly rows: readonly UploadRow[];
};

const separators = [",", ";", "\t"] as const;
const longestLine = 20_000;

/**
 * The rows of a list, separated by commas, semicolons or tabs. Problems: `upload-csv-unreadable` {line},
 * `upload-too-many-rows` {most}, `upload-column-missing` {column} for each, `upload-without-rows`.
 */
export function readUploadTable(text: string): Outcome<UploadTable> {
  const tooLong = text.split(/\r\n|\n|\r/).findIndex((line) => line.length > longestLine);
  if (tooLong !== -1) return failed({ code: "upload-csv-unreadable", field: "list", params: { line: tooLong + 1 } });
  const { body, separator, skipped } = separatorOf(text);
  const parsed = parseRows(body, separator);
  if (!parsed.ok) return parsed;
  const [first, ...rest] = parsed.value.map((row) => ({ ...row, line: row.line + skipped }));
  if (!first) return failed({ code: "upload-without-rows", field: "list" });
  const layout = uploadLayout(first.cells);
  if (layout.missing.length > 0) {
    const absent = layout.missing.map((column) => ({
      code: "upload-column-missing",
      field: "list",
      params: { column },
    }));
    return failed(...absent);
  }
  const rows = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (rows.length === 0) return failed({ code: "upload-without-rows", field: "list" });
  if (rows.length > uploadMostRows) {
    return failed({ code: "upload-too-many-rows", field: "list", params: { most: uploadMostRows } });
  }
  return done({ headings: first.cells, layout, rows });
}

function parseRows(body: string, delimiter: string): Outcome<UploadRow[]> {
  try {
    const records = parse(body, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longestLine,
      record_delimiter: ["\r\n", "\n", "\r"],
      to: uploadMostRows * 2,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    // The parser counts the lines it has finished, so the last line of the record it is on.
    return done(records.map(({ info, record }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: unknown }).lines ?? 0) || 1;
    return failed({ code: "upload-csv-unreadable", field: "list", params: { line } });
  }
}

/** The sign that the headings have most of. A first line `sep=;`, which Excel writes, says it itself. */
function separatorOf(text: string): { body: string; separator: string; skipped: number } {
  const said = /^sep=([,;\t])\r?\n/i.exec(text);
  if (said?.[1]) return { body: text.slice(said[0].length), separator: said[1], skipped: 1 };
  const firstLine = /^[\r\n\s]*([^\r\n]*)/.exec(text)?.[1] ?? "";
  const outside = firstLine.replaceAll(/"[^"]*"/g, "");
  const counts = separators.map((separator) => ({ separator, count: outside.split(separator).length }));
  const [best] = counts.sort((a, b) => b.count - a.count);
  return { body: text, separator: best?.separator ?? ",", skipped: 0 };
}

/** What stands in a column of a row, without the sign that keeps a spreadsheet from calculating. */
export function cellOf({ places }: UploadLayout, { cells }: UploadRow, key: UploadKey): string {
  const place = places.get(key);
  return place === undefined ? "" : plainCell(cells[place] ?? "");
}

function plainCell(cell: string): string {
  const text = cell.trim();
  const guarded = /^="([^"]*)"$/.exec(text);
  if (guarded) return (guarded[1] ?? "").trim();
  return text.replace(/^'(?=[=+\-@\t\r]|\d)/, "").trim();
}

import { stringify } from "csv-stringify/sync";
import type { TFunction } from "i18next";
import type { Problem } from "~/domain/problem";
import type { Locale } from "~/platform/i18n/languages";
import { problemSentence } from "~/platform/problems";
import type { ImportedRoster, NamedRow, RefusedRow } from "./import-roster.command.server";
import { adviceHeadings, uploadColumns, uploadHeading, type UploadKey } from "./upload-columns.schema";
import { cellOf } from "./upload-table.server";
import type { UploadFinding } from "./upload-finding";
import type { UploadEncoding } from "./upload.schema";

const mostListed = 200;

/** What the result page shows. Long lists are cut; the counts and the file to correct are whole. */
export type UploadReport = {
  readonly encoding: UploadEncoding;
  readonly addedEmployees: Counted;
  readonly addedDependents: Counted;
  readonly unchanged: Counted;
  readonly refusedCount: number;
  readonly findings: readonly UploadFinding[];
  readonly moreFindings: number;
  readonly unknownColumns: readonly string[];
  readonly assumedFullTime: number;
  readonly withoutCounty: number;
  /** The rejected rows with what to correct; null when there is none. */
  readonly correctionsCsv: string | null;
};
type Counted = { readonly count: number; readonly first: readonly NamedRow[] };

export function uploadReport(imported: ImportedRoster, t: TFunction, locale: Locale): UploadReport {
  const findings = imported.refused.flatMap((refused) => findingsOf(imported, refused, { t, locale }));
  return {
    encoding: imported.encoding,
    addedEmployees: counted(imported.addedEmployees),
    addedDependents: counted(imported.addedDependents),
    unchanged: counted(imported.unchanged),
    refusedCount: imported.refused.length,
    findings: findings.slice(0, mostListed),
    moreFindings: Math.max(0, findings.length - mostListed),
    unknownColumns: imported.table.layout.unknown,
    assumedFullTime: imported.assumedFullTime,
    withoutCounty: imported.withoutCounty,
    correctionsCsv: imported.refused.length === 0 ? null : correctionsCsv(imported, t, locale),
  };
}

function counted(rows: readonly NamedRow[]): Counted {
  return { count: rows.length, first: rows.slice(0, mostListed) };
}

function findingsOf(
  { table }: ImportedRoster,
  { row, problems }: RefusedRow,
  { t, locale }: { t: TFunction; locale: Locale },
): UploadFinding[] {
  return problems.map((problem) => {
    const key = columnOf(problem);
    const place = key === undefined ? undefined : table.layout.places.get(key);
    const heading = place === undefined ? undefined : table.headings[place]?.trim();
    const value = key === undefined ? "" : cellOf(table.layout, row, key);
    return {
      line: row.line,
      column: heading ?? (key ? uploadHeading(key, locale) : ""),
      value: key === "ssn" ? hiddenNumber(value) : value.slice(0, 80),
      reason: problemSentence(t, locale, problem),
    };
  });
}

/** Where to look in the list for what a form would mark on a field of its own. */
function columnOf({ field }: Problem): UploadKey | undefined {
  if (field === "countyFips") return "county";
  return uploadColumns.find(({ key }) => key === field)?.key;
}

function hiddenNumber(value: string): string {
  const digits = value.replaceAll(/\D/g, "");
  return digits.length < 7 ? "•••" : `•••-••-${digits.slice(-4)}`;
}

/** The rejected rows as they were sent, with a column that says what to correct. A spreadsheet opens it as text. */
function correctionsCsv({ table, refused }: ImportedRoster, t: TFunction, locale: Locale): string {
  const advice = adviceHeadings[locale];
  const [known, place] = [table.headings.map((heading) => heading.trim()), table.headings.indexOf(advice)];
  const width = place === -1 ? known.length : place;
  const rows = refused.map(({ row, problems }) => [
    ...Array.from({ length: width }, (_, at) => row.cells[at] ?? ""),
    problems.map((problem) => adviceOf(problem, t, locale)).join(" "),
  ]);
  return csvText([[...known.slice(0, width), advice], ...rows]);
}

function adviceOf(problem: Problem, t: TFunction, locale: Locale): string {
  const key = columnOf(problem);
  const sentence = problemSentence(t, locale, problem);
  return key ? `${uploadHeading(key, locale)}: ${sentence}` : sentence;
}

/** The empty list: one line of headings. */
export function templateCsv(locale: Locale): string {
  return csvText([uploadColumns.map(({ heading }) => heading[locale])]);
}

/** Every cell in quotation marks; one that a spreadsheet would calculate begins with an apostrophe. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => [...row]);
  return stringify(cells, { bom: true, quoted: true, escape_formulas: true, record_delimiter: "windows" });
}

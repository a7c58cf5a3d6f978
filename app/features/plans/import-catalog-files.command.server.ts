import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { catalogFileKinds, columnsOf, fileKindOf, type CatalogFileKind } from "~/domain/plan-catalog/rows/file-kind";
import type { CmsRow } from "~/domain/plan-catalog/rows/cms-row";
import { BrokenFile, cleanCell, readCsv, type CsvRecord, type ImportProgress } from "./import-csv.command.server";

export type CatalogFile = { readonly path: string; readonly name: string; readonly kind: CatalogFileKind };
export type CatalogFolder = { readonly files: readonly CatalogFile[]; readonly skippedFiles: readonly string[] };

/** Part of every checksum: raise it when the importer reads the same bytes differently than before. */
const importerEdition = "1";

/** The filings of a folder, told apart by their columns, in reading order. Throws BrokenFile for one that lacks a column. */
export async function openCatalogFolder(folder: string): Promise<CatalogFolder> {
  const names = (await folderNames(folder)).filter((name) => /\.csv(\.gz)?$/i.test(name)).sort();
  const files: CatalogFile[] = [];
  const skippedFiles: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const header = await readHeader(path);
    const kind = fileKindOf(header);
    if (!kind) {
      skippedFiles.push(name);
      continue;
    }
    const columns = columnsOf(kind, header, name);
    if (!columns.ok) throw new BrokenFile(columns.problems[0]!);
    files.push({ path, name, kind });
  }
  files.sort((a, b) => catalogFileKinds.indexOf(a.kind) - catalogFileKinds.indexOf(b.kind));
  return { files, skippedFiles };
}

async function folderNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new BrokenFile({ code: "catalog-folder-missing", params: { folder } });
  }
}

async function readHeader(path: string): Promise<string[]> {
  for await (const [first] of readCsv(path)) return first ? first.cells.map(cleanCell) : [];
  return [];
}

/** Over kind and bytes of every file, so the same filings again are known whatever their folder is called. */
export async function checksumOf(files: readonly CatalogFile[]): Promise<string> {
  const total = createHash("sha256").update(importerEdition);
  for (const { path, kind } of files) {
    const one = createHash("sha256");
    await pipeline(createReadStream(path), one);
    total.update(kind).update(one.digest());
  }
  return total.digest("hex");
}

export type CatalogRecord = { readonly line: number; readonly cell: CmsRow; readonly isWhole: boolean };

/**
 * The records of one filing, some thousands at a time. `isWhole` is false where a line has more or fewer cells than the
 * header; when that is the last line the file was cut off, and BrokenFile is thrown.
 */
export async function* readCatalogFile(
  file: CatalogFile,
  onProgress?: (progress: ImportProgress) => void,
): AsyncGenerator<readonly CatalogRecord[]> {
  let layout: Layout | undefined;
  let last: CsvRecord | undefined;
  for await (const records of readCsv(file.path, onProgress)) {
    const rows = layout ? records : records.slice(1);
    layout ??= layoutOf(file, records[0]!.cells.map(cleanCell));
    last = rows.at(-1) ?? last;
    yield rows.map((record) => catalogRecord(record, layout!));
  }
  if (layout && last && last.cells.length < layout.cellCount) {
    throw new BrokenFile({ code: "catalog-file-cut-off", params: { file: file.name, line: last.line } });
  }
}

/** Where each column stands; looked up by name once and then remembered. */
type Layout = { readonly cellCount: number; readonly position: (column: string) => number | undefined };

function layoutOf(file: CatalogFile, header: readonly string[]): Layout {
  const columns = columnsOf(file.kind, header, file.name);
  if (!columns.ok) throw new BrokenFile(columns.problems[0]!);
  const positions = new Map<string, number | undefined>();
  const position = (column: string) => {
    const known = positions.get(column);
    if (known !== undefined || positions.has(column)) return known;
    const found = columns.value(column);
    positions.set(column, found);
    return found;
  };
  return { cellCount: header.length, position };
}

function catalogRecord({ line, cells }: CsvRecord, { cellCount, position }: Layout): CatalogRecord {
  const cell = (column: string) => {
    const at = position(column);
    return at === undefined ? "" : cleanCell(cells[at]);
  };
  return { line, cell, isWhole: cells.length === cellCount };
}

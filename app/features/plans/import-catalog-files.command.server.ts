import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { catalogFileKinds, columnsOf, fileKindOf, type CatalogFileKind } from "~/domain/plan-catalog/rows/file-kind";
import type { CmsRow } from "~/domain/plan-catalog/rows/cms-row";
import { BrokenFile, readCsv, type CsvRecord, type ImportProgress } from "./import-csv.command.server";

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
  for await (const [first] of readCsv(path)) return first ? first.cells.map((cell) => cell.trim()) : [];
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

/** `isWhole` is false where a line has more or fewer cells than the header. */
export type CatalogRecord = { readonly line: number; readonly cell: CmsRow; readonly isWhole: boolean };

/**
 * Gives the records of one filing to `take`, one after another, and awaits `pause` between some thousands of them. A record
 * holds only until `take` returns. When the last line has too few cells the file was cut off, and BrokenFile is thrown.
 */
export async function readCatalogFile(
  file: CatalogFile,
  {
    take,
    pause,
    onProgress,
  }: {
    take: (record: CatalogRecord) => void;
    pause: () => Promise<void>;
    onProgress: ((progress: ImportProgress) => void) | undefined;
  },
): Promise<void> {
  let row: FiledRow | undefined;
  for await (const records of readCsv(file.path, onProgress)) {
    const isFirst = row === undefined;
    row ??= new FiledRow(file, records[0]!.cells);
    for (let at = isFirst ? 1 : 0; at < records.length; at += 1) take(row.at(records[at]!));
    await pause();
  }
  if (row?.isCutOff)
    throw new BrokenFile({ code: "catalog-file-cut-off", params: { file: file.name, line: row.line } });
}

/** The record being read. There is one for a whole file, because millions of them would be work of their own. */
class FiledRow implements CatalogRecord {
  line = 0;
  isWhole = true;
  readonly cell: CmsRow;
  private cells: readonly string[] = [];

  constructor(
    file: CatalogFile,
    private readonly header: readonly string[],
  ) {
    const columns = columnsOf(
      file.kind,
      header.map((heading) => heading.trim()),
      file.name,
    );
    if (!columns.ok) throw new BrokenFile(columns.problems[0]!);
    const positions = new Map<string, number>();
    this.cell = (column) => {
      let position = positions.get(column);
      if (position === undefined) {
        position = columns.value(column) ?? -1;
        positions.set(column, position);
      }
      return this.cells[position]?.trim() ?? "";
    };
  }

  at({ line, cells }: CsvRecord): this {
    this.line = line;
    this.cells = cells;
    this.isWhole = cells.length === this.header.length;
    return this;
  }

  get isCutOff(): boolean {
    return this.line > 0 && this.cells.length < this.header.length;
  }
}

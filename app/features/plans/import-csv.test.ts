import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BrokenFile, readCsv, type CsvRecord } from "./import-csv.command.server";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-csv-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function readAll(content: string | Buffer, name = "a.csv"): Promise<CsvRecord[]> {
  const path = join(folder, name);
  await writeFile(path, content);
  const all: CsvRecord[] = [];
  for await (const records of readCsv(path)) all.push(...records);
  return all;
}

const refusal = (content: string | Buffer, name?: string) =>
  readAll(content, name).then(
    () => undefined,
    (error: unknown) => (error instanceof BrokenFile ? error.problem : error),
  );

describe("a CSV file", () => {
  it.each([
    ["a byte order mark", "\uFEFFa,b\nc,d\n", [1, 2]],
    ["lines that end with a carriage return too", "a,b\r\nc,d\r\n", [1, 2]],
    ["a last line without an end", "a,b\nc,d", [1, 2]],
    ["empty lines, which are left out", "\na,b\r\n\r\n\nc,d\n\n", [2, 5]],
  ])("is read with %s", async (_, text, lines) =>
    expect(await readAll(text)).toEqual([
      { line: lines[0], cells: ["a", "b"] },
      { line: lines[1], cells: ["c", "d"] },
    ]),
  );

  it("keeps commas, quotes and line breaks inside quotes, and counts physical lines past them", async () =>
    expect(await readAll('1,"a, ""b""\r\nc\n\nd",\r\n"",x\r\n')).toEqual([
      { line: 1, cells: ["1", 'a, "b"\r\nc\n\nd', ""] },
      { line: 5, cells: ["", "x"] },
    ]));

  it("gives records with more or fewer cells than the first as they are", async () =>
    expect((await readAll("a,b\nc\nd,e,f\n")).map(({ cells }) => cells.length)).toEqual([2, 1, 3]));

  it("is read across the pieces in which it arrives, letters of several bytes included", async () => {
    const row = `"${"ñ".repeat(70)}\n€",${"x".repeat(101)}\n`;
    const records = await readAll(gzipSync(row.repeat(9_000)), "a.csv.gz");
    expect(records.length).toBe(9_000);
    expect(new Set(records.map(({ cells }) => cells.join("|"))).size).toBe(1);
    expect(records.at(-1)).toEqual({ line: 17_999, cells: [`${"ñ".repeat(70)}\n€`, "x".repeat(101)] });
  });

  it.each([
    ["a quote that is never closed", 'a,b\nc,"d\ne,f\n', 2],
    ["a quote in the middle of a cell", 'a,b\nc,d\ne,6"2"\n', 3],
    ["something behind a closing quote", 'a,b\n"c"d,e\n', 2],
    ["a record of more than a megabyte, which no filing has", `a,b\n"${"x\n".repeat(600_000)}`, 2],
    ["no line end within a megabyte", "x".repeat(1_400_000), 1],
  ])("is refused with its line for %s", async (_, text, line) =>
    expect(await refusal(text)).toEqual({ code: "catalog-csv-unreadable", params: { file: "a.csv", line } }),
  );

  it("is refused when its archive is cut off", async () => {
    const archive = gzipSync(Array.from({ length: 5_000 }, (_, index) => `${index},${index * 7_919}`).join("\n"));
    const problem = await refusal(archive.subarray(0, archive.length / 2), "b.csv.gz");
    expect(problem).toMatchObject({ code: "catalog-archive-damaged", params: { file: "b.csv.gz" } });
  });

  it("is read as a library of its own reads it, whatever its cells hold", async () => {
    const plain = fc.stringMatching(/^[a-z $.%]{0,8}$/);
    const anything = fc.string({ maxLength: 12, unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", " ", "é", "€") });
    const quoted = anything.map((text) => `"${text.replaceAll('"', '""')}"`);
    const record = fc.array(fc.oneof(plain, quoted), { minLength: 2, maxLength: 6 }).map((cells) => cells.join(","));
    const files = fc.tuple(fc.array(record, { minLength: 1, maxLength: 8 }), fc.constantFrom("\n", "\r\n"));
    await fc.assert(
      fc.asyncProperty(files, async ([records, lineEnd]) => {
        const text = records.join(lineEnd) + lineEnd;
        const expected = parse(text, { relax_column_count: true, record_delimiter: lineEnd });
        expect((await readAll(text)).map(({ cells }) => cells)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { locales } from "~/platform/i18n/languages";
import { uploadColumns, uploadLayout } from "./upload-columns.schema";
import { csvText, templateCsv } from "./upload-report.server";
import { cellOf, readUploadTable } from "./upload-table.server";
import { readUploadText } from "./upload-text.server";
import { dateOfCell, wordOfCell, zipOfCell } from "./upload-values.server";

const line = "Nombre,Muñoz “Zoë”\r\n";

function utf16(text: string, { big }: { big: boolean }): Buffer {
  const bytes = Buffer.from(text, "utf16le");
  return big ? bytes.swap16() : bytes;
}

describe("the letters of an uploaded list", () => {
  it.each<[string, Buffer, string]>([
    ["UTF-8", Buffer.from(line), "utf-8"],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${line}`), "utf-8"],
    [
      "UTF-16, as Excel's Unicode text",
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(line, { big: false })]),
      "utf-16le",
    ],
    ["UTF-16 the other way round", Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(line, { big: true })]), "utf-16be"],
    ["UTF-16 without a mark", utf16(line, { big: false }), "utf-16le"],
    ["UTF-16 the other way round without a mark", utf16(line, { big: true }), "utf-16be"],
    ["Windows-1252", Buffer.from("Nombre,Mu\xf1oz \x93Zo\xeb\x94\r\n", "latin1"), "windows-1252"],
  ])("are read right in %s", (_name, bytes, encoding) => {
    expect(readUploadText(bytes)).toEqual({ ok: true, value: { text: line, encoding } });
  });

  it.each<[string, Uint8Array, string]>([
    ["nothing", Buffer.from(""), "upload-empty"],
    ["a mark and blanks", Buffer.from("\ufeff \r\n"), "upload-empty"],
    ["a new workbook", Buffer.from("PK\x03\x04rest", "latin1"), "upload-is-workbook"],
    ["an old workbook", Buffer.from("\xd0\xcf\x11\xe0rest", "latin1"), "upload-is-workbook"],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n\x00\x00", "latin1"), "upload-not-text"],
    ["UTF-8 by its mark, but broken", Buffer.from("\xef\xbb\xbfa\xff", "latin1"), "upload-not-text"],
    ["half a letter of UTF-16", Buffer.from([0xff, 0xfe, 0x41]), "upload-not-text"],
  ])("%s is refused: it is %s", (_name, bytes, code) => {
    expect(readUploadText(bytes)).toMatchObject({ ok: false, problems: [{ code }] });
  });
});

const headings = "First name,Last name,Birth date,Hire date";

function tableOf(text: string) {
  const table = readUploadTable(text);
  if (!table.ok) throw new Error(table.problems.map(({ code }) => code).join());
  return table.value;
}

describe("the rows of an uploaded list", () => {
  it.each([",", ";", "\t"])("are parted by %j", (separator) => {
    const text = `${headings}\r\nAna,"Ruiz, Vega; jr",1986-06-01,2020-01-15\r\n`.replaceAll(/,(?! )/g, separator);
    const table = tableOf(text);
    expect(table.rows).toEqual([{ line: 2, cells: ["Ana", "Ruiz, Vega; jr", "1986-06-01", "2020-01-15"] }]);
  });

  it.each(["\n", "\r\n", "\r"])("end in %j and know their line", (end) => {
    const table = tableOf([headings, "Ana,Ruiz,1,1", "", "Bo,Lund,1,1", ",,,", ""].join(end));
    expect(table.rows.map((row) => row.line)).toEqual([2, 4]);
  });

  it("follow a first line that names the separator", () => {
    const table = tableOf(`sep=;\r\n${headings.replaceAll(",", ";")}\r\nAna;Ruiz;1;1`);
    expect(table.rows).toMatchObject([{ line: 3, cells: ["Ana", "Ruiz", "1", "1"] }]);
  });

  it.each([
    ["an open quotation mark", `${headings}\nAna,"Ruiz,1,1\nBo,Lund,1,1`, "upload-csv-unreadable"],
    ["a line without end", `${headings}\n${"a,".repeat(20_000)}`, "upload-csv-unreadable"],
    ["only headings", `${headings}\n\n , ,\n`, "upload-without-rows"],
    ["more people than we take", `${headings}\n${"Ana,Ruiz,1,1\n".repeat(5_001)}`, "upload-too-many-rows"],
    ["no heading that we know", "a,b\n1,2", "upload-column-missing"],
  ])("are not read with %s", (_name, text, code) => {
    expect(readUploadTable(text)).toMatchObject({
      ok: false,
      problems: [
        { code, field: "list" },
        ...new Array<object>(code === "upload-column-missing" ? 3 : 0).fill({ code }),
      ],
    });
  });

  it("may be as many as we take", () => {
    expect(tableOf(`${headings}\n${"Ana,Ruiz,1,1\n".repeat(5_000)}`).rows).toHaveLength(5_000);
  });

  it("lose the signs that keep a spreadsheet from calculating", () => {
    const table = tableOf(`${headings},SSN,Phone,City\nAna,Ruiz,1,1,"=""012345678""",'+16155550100,'s Hertogenbosch`);
    const [row] = table.rows;
    const cells = (["ssn", "phone", "city"] as const).map((key) => cellOf(table.layout, row!, key));
    expect(cells).toEqual(["012345678", "+16155550100", "'s Hertogenbosch"]);
  });
});

describe("headings", () => {
  it("are understood in both languages, whatever their capitals, accents and signs", () => {
    const layout = uploadLayout([
      "FIRST_NAME",
      "apellidos",
      "Fecha De Nacimiento",
      " date of hire ",
      "D.O.B.",
      "Shoe size",
    ]);
    expect([...layout.places]).toEqual([
      ["firstName", 0],
      ["lastName", 1],
      ["bornOn", 2],
      ["hiredOn", 3],
    ]);
    expect(layout.unknown).toEqual(["D.O.B.", "Shoe size"]);
  });

  it.each(locales)("of the %s template are all understood, and nothing in it calculates", (locale) => {
    const text = readUploadText(Buffer.from(templateCsv(locale)));
    if (!text.ok) throw new Error("unreadable");
    const cells = text.value.text
      .trim()
      .split(",")
      .map((cell) => cell.slice(1, -1));
    const layout = uploadLayout(cells);
    expect(layout).toMatchObject({ missing: [], unknown: [] });
    expect([...layout.places.keys()]).toEqual(uploadColumns.map(({ key }) => key));
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  it("of two columns mean one thing each", () => {
    const words = uploadColumns.flatMap(({ key, heading, aliases }) =>
      [heading.en, heading.es, ...aliases].map((word) => ({ key, place: uploadLayout([word]).places.get(key) })),
    );
    expect(words.filter(({ place }) => place === undefined)).toEqual([]);
  });
});

describe("cells", () => {
  it.each([
    ["06/01/1986", "1986-06-01"],
    ["6/1/1986", "1986-06-01"],
    ["1986-06-01", "1986-06-01"],
    ["1986/6/1", "1986-06-01"],
    ["1986-06-01 00:00:00", "1986-06-01"],
    ["31564", "1986-06-01"],
    ["31564.0", "1986-06-01"],
    ["36526", "2000-01-01"],
    ["13/01/1986", undefined],
    ["02/29/2023", undefined],
    ["1986", undefined],
    ["June 1", undefined],
  ])("%j is the day %j", (cell, day) => {
    expect(dateOfCell(cell)).toBe(day);
  });

  it.each([
    ["relationship", "Empleado", "self"],
    ["relationship", "Domestic_Partner", "domestic-partner"],
    ["relationship", "Cónyuge", "spouse"],
    ["relationship", "cousin", "cousin"],
    ["employmentBasis", "FT", "full-time"],
    ["employmentBasis", "Medio tiempo", "part-time"],
    ["yesNo", "Sí", "yes"],
    ["yesNo", "maybe", "maybe"],
    ["sex", "Female", "F"],
    ["language", "Español", "es"],
  ] as const)("of %s %j mean %j", (list, cell, word) => {
    expect(wordOfCell(list, cell)).toBe(word);
  });

  it("get back the zeros of a ZIP", () => {
    expect(["2138", "501", "37203", "37203-1234"].map(zipOfCell)).toEqual(["02138", "00501", "37203", "37203-1234"]);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")'])(
    "that a spreadsheet would calculate (%j) are written as text",
    (cell) => {
      expect(csvText([[cell]]).slice(1)).toMatch(/^"'/);
    },
  );
});

import { createRequire } from "node:module";
import type PdfKit from "pdfkit";
import type { Locale } from "../i18n/languages";
import { documentFonts } from "./document-fonts.server";

export type DocumentRow = { readonly label: string; readonly cells: readonly string[] };

/** A table in words: what each column is about, then groups of rows. */
export type TableDocument = {
  readonly locale: Locale;
  readonly productName: string;
  readonly title: string;
  readonly lead: string;
  /** Over the first column, then over each of the others. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly groups: readonly { readonly heading: string; readonly rows: readonly DocumentRow[] }[];
  readonly notes: readonly string[];
  readonly pageOf: (page: number, pages: number) => string;
};

const margin = 30;
const ink = "#1c1d1f";
const quiet = "#f1f3f6";
const line = "#a9aeb1";
const awning = { strong: "#cf4900", pale: "#fceee9" };

// Its package names no entry for modules on the server.
const PDFDocument = createRequire(import.meta.url)("pdfkit") as typeof PdfKit;

const { regular, bold } = documentFonts;

type Pdf = InstanceType<typeof PdfKit>;
type Part = ReturnType<Pdf["struct"]>;

/**
 * A landscape page with the letterhead and the table, tagged for screen readers, sent while it is written. Fonts are
 * inside it.
 */
export function tableDocument(content: TableDocument): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const pdf = openDocument(content);
      pdf.on("data", (chunk: Uint8Array) => controller.enqueue(chunk));
      pdf.on("end", () => controller.close());
      write(pdf, content);
      pdf.end();
    },
  });
}

function openDocument({ locale, title, productName }: TableDocument): Pdf {
  return new PDFDocument({
    ...{ size: "LETTER", layout: "landscape", margin, bufferPages: true },
    ...{ pdfVersion: "1.7", tagged: true, lang: locale, displayTitle: true },
    info: { Title: title, Author: productName, Creator: productName },
    font: regular,
  });
}

function write(pdf: Pdf, content: TableDocument): void {
  const whole = pdf.struct("Document");
  pdf.addStructure(whole);
  drawAwning(pdf);
  const paragraph = (tag: string, text: string, { font = regular as string, size = 8 } = {}) => {
    const y = pdf.y;
    whole.add(pdf.struct(tag, {}, () => void pdf.font(font).fontSize(size).fillColor(ink).text(text, margin, y)));
  };
  paragraph("P", content.productName, { font: bold, size: 10 });
  paragraph("H1", content.title, { font: bold, size: 15 });
  paragraph("P", content.lead);
  pdf.moveDown(0.5);
  writeTable(pdf, whole, content);
  pdf.moveDown(0.5);
  for (const note of content.notes) paragraph("P", note, { size: 7 });
  whole.end();
  numberPages(pdf, content);
}

type Cell = PDFKit.Mixins.CellOptions & { readonly scope?: "Row" | "Column" };

function writeTable(pdf: Pdf, structParent: Part, { corner, columns, groups }: TableDocument): void {
  const heading = (text: string, scope: "Row" | "Column", style: Cell = {}): Cell => ({
    ...{ text, type: "TH", scope, font: { src: bold } },
    ...style,
  });
  const data: Cell[][] = [
    [corner, ...columns].map((text) => heading(text, "Column", { backgroundColor: quiet })),
    ...groups.flatMap((group) => [
      [heading(group.heading, "Row", { colSpan: columns.length + 1, backgroundColor: quiet })],
      ...group.rows.map(({ label, cells }) => [
        heading(label, "Row", { font: { src: regular } }),
        ...cells.map((text): Cell => ({ text })),
      ]),
    ]),
  ];
  const table: PDFKit.Mixins.TableOptionsWithData & { structParent: Part } = {
    ...{ data, structParent, columnStyles: [210, ...columns.map(() => "*")] },
    position: { x: margin, y: pdf.y },
    defaultStyle: {
      ...{ padding: { top: 1.5, bottom: 1.5, left: 4, right: 4 }, textColor: ink },
      ...{ border: { top: 0, left: 0, right: 0, bottom: 0.5 }, borderColor: { bottom: line } },
    },
  };
  pdf.font(regular).fontSize(7.5);
  pdf.table(table);
}

/** The awning once, along the top edge; it means nothing, so it is not read out. */
function drawAwning(pdf: Pdf): void {
  const [stripes, height] = [24, 12];
  const width = pdf.page.width / stripes;
  pdf.markContent("Artifact", { type: "Layout" });
  for (let stripe = 0; stripe < stripes; stripe += 1) {
    const x = stripe * width;
    pdf.rect(x, 0, width, height).circle(x + width / 2, height, width / 2);
    pdf.fill(stripe % 2 === 0 ? awning.strong : awning.pale);
  }
  pdf.endMarkedContent();
  pdf.x = margin;
  pdf.y = margin + 6;
}

function numberPages(pdf: Pdf, { pageOf }: TableDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin, where text would begin a page of its own.
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    const place = { width: pdf.page.width - 2 * margin, align: "right", lineBreak: false } as const;
    pdf
      .font(regular)
      .fontSize(7)
      .text(pageOf(page + 1, count), margin, pdf.page.height - 22, place);
    pdf.endMarkedContent();
  }
}

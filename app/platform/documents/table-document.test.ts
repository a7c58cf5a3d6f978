import { describe, expect, it } from "vitest";
import { getDocumentProxy } from "unpdf";
import { tableDocument, type TableDocument } from "./table-document.server";

const content: TableDocument = {
  ...{ locale: "es", productName: "Shopfront", title: "Comparar planes", lead: "Para Panadería Ñandú" },
  ...{ corner: "Qué se compara", columns: ["Plan Uno", "Plan Dos"], notes: ["Una nota al pie"] },
  groups: [
    {
      heading: "Costo",
      rows: [
        { label: "Prima al mes", cells: ["$612.40", "$598.10 (El más bajo)"] },
        { label: "Deducible", cells: ["$1,500.00", "No indicado"] },
      ],
    },
  ],
  pageOf: (page, pages) => `Página ${page} de ${pages}`,
};

async function open(document: TableDocument) {
  const bytes = new Uint8Array(await new Response(tableDocument(document)).arrayBuffer());
  return getDocumentProxy(bytes);
}

async function textOf(pdf: Awaited<ReturnType<typeof open>>, page = 1): Promise<string> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join(" ");
}

type Node = { readonly role?: string; readonly children?: readonly Node[] };
const rolesIn = (node: Node): string[] => [node.role ?? "", ...(node.children ?? []).flatMap(rolesIn)];

describe("a table as a document", () => {
  it("is one landscape page with its words, their accents and the page's number", async () => {
    const pdf = await open(content);
    expect(pdf.numPages).toBe(1);
    const [left = 0, bottom = 0, right = 0, top = 0] = (await pdf.getPage(1)).view;
    expect(right - left).toBeGreaterThan(top - bottom);
    const text = await textOf(pdf);
    for (const said of [
      ...["Comparar planes", "Para Panadería Ñandú", "Qué se compara", "Plan Uno", "Plan Dos", "Prima al mes"],
      ...["$598.10 (El más bajo)", "No indicado", "Una nota al pie", "Página 1 de 1"],
    ])
      expect(text).toContain(said);
  });

  it("says its language and its title, and is tagged", async () => {
    const pdf = await open(content);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: "Comparar planes", Language: "es" });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it("has headings, and a table whose first row and first column are headers", async () => {
    const pdf = await open(content);
    const tree = (await (await pdf.getPage(1)).getStructTree()) as Node;
    const roles = rolesIn(tree);
    expect(roles).toContain("H1");
    expect(roles.filter((role) => role === "TR")).toHaveLength(4);
    expect(roles.filter((role) => role === "TH")).toHaveLength(3 + 1 + 2);
    expect(roles.filter((role) => role === "TD")).toHaveLength(4);
  });

  it("goes on to further pages and numbers them", async () => {
    const rows = Array.from({ length: 80 }, (_, index) => ({ label: `Fila ${index}`, cells: ["uno", "dos"] }));
    const pdf = await open({ ...content, groups: [{ heading: "Largo", rows }] });
    expect(pdf.numPages).toBeGreaterThan(1);
    expect(await textOf(pdf, pdf.numPages)).toContain(`Página ${pdf.numPages} de ${pdf.numPages}`);
  });
});

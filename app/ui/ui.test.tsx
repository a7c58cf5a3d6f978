import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { createRequestI18n, translator } from "../platform/i18n/translator.server";
import { pagesShown } from "./content/pagination";
import { StackedBar } from "./content/stacked-bar";
import { StatusTag } from "./content/tag";
import { ErrorSummary } from "./forms/error-summary";
import { statusOf } from "./frame/error-page";
import { namespacesOf, titleOf } from "./frame/page-handle";
import { MetalBadge } from "./plans/metal-badge";

describe("the pages of a list", () => {
  it.each([
    [1, 1, [1]],
    [1, 4, [1, 2, 3, 4]],
    [3, 9, [1, 2, 3, 4, undefined, 9]],
    [9, 9, [1, undefined, 8, 9]],
    [5, 9, [1, undefined, 4, 5, 6, undefined, 9]],
  ])("on page %i of %i shows the first, the last and the neighbors", (page, count, shown) => {
    expect(pagesShown(page, count)).toEqual(shown);
  });
});

describe("the browser title", () => {
  const matches = [
    { handle: undefined, data: null },
    { handle: { i18n: ["landing"], title: "landing:title" }, data: null },
    { handle: { i18n: ["landing", "plans"] }, data: null },
  ];

  it("is the deepest page's, in the reader's language, before the product's name", () => {
    expect(titleOf(matches, translator("es"))).toBe("Cobertura médica para pequeñas empresas · Shopfront");
    expect(titleOf([], translator("en"))).toBe("Shopfront");
  });

  it("may name what the page is about", () => {
    const named = { handle: { title: (_t: unknown, data: unknown) => String(data) }, data: "Rosa's Bakery" };
    expect(titleOf([named], translator("en"))).toBe("Rosa's Bakery · Shopfront");
  });

  it("asks for each catalog once", () => {
    expect(namespacesOf(matches)).toEqual(["landing", "plans"]);
  });
});

describe("the error page", () => {
  it.each([
    [404, 404],
    [413, 413],
    [418, 400],
    [502, 500],
  ])("answers status %i as %i", (status, shown) => {
    expect(statusOf({ status, statusText: "", internal: false, data: null })).toBe(shown);
  });

  it("treats anything thrown that is not an answer as our fault", () => {
    expect(statusOf(new Error("x"))).toBe(500);
  });
});

const drawn = (element: JSX.Element): string =>
  renderToStaticMarkup(<I18nextProvider i18n={createRequestI18n("es")}>{element}</I18nextProvider>);

describe("the summary of what has to be put right", () => {
  it("starts with what concerns no field and then follows the form, whatever order the checks ran in", () => {
    const problems = ["zip", "city", "ein", "name", undefined].map((field) => ({
      code: "required",
      ...(field ? { field } : {}),
    }));
    const markup = drawn(<ErrorSummary problems={problems} labels={{ name: "Uno", ein: "Dos", zip: "Tres" }} />);
    const fields = [...markup.matchAll(/<li>(?:<a href="#field-(\w+)"|<span)/g)].map(([, field]) => field);
    expect(fields).toEqual([undefined, "name", "ein", "zip", "city"]);
  });
});

describe("marks", () => {
  it("say a metal level and a status in words, not by colour alone", () => {
    const done = "Completada";
    expect(drawn(<MetalBadge level="silver" />)).toContain("Plata");
    expect(drawn(<StatusTag tone="done">{done}</StatusTag>)).toContain("Completada");
  });

  it("draw a bar with its numbers as a table and without inline styles", () => {
    const parts = [
      { key: "a", label: "Inscritos", value: 4, tone: "one" as const },
      { key: "b", label: "Sin empezar", value: 0, tone: "four" as const },
    ];
    const markup = drawn(<StackedBar caption="4 de 4" parts={parts} marker={{ value: 6, label: "6" }} />);
    expect(markup).toContain("<table");
    expect(markup).toContain("Inscritos");
    expect(markup).not.toContain("style=");
  });

  it("draw an empty bar without dividing by nothing", () => {
    expect(drawn(<StackedBar caption="0" parts={[]} />)).not.toContain("NaN");
  });
});

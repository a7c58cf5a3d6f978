import ts from "typescript";
import { describe, expect, it } from "vitest";
import { textOf } from "../testing/source-files";
import { catalogs, type Catalog } from "./catalogs.server";
import { locales, namespaces } from "./languages";
import { createRequestI18n, translator } from "./translator.server";

const pluralEnding = /_(zero|one|two|few|many|other)$/;

function flatten(catalog: Catalog, prefix = ""): [string, string][] {
  return Object.entries(catalog).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g)].map((match) => match[1]!).sort();
}

/** Keys without their plural ending, each with every placeholder that any of its forms uses. */
function shapeOf(catalog: Catalog): Record<string, string[]> {
  const shape: Record<string, Set<string>> = {};
  for (const [key, text] of flatten(catalog)) {
    const names = (shape[key.replace(pluralEnding, "")] ??= new Set());
    for (const name of placeholders(text)) names.add(name);
  }
  return Object.fromEntries(Object.entries(shape).map(([key, names]) => [key, [...names].sort()]));
}

describe.each(namespaces)("the %s catalog", (namespace) => {
  it("says the same things with the same parameters in English and Spanish", () => {
    expect(shapeOf(catalogs.es[namespace])).toEqual(shapeOf(catalogs.en[namespace]));
  });

  it.each(locales)("has no empty sentence in %s", (locale) => {
    expect(flatten(catalogs[locale][namespace]).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it.each(locales)("has every plural form that %s needs", (locale) => {
    const keys = new Set(flatten(catalogs[locale][namespace]).map(([key]) => key));
    const stems = [...keys].filter((key) => pluralEnding.test(key)).map((key) => key.replace(pluralEnding, ""));
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.filter((form) => form !== "many");
    const missing = stems.flatMap((stem) =>
      forms.filter((form) => !keys.has(`${stem}_${form}`)).map((f) => `${stem}_${f}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});

/** Keys that stand twice in one object: reading keeps the last and says nothing. */
function repeatedKeys(text: string): string[] {
  const source = ts.parseJsonText("catalog.json", text);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const names = node.properties.map(({ name }) => (name && ts.isStringLiteral(name) ? name.text : ""));
      found.push(...names.filter((name, at) => names.indexOf(name) !== at));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe("the files of the catalogs", () => {
  it.each(locales)("say nothing twice under one name in %s", (locale) => {
    const texts = namespaces.map((name) => [name, textOf(`app/locales/${locale}/${name}.json`)] as const);
    expect(texts.flatMap(([name, text]) => repeatedKeys(text).map((key) => `${name}: ${key}`))).toEqual([]);
  });

  it("are caught with a name that stands twice", () => {
    expect(repeatedKeys('{ "a": { "b": "1", "c": "2", "b": "3" }, "b": "4" }')).toEqual(["b"]);
  });
});

describe("the Spanish catalogs", () => {
  const sentences = namespaces.flatMap((namespace) => flatten(catalogs.es[namespace]));

  it("speak to the reader as usted", () => {
    const familiar = /\b(tú|tu|tus|tienes|puedes|debes|eliges|haz|vosotros|vuestro)\b/i;
    expect(sentences.filter(([, text]) => familiar.test(text))).toEqual([]);
  });

  it("use the words of insurance in the United States", () => {
    const glossary = Object.fromEntries(flatten(catalogs.es.glossary));
    expect(glossary).toMatchObject({
      "premium.name": "prima",
      "deductible.name": "deducible",
      "copay.name": "copago",
      "dependents.name": "dependientes",
    });
  });
});

describe("translating", () => {
  it("keeps two readers apart", () => {
    const [english, spanish] = [createRequestI18n("en"), createRequestI18n("es")];
    expect(english.t("action.save")).toBe("Save");
    expect(spanish.t("action.save")).toBe("Guardar");
    expect(english.t("action.save")).toBe("Save");
  });

  it("counts in both languages", () => {
    expect(translator("en")("days.left", { count: 1 })).toBe("1 day left");
    expect(translator("es")("days.left", { count: 2 })).toBe("Quedan 2 días");
  });

  it("finds shared words from any desk", () => {
    expect(translator("es", "roster")("action.save")).toBe("Guardar");
  });
});

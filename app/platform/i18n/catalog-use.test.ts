import ts from "typescript";
import { describe, expect, it } from "vitest";
import { sourceFiles, textOf } from "../testing/source-files";
import { catalogs, type Catalog } from "./catalogs.server";
import { namespaces, type Namespace } from "./languages";

const openers = new Set(["useTranslation", "getT", "translator"]);

type Use = { readonly key: string; readonly namespaces: readonly string[] };

/** Literal keys that a file asks for, with the namespaces the file opens. Keys put together at run time are left out. */
function usesIn(path: string, text: string): Use[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const opened = new Set<string>();
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const name = node.expression.getText(source);
      if (openers.has(name)) for (const namespace of namespacesIn(node)) opened.add(namespace);
      const first = node.arguments[0];
      if (name === "t" && first) keys.push(...literalsIn(first));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  // A file that is handed its `t` may be handed any desk's.
  const sought = opened.size === 0 ? [...namespaces] : ["shared", ...opened];
  return keys.map((key) => ({ key, namespaces: sought }));
}

function namespacesIn(call: ts.CallExpression): string[] {
  return call.arguments.flatMap((argument) =>
    ts.isArrayLiteralExpression(argument) ? argument.elements.flatMap(literalsIn) : literalsIn(argument),
  );
}

function literalsIn(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)];
  return [];
}

function has(catalog: Catalog, key: string): boolean {
  const path = key.split(".");
  const last = path.pop()!;
  let at: string | Catalog | undefined = catalog;
  for (const part of path) at = typeof at === "object" ? at[part] : undefined;
  return typeof at === "object" && (last in at || `${last}_other` in at);
}

function isKnown({ key, namespaces: opened }: Use): boolean {
  const [prefix, rest] = key.includes(":")
    ? [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)]
    : [undefined, key];
  const candidates = prefix === undefined ? opened : [prefix];
  return candidates.some((name) => namespaces.some((n) => n === name) && has(catalogs.en[name as Namespace], rest));
}

const files = sourceFiles(["app"], [".ts", ".tsx"]).filter((path) => !path.includes(".test."));

describe("sentences that the code asks for", () => {
  it("are all in the catalogs", () => {
    const missing = files.flatMap((path) =>
      usesIn(path, textOf(path))
        .filter((use) => !isKnown(use))
        .map((use) => `${path}: ${use.key}`),
    );
    expect(missing).toEqual([]);
  });

  it("are found in a component and missed when misspelled", () => {
    const uses = usesIn(
      "a.tsx",
      `const { t } = useTranslation("glossary"); t("premium.name"); t("premium.nam"); t("shared:days.left");`,
    );
    expect(uses.map(isKnown)).toEqual([true, false, true]);
  });

  it("include every page title", () => {
    const missing = files.flatMap((path) =>
      [...textOf(path).matchAll(/\btitle: "([a-z]+):([A-Za-z.-]+)"/g)]
        .filter((match) => !isKnown({ key: `${match[1]}:${match[2]}`, namespaces: [] }))
        .map((match) => `${path}: ${match[1]}:${match[2]}`),
    );
    expect(missing).toEqual([]);
  });
});

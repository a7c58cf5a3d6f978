import ts from "typescript";
import { describe, expect, it } from "vitest";
import { catalogs } from "~/platform/i18n/catalogs.server";
import { locales } from "~/platform/i18n/languages";
import { sourceFiles, textOf } from "~/platform/testing/source-files";

type Found = { readonly actions: readonly string[]; readonly unread: readonly string[] };

/** What a file that writes into the record calls its acts; `unread` is an action that is put together some other way. */
function actionsIn(path: string, text: string): Found {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const constants = new Map<string, ts.Expression>();
  const actions: string[] = [];
  const unread: string[] = [];
  const read = (node: ts.Expression): void => {
    const found = literalsIn(node, constants);
    actions.push(...found);
    if (found.length === 0) unread.push(node.getText(source));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer) constants.set(node.name.getText(source), node.initializer);
    const isAction = ts.isPropertyAssignment(node) && node.name.getText(source) === "action";
    // A mail's button is called an action too.
    if (isAction && !ts.isObjectLiteralExpression(node.initializer)) read(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { actions, unread };
}

function literalsIn(node: ts.Expression, constants: ReadonlyMap<string, ts.Expression>): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) {
    return [...literalsIn(node.whenTrue, constants), ...literalsIn(node.whenFalse, constants)];
  }
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return literalsIn(node.expression, constants);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.flatMap((one) =>
      ts.isPropertyAssignment(one) ? literalsIn(one.initializer, constants) : [],
    );
  }
  if (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) {
    // `move.action` is handed on from an object that is read where it is written.
    if (ts.isPropertyAccessExpression(node) && node.name.text === "action") return ["handed-on"];
    return literalsIn(node.expression, constants);
  }
  const known = ts.isIdentifier(node) ? constants.get(node.text) : undefined;
  return known ? literalsIn(known, constants) : [];
}

const files = sourceFiles(["app"], [".ts"]).filter(
  (path) => !path.includes(".test.") && path !== "app/platform/audit.server.ts" && textOf(path).includes("writeAudit("),
);

describe("the record of who did what", () => {
  it.each(locales)("has a sentence for every act, in %s", (locale) => {
    const sentences = catalogs[locale].employer["audit"];
    const known = typeof sentences === "object" ? sentences : {};
    const missing = files.flatMap((path) =>
      actionsIn(path, textOf(path))
        .actions.filter((action) => action !== "handed-on" && !(action in known) && !(`${action}_other` in known))
        .map((action) => `${path}: ${action}`),
    );
    expect(missing).toEqual([]);
  });

  it("names each act where this test can read it", () => {
    expect(files.length).toBeGreaterThan(10);
    const found = files.map((path) => ({ path, ...actionsIn(path, textOf(path)) }));
    expect(found.flatMap(({ path, unread }) => unread.map((text) => `${path}: ${text}`))).toEqual([]);
    expect(found.filter(({ actions }) => actions.length === 0).map(({ path }) => path)).toEqual([]);
  });

  it("is read from literals, from either side of a question, and from a table of names", () => {
    const text = `const names = { a: "act-a", b: "act-b" } as const;
      writeAudit(tx, { action: yes ? "act-yes" : "act-no" }); writeAudit(tx, { action: names[which] });
      writeAudit(tx, { action: put + together }); mail({ action: { label: "x" } });`;
    expect(actionsIn("a.ts", text)).toEqual({
      actions: ["act-yes", "act-no", "act-a", "act-b"],
      unread: ["put + together"],
    });
  });
});

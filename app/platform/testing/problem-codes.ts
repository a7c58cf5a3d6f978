import ts from "typescript";

const code = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;
/** Calls whose first argument is a problem's code, and objects whose `code` is not one. */
const codeTakers = new Set(["block", "warn", "problem", "refuse"]);
const otherCatalogs = [
  /federal-holidays\.ts$/,
  /explain-yearly-cost\.ts$/,
  /-profile\.ts$/,
  /^app\/domain\/x12\/reading\//,
];

/** Codes of Problems that a source text makes: written as `code: "..."`, given to a maker, or as a schema's message. */
export function problemCodesIn(path: string, text: string): string[] {
  if (otherCatalogs.some((pattern) => pattern.test(path))) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const schema = path.endsWith(".schema.ts") || /forms\/(json\/json-)?fields\.ts$/.test(path);
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAssignment(node) &&
      ["code", ...(schema ? ["message", "error"] : [])].includes(node.name.getText(source))
    ) {
      found.push(...literalsOf(node.initializer));
    }
    if (ts.isCallExpression(node)) {
      const name = node.expression.getText(source);
      const first = node.arguments[0];
      if (first && codeTakers.has(name)) found.push(...literalsOf(first));
      if (schema) found.push(...node.arguments.slice(1).flatMap(literalsOf));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(found)].filter(
    (candidate) => code.test(candidate) || candidate === "required" || candidate === "stale",
  );
}

function literalsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  return [];
}

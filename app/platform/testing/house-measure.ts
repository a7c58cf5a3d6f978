import ts from "typescript";

export type MeasuredFunction = { readonly name: string; readonly lines: number; readonly draws: boolean };

/** Every function of a source text with its length in lines; `draws` when it returns JSX. */
export function measureFunctions(path: string, text: string): MeasuredFunction[] {
  const kind = path.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
  const found: MeasuredFunction[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const from = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const to = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      found.push({ name: nameOf(node, source), lines: to - from + 1, draws: containsJsx(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function nameOf(node: ts.SignatureDeclaration, source: ts.SourceFile): string {
  if (node.name) return node.name.getText(source);
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText(source) : "(unnamed)";
}

function containsJsx(node: ts.Node): boolean {
  let seen = false;
  const visit = (child: ts.Node): void => {
    if (seen) return;
    seen = ts.isJsxElement(child) || ts.isJsxSelfClosingElement(child) || ts.isJsxFragment(child);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return seen;
}

/** Names of the impure calls in a rule: the clock, chance, the network. */
export function impureCalls(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText(source) === "Date") found.push("new Date");
    if (ts.isCallExpression(node)) {
      const name = node.expression.getText(source);
      if (["Date.now", "Date", "Math.random", "fetch", "crypto.randomUUID", "performance.now"].includes(name))
        found.push(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

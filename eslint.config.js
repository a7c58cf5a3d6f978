import { fileURLToPath } from "node:url";
import boundaries from "eslint-plugin-boundaries";
import a11y from "eslint-plugin-jsx-a11y";
import react from "eslint-plugin-react";
import tseslint from "typescript-eslint";

const aliasResolver = fileURLToPath(new URL("./app/platform/testing/eslint-alias-resolver.cjs", import.meta.url));

/** First match wins: the suffix says the job, the folder says the desk. */
const elements = [
  {
    type: "test",
    mode: "full",
    pattern: ["**/*.test.ts", "**/*.test.tsx", "app/platform/testing/**", "db/testing/**"],
  },
  { type: "root", mode: "full", pattern: ["app/root.tsx", "app/entry.*.tsx"] },
  { type: "server", mode: "full", pattern: ["app/server/**"] },
  { type: "route", mode: "full", pattern: ["app/routes/**"] },
  { type: "domain", mode: "full", pattern: ["app/domain/**"] },
  { type: "rule-schema", mode: "full", pattern: ["app/features/*/**/*.rule.schema.ts"], capture: ["desk"] },
  { type: "schema", mode: "full", pattern: ["app/features/*/**/*.schema.ts"], capture: ["desk"] },
  { type: "form", mode: "full", pattern: ["app/features/*/**/*.form.tsx"], capture: ["desk"] },
  { type: "command", mode: "full", pattern: ["app/features/*/**/*.command.server.ts"], capture: ["desk"] },
  { type: "query", mode: "full", pattern: ["app/features/*/**/*.query.server.ts"], capture: ["desk"] },
  { type: "search", mode: "full", pattern: ["app/features/*/**/*.search.ts"], capture: ["desk"] },
  { type: "columns", mode: "full", pattern: ["app/features/*/**/*.columns.tsx"], capture: ["desk"] },
  { type: "desk-server", mode: "full", pattern: ["app/features/*/**/*.server.ts"], capture: ["desk"] },
  { type: "desk", mode: "full", pattern: ["app/features/*/**/*"], capture: ["desk"] },
  { type: "format", mode: "full", pattern: ["app/ui/format/**"] },
  { type: "ui", mode: "full", pattern: ["app/ui/**"] },
  { type: "forms", mode: "full", pattern: ["app/platform/forms/**"] },
  { type: "platform", mode: "full", pattern: ["app/platform/**"] },
  { type: "integration", mode: "full", pattern: ["app/integrations/**"] },
  { type: "job", mode: "full", pattern: ["app/jobs/**"] },
  { type: "demo", mode: "full", pattern: ["app/cli/demo/**"] },
  { type: "cli", mode: "full", pattern: ["app/cli/**"] },
  { type: "locale", mode: "full", pattern: ["app/locales/**"] },
  { type: "repository", mode: "full", pattern: ["db/repositories/**"] },
  { type: "db-schema", mode: "full", pattern: ["db/schema/**"] },
  { type: "db", mode: "full", pattern: ["db/**"] },
  { type: "journey", mode: "full", pattern: ["e2e/**"] },
  { type: "bench", mode: "full", pattern: ["bench/**"] },
];

const sameDesk = (...types) => types.map((type) => [type, { desk: "${from.desk}" }]);
const deskParts = ["rule-schema", "schema", "form", "command", "query", "search", "columns", "desk-server", "desk"];
const serverParts = ["domain", "integration", "platform", "forms", "format"];

/** Who may import whom. What is not allowed here is refused. */
const arrows = [
  { from: "domain", allow: ["domain"] },
  { from: "rule-schema", allow: ["domain", "forms", ...sameDesk("schema", "rule-schema")] },
  { from: "schema", allow: ["domain", "forms", ...sameDesk("schema", "rule-schema")] },
  { from: "search", allow: ["domain", "forms", ...sameDesk("schema", "search")] },
  {
    from: "form",
    allow: [
      "domain",
      "forms",
      "ui",
      "format",
      ["platform", { path: "**/i18n/languages.ts" }],
      ...sameDesk("schema", "form", "desk"),
    ],
  },
  { from: "columns", allow: ["domain", "ui", "format", ...sameDesk("search", "query", "columns", "desk")] },
  {
    from: "command",
    allow: [...serverParts, "repository", "db", ...sameDesk("schema", "rule-schema", "command", "desk-server")],
  },
  {
    from: "query",
    allow: [
      ...["domain", "platform", "db-schema", "db", "repository"],
      ...sameDesk("search", "rule-schema", "query", "desk-server"),
    ],
  },
  { from: "desk-server", allow: [...serverParts, "repository", "db", ...sameDesk(...deskParts)] },
  {
    from: "desk",
    allow: ["domain", "ui", "format", "forms", ["platform", { path: "**/i18n/**" }], ...sameDesk(...deskParts)],
  },
  { from: "route", allow: ["route", "domain", "ui", "format", "forms", "platform", ...deskParts] },
  { from: "root", allow: ["ui", "format", "forms", "platform", "domain"] },
  { from: "ui", allow: ["ui", "format", "domain", "forms", "platform"] },
  { from: "format", allow: ["format", "domain", "platform"] },
  { from: "forms", allow: ["forms", "domain"] },
  {
    from: "platform",
    allow: ["platform", "forms", "format", "domain", "repository", "db", "db-schema", "locale", "integration"],
  },
  { from: "integration", allow: ["integration", "domain", "platform"] },
  { from: "job", allow: ["job", "domain", "platform", "format", "command", "query", "rule-schema", "db"] },
  {
    from: "cli",
    allow: ["cli", "demo", "job", "domain", "platform", "forms", "format", "command", "query", "rule-schema", "db"],
  },
  {
    from: "demo",
    allow: ["cli", "demo", "domain", "platform", "forms", "repository", "db", ...deskParts],
  },
  { from: "server", allow: ["server", "platform", "job", "integration", "db", "domain"] },
  { from: "repository", allow: ["repository", "db", "db-schema", "domain", "platform"] },
  { from: "db-schema", allow: ["db-schema", "domain"] },
  { from: "db", allow: ["db", "db-schema", "repository", "domain", "platform"] },
  { from: "journey", allow: ["journey", "domain"] },
  { from: "bench", allow: ["*"] },
  { from: "test", allow: ["*"] },
];

const browserSide = ["app/ui/**", "app/domain/**", "**/*.form.tsx", "**/*.columns.tsx", "**/*.schema.ts"];
const everySource = ["app/**/*.{ts,tsx}", "db/**/*.ts", "e2e/**/*.ts", "bench/**/*.ts"];
const exempt = ["**/*.test.{ts,tsx}", "app/platform/testing/**", "db/testing/**", "e2e/**", "bench/**"];

const refuse = (selector, message) => ({ selector, message });
const inlineHtml = refuse("JSXAttribute[name.name='dangerouslySetInnerHTML']", "Render text, not HTML.");
const inlineStyle = refuse(
  "JSXAttribute[name.name='style']",
  "The content policy refuses style attributes: use a class.",
);
const drawnTables = "Tables are drawn by ui/data-table.tsx.";
const tableCall = [
  refuse("CallExpression[callee.name='useReactTable']", drawnTables),
  refuse("ImportSpecifier[imported.name='useReactTable']", drawnTables),
  refuse("ImportDeclaration[source.value='@tanstack/react-table'] > ImportNamespaceSpecifier", drawnTables),
];
const catalogWords = "Words come from the catalogs.";
const spokenProps = [
  ...["alt", "title", "placeholder", "label", "hint", "heading", "lead", "caption", "eyebrow", "summary", "question"],
  ...["confirmLabel", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext"],
].join("|");
/** Words that `react/jsx-no-literals` does not see: in what is said by attributes, and behind a question. */
const spokenText = [
  refuse(`JSXAttribute[name.name=/^(${spokenProps})$/] > Literal[value=/[A-Za-z]/]`, catalogWords),
  refuse(
    `JSXAttribute[name.name=/^(${spokenProps})$/] > JSXExpressionContainer > Literal[value=/[A-Za-z]/]`,
    catalogWords,
  ),
  refuse(
    ":matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > Literal[value=/[A-Za-z]/]",
    catalogWords,
  ),
];
const rawSql = [
  refuse("MemberExpression[object.name='sql'][property.name=/^(raw|identifier)$/]", "Raw SQL is written in db/ only."),
  refuse("CallExpression[callee.property.name='unsafe']", "Raw SQL is written in db/ only."),
];
const environment = [
  "MemberExpression[object.name='process'][property.name='env']",
  "MemberExpression[object.name='process'][property.value='env']",
  "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']",
  "ImportDeclaration[source.value=/^(node:)?process$/]",
  "MemberExpression[object.type='MetaProperty'][property.name='env']",
].map((selector) => refuse(selector, "The environment is read in platform/env.server.ts only."));
/** Arrows are drawn between files that name each other; only the processes look for a module while they run. */
const lateImport = refuse("ImportExpression", "Import at the top, where the arrows are checked.");
const impure = [
  refuse("CallExpression[callee.object.name='Date'][callee.property.name='now']", "Today arrives as an argument."),
  refuse("CallExpression[callee.object.name='Math'][callee.property.name='random']", "Chance has no place in a rule."),
  refuse("CallExpression[callee.name='fetch']", "A rule does no input or output."),
  refuse("CallExpression[callee.name='Date']", "Today arrives as an argument."),
];
/** What the rule core may not reach for by name. */
const outsideTheRules = [
  ...["process", "globalThis", "window", "document", "crypto", "performance", "console", "localStorage", "Buffer"],
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "require"],
];
const newDate = refuse("NewExpression[callee.name='Date']", "Use calendar-date.ts.");
const everywhere = [inlineHtml, inlineStyle, ...tableCall];
const inSources = [...everywhere, ...environment, ...spokenText, lateImport];
const syntax = (...rules) => ({ "no-restricted-syntax": ["error", ...rules] });

export default tseslint.config(
  {
    ignores: [
      "build/**",
      "node_modules/**",
      "db/migrations/**",
      "test-results/**",
      "playwright-report/**",
      ".data/**",
      ".cache/**",
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  {
    files: everySource,
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { boundaries },
    settings: {
      "boundaries/elements": elements,
      "boundaries/include": ["app/**/*", "db/**/*", "e2e/**/*", "bench/**/*"],
      "boundaries/dependency-nodes": ["import", "export", "dynamic-import", "require"],
      "import/resolver": { [aliasResolver]: {} },
    },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-console": "error",
      eqeqeq: "error",
      "boundaries/element-types": ["error", { default: "disallow", rules: arrows }],
      "boundaries/no-unknown-files": "error",
      ...syntax(...inSources, ...rawSql),
    },
  },
  {
    files: ["app/domain/**/*.ts"],
    ignores: exempt,
    rules: { ...syntax(...inSources, ...impure, newDate), "no-restricted-globals": ["error", ...outsideTheRules] },
  },
  { files: ["app/domain/calendar/calendar-date.ts"], rules: syntax(...inSources, ...impure) },
  {
    files: ["app/ui/data-table.tsx"],
    rules: syntax(inlineHtml, inlineStyle, ...environment, ...spokenText, lateImport),
  },
  { files: ["app/platform/env.server.ts"], rules: syntax(...everywhere, ...rawSql) },
  { files: ["db/**/*.ts"], rules: syntax(...everywhere, ...environment) },
  // A module that is found while running: the built pages, and a command or a rule by its name.
  {
    files: ["app/server/pages.server.ts", "app/cli/run-shop.ts", "app/cli/rules/rule-list.ts"],
    rules: syntax(...everywhere, ...environment, ...rawSql),
  },
  { files: exempt, rules: { ...syntax(...everywhere), "no-console": "off" } },
  { files: ["app/cli/**", "app/server/**", "db/**"], rules: { "no-console": "off" } },
  {
    files: browserSide,
    ignores: exempt,
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["~db/*", "**/db/*", "drizzle-orm", "drizzle-orm/*", "postgres"],
              message: "The database is server-only.",
            },
            { group: ["node:*"], message: "This also runs in the browser." },
          ],
        },
      ],
    },
  },
  {
    files: ["app/routes/**", "app/features/**/*.command.server.ts", "app/integrations/**", "app/root.tsx"],
    ignores: exempt,
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["drizzle-orm", "drizzle-orm/*", "postgres"],
              message: "A repository or a query asks.",
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
  {
    files: ["app/domain/**/*.ts"],
    ignores: exempt,
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^[^.]", message: "The rule core imports only itself." }] },
      ],
    },
  },
  {
    files: ["app/routes/**/*.tsx", "app/features/**/*.tsx", "app/ui/**/*.tsx"],
    ...a11y.flatConfigs.recommended,
    rules: {
      ...a11y.flatConfigs.recommended.rules,
      // A scrolling region has to be reachable by keyboard, and headings and summaries take the focus by script.
      "jsx-a11y/no-noninteractive-tabindex": ["error", { tags: [], roles: ["tabpanel", "region", "alert"] }],
    },
  },
  {
    files: ["app/routes/**/*.tsx", "app/features/**/*.tsx", "app/ui/**/*.tsx"],
    plugins: { react },
    settings: { react: { version: "18.3" } },
    rules: {
      "react/jsx-no-literals": [
        "error",
        {
          noStrings: true,
          allowedStrings: ["·", "–", "—", "/", ":", ",", ".", "(", ")", "…", "$", "%"],
          ignoreProps: true,
        },
      ],
      "react/jsx-key": "error",
      "react/jsx-no-target-blank": "error",
    },
  },
);

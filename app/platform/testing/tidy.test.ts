import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { impureCalls, measureFunctions } from "./house-measure";
import { sourceFiles, textOf } from "./source-files";

const longestFunction = 70;
const longestComponent = 100;
const longestRoute = 150;
const longestSource = 300;
const fullestFolder = 20;

const folders = ["app", "db", "e2e", "bench"].filter((folder) => existsSync(folder));
const code = sourceFiles(folders, [".ts", ".tsx"]);
const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path);
const written = code.filter((path) => !isTest(path) && !path.startsWith("e2e/journeys/"));
const rules = written.filter((path) => path.startsWith("app/domain/"));
const lineCount = (path: string): number => textOf(path).trimEnd().split("\n").length;

describe("a reader can hold each piece in mind", () => {
  it(`keeps functions within ${longestFunction} lines, and components within ${longestComponent}`, () => {
    const long = written.flatMap((path) =>
      measureFunctions(path, textOf(path))
        .filter(({ lines, draws }) => lines > (draws ? longestComponent : longestFunction))
        .map(({ name, lines }) => `${path} ${name}: ${lines}`),
    );
    expect(long).toEqual([]);
  });

  it(`keeps route files within ${longestRoute} lines and other sources within ${longestSource}`, () => {
    const long = written
      .map((path) => ({
        path,
        lines: lineCount(path),
        most: path.startsWith("app/routes/") ? longestRoute : longestSource,
      }))
      .filter(({ lines, most }) => lines > most)
      .map(({ path, lines }) => `${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  it(`keeps folders within ${fullestFolder} files`, () => {
    const exempt = /^(app\/routes|e2e\/journeys|app\/locales|db\/migrations)(\/|$)/;
    const perFolder = new Map<string, number>();
    for (const path of sourceFiles(folders, [""])) {
      const folder = dirname(path);
      if (!exempt.test(folder) && !isTest(path)) perFolder.set(folder, (perFolder.get(folder) ?? 0) + 1);
    }
    expect([...perFolder].filter(([, count]) => count > fullestFolder)).toEqual([]);
  });
});

describe("a file is found by its name", () => {
  const paths = sourceFiles(folders, [""]);

  it("uses no word that says nothing", () => {
    // A name that is such a word, or ends in one: `service-area.ts` names a thing, `plan-service.ts` does not.
    const empty = /(^|-)(utils?|helpers?|common|misc|manager|services?|v2)$/;
    expect(paths.filter((path) => path.split(/[/.]/).some((part) => empty.test(part)))).toEqual([]);
  });

  it("has no barrels", () => {
    expect(code.filter((path) => /(^|\/)index\.tsx?$/.test(path))).toEqual([]);
  });

  it("is written in kebab-case outside the routes", () => {
    const named = code.filter((path) => !path.startsWith("app/routes/"));
    const part = /^[a-z0-9]+([-.][a-z0-9]+)*$/;
    expect(named.filter((path) => !path.split("/").every((name) => part.test(name)))).toEqual([]);
  });
});

describe("the rule core", () => {
  it("reads no clock, draws no lots and calls nobody", () => {
    const calendar = "app/domain/calendar/calendar-date.ts";
    const impure = rules.flatMap((path) =>
      impureCalls(path, textOf(path))
        .filter((call) => !(path === calendar && call === "new Date"))
        .map((call) => `${path}: ${call}`),
    );
    expect(impure).toEqual([]);
  });

  it("imports only itself, by relative paths", () => {
    const outside = rules.filter((path) => /from\s+"(?!\.{1,2}\/)/.test(textOf(path)));
    expect(outside).toEqual([]);
  });

  it("tests every file that cites a law, beside it", () => {
    const citing = rules.filter(
      (path) => /citation/.test(textOf(path)) && /\b(CFR|USC|U\.S\.C\.|IRC)\b/.test(textOf(path)),
    );
    const logic = citing.filter((path) => /export (async )?function /.test(textOf(path)));
    expect(logic.filter((path) => !existsSync(path.replace(/\.ts$/, ".test.ts")))).toEqual([]);
  });

  it("opens every cited rule with the rule in words", () => {
    const citing = rules.filter((path) => /export const citation\b/.test(textOf(path)));
    expect(citing.filter((path) => !/^(import[^;]*;\s*)*\/[/*]/.test(textOf(path)))).toEqual([]);
  });

  it("gives every file named as a rule its test and its citation", () => {
    const named = rules.filter((path) => path.endsWith(".rule.ts"));
    const bare = named.filter(
      (path) =>
        !existsSync(path.replace(/\.ts$/, ".test.ts")) || !/\b(CFR|USC|U\.S\.C\.|IRC|citation)\b/.test(textOf(path)),
    );
    expect(bare).toEqual([]);
  });
});

describe("what the code keeps to itself", () => {
  it("silences no checker", () => {
    const silencer = new RegExp(
      ["@ts-" + "ignore", "@ts-" + "nocheck", "eslint-" + "disable", "@ts-expect-" + "error"].join("|"),
    );
    expect(code.filter((path) => silencer.test(textOf(path)))).toEqual([]);
  });

  it("leaves no unfinished notes and skips no test", () => {
    const note = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "XX" + "X"].join("|")})\\b`);
    const skip = new RegExp(
      `\\b(it|test|describe)(\\.\\w+)*\\.(${["skip", "only", "to" + "do", "fixme", "fails"].join("|")})\\b`,
    );
    expect(code.filter((path) => note.test(textOf(path)) || (isTest(path) && skip.test(textOf(path))))).toEqual([]);
  });
});

describe("the measure itself", () => {
  it("counts a function's lines and tells a component from plain code", () => {
    const text = "function plain() {\n  return 1;\n}\nconst Drawn = () => (\n  <p />\n);\n";
    expect(measureFunctions("a.tsx", text)).toEqual([
      { name: "plain", lines: 3, draws: false },
      { name: "Drawn", lines: 3, draws: true },
    ]);
  });

  it("sees the clock, chance and the network", () => {
    expect(impureCalls("a.ts", "Date.now(); new Date(); Math.random(); fetch('x'); Date.UTC(2026, 0);")).toEqual([
      "Date.now",
      "new Date",
      "Math.random",
      "fetch",
    ]);
  });
});

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "./find-browser";
import { gatesIn, nothing, playwrightTally, sum, type Tally, vitestTally, withEnding } from "./test-tally";

const results = "test-results";
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** What `npm test` runs: every gate (the build is one), the unit tests and the journeys; then one line that adds it all up. */
function runAllTests(): void {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const parts = [...gates(), unitTests(), journeys()];
  const total = sum(parts.map(({ tally }) => tally));
  console.log("");
  for (const { name, tally } of parts) console.log(`${name}: ${sentence(tally)}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

type Part = { readonly name: string; readonly tally: Tally };

function part(name: string, run: () => Tally): Part {
  console.log(`\n== ${name}`);
  return { name, tally: run() };
}

function sentence({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} left out` : ""}`;
}

/** Each step of `npm run check` counts as one test. */
function gates(): Part[] {
  const description = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const names = gatesIn(description.scripts["check"]);
  if (names.length === 0) return [part("check", () => failure("There is no check script in package.json."))];
  return names.map((name) => part(name, () => gate(name)));
}

function gate(script: string): Tally {
  const status = run(npm, ["run", "--silent", script]);
  return status === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

function unitTests(): Part {
  const file = path.join(results, "vitest.json");
  return part("unit tests", () => {
    const program = path.join("node_modules", "vitest", "vitest.mjs");
    const args = [program, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    return tallyFrom(file, run(process.execPath, args), vitestTally);
  });
}

function journeys(): Part {
  const file = path.join(results, "playwright.json");
  return part("journeys", () => {
    if (!existsSync("e2e/playwright.config.ts")) return failure("There is no e2e/playwright.config.ts.");
    const browser = findBrowser();
    if (!browser) return failure("No Chrome or Chromium could be found or installed. Set CHROMIUM_PATH to one.");
    const program = path.join("node_modules", "@playwright", "test", "cli.js");
    const args = [program, "test", "--config=e2e/playwright.config.ts", "--reporter=list,json"];
    const surroundings = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: path.resolve(file) };
    return tallyFrom(file, run(process.execPath, args, surroundings), playwrightTally);
  });
}

function run(program: string, args: readonly string[], surroundings: Record<string, string> = {}): number | null {
  const result = spawnSync(program, args, { stdio: "inherit", env: { ...process.env, ...surroundings } });
  if (result.error) console.error(result.error.message);
  return result.status;
}

function tallyFrom(file: string, status: number | null, read: (report: unknown) => Tally): Tally {
  if (!existsSync(file)) return failure(`No report was written (status ${status}).`);
  return withEnding(read(JSON.parse(readFileSync(file, "utf8"))), status);
}

function failure(reason: string): Tally {
  console.error(reason);
  return { ...nothing, failed: 1 };
}

runAllTests();

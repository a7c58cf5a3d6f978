import { describe, expect, it } from "vitest";
import type { Problem } from "../domain/problem";
import { catalogs } from "./i18n/catalogs.server";
import { locales } from "./i18n/languages";
import { translator } from "./i18n/translator.server";
import { problemSentence } from "./problems";
import { problemCodesIn } from "./testing/problem-codes";
import { sourceFiles, textOf } from "./testing/source-files";

const say = (problem: Problem, locale: "en" | "es" = "en"): string =>
  problemSentence(translator(locale), locale, problem);

describe("what a refusal says", () => {
  it("writes days out with their weekday", () => {
    const params = { startOn: "2027-01-01", deadlineOn: "2026-12-15", nextStartOn: "2027-02-01" };
    expect(say({ code: "start-date-deadline-passed", params })).toBe(
      "We can't start your coverage on Friday, January 1, 2027: the last day to submit was Tuesday, December 15, 2026. " +
        "The next start is Monday, February 1, 2027.",
    );
  });

  it("writes cents as dollars and puts words for codes", () => {
    const shares = { sharesCents: 128450, totalPremiumCents: 128550 };
    expect(say({ code: "send-shares-do-not-add-up", params: shares })).toContain("$1,284.50");
    const below = { covered: "dependents", minimumPercent: 33, offeredPercent: 20 };
    expect(say({ code: "contribution-below-minimum", params: below }, "es")).toContain("de los dependientes");
  });

  it("counts people in both languages", () => {
    expect(say({ code: "employees-undecided", params: { count: 1 } })).toContain("1 person has");
    expect(say({ code: "employees-undecided", params: { count: 2 } }, "es")).toContain("2 personas no han");
  });
});

describe("every problem the code can answer", () => {
  const files = sourceFiles(["app"], [".ts", ".tsx"]).filter(
    (path) => !path.includes(".test.") && !path.startsWith("app/platform/testing/"),
  );
  const used = files.flatMap((path) => problemCodesIn(path, textOf(path)).map((code) => ({ code, path })));

  it.each(locales)("has its sentence in %s", (locale) => {
    const known = { ...catalogs[locale].problems, ...catalogs[locale]["file-problems"] };
    const missing = used.filter(({ code }) => !(code in known) && !(`${code}_other` in known));
    expect(missing.map(({ code, path }) => `${code} (${path})`)).toEqual([]);
  });

  it("is found where it is written", () => {
    const text = `failed({ code: "ein-missing" }); block("send-zip-unknown", {}); const other = { code: variable };`;
    expect(problemCodesIn("a.ts", text)).toEqual(["ein-missing", "send-zip-unknown"]);
  });
});

import { describe, expect, it } from "vitest";
import { choiceModels } from "../domain/exchange-profile/exchange-profile";
import type { Problem } from "../domain/problem";
import { coverageTiers } from "../domain/rating/composite/coverage-tier";
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
    const params = { startOn: "2027-01-01", deadlineOn: "2026-12-15", nextStartOn: "2027-02-01", deadline: "submit" };
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

  it("writes a state's name and hours with their thousands", () => {
    const params = { inStateHeads: 2, eligibleHeads: 5, state: "CA" };
    expect(say({ code: "most-employees-in-other-states", params })).toContain("work in California. Of 5, 2 do.");
    const month = { month: 1, fullTimeHeads: 4, cappedPartTimeHours: 1_240.5, equivalents: 14.33 };
    expect(say({ code: "month-equivalents", params: month }, "es")).toContain("1,240.5 horas");
  });

  it("puts words for every way of offering plans, every make-up of a household and whoever is covered", () => {
    const coded = [
      ...choiceModels.map((model) => ({ code: "composite-not-with-choice-model", params: { model } })),
      ...coverageTiers.map((tier) => ({ code: "composite-factor-not-positive", params: { tier } })),
      ...["employee", "dependents"].map((covered) => ({
        code: "contribution-amount-below-minimum",
        params: { covered, count: 2, minimumBasisPoints: 5_000, mostMissingCents: 1_250 },
      })),
    ];
    const sentences = locales.flatMap((locale) => coded.map((problem) => say(problem, locale)));
    expect(sentences.filter((text) => /word\.|\{\{|[a-z]+-(only|and|model|level|plan|issuer)\b/.test(text))).toEqual(
      [],
    );
    expect(sentences).toContain(
      "La empresa debe pagar al menos el 50% de la prima de los dependientes. En 2 hogares paga menos: faltan hasta " +
        "$12.50 al mes. Suba la cantidad o el límite.",
    );
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
    const { problems, "file-problems": ofFiles, "rule-problems": ofRules } = catalogs[locale];
    const refusals = { ...problems, ...ofFiles, ...ofRules };
    const knownFor = (code: string) => (code.startsWith("explain-") ? catalogs[locale].explanations : refusals);
    const missing = used.filter(({ code }) => !(code in knownFor(code)) && !(`${code}_other` in knownFor(code)));
    expect(missing.map(({ code, path }) => `${code} (${path})`)).toEqual([]);
  });

  it("is found where it is written", () => {
    const text = `failed({ code: "ein-missing" }); block("send-zip-unknown", {}); const other = { code: variable };`;
    expect(problemCodesIn("a.ts", text)).toEqual(["ein-missing", "send-zip-unknown"]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import type { Explanation } from "~/domain/explanation";
import { explainedLine, type ExplainedLine } from "~/platform/explanations";
import type { ExplainedFigure } from "~/platform/explained-figure.server";
import { locales } from "~/platform/i18n/languages";
import { translator } from "~/platform/i18n/translator.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { insertSmallCatalog, insertSmallEmployer, nashville, smallPlans } from "~db/testing/small-catalog";
import { loadPlanDetail } from "../detail/plan-detail.query.server";
import { loadPlanList } from "../list/plan-list.query.server";
import { readPlanSearch } from "../list/plan-list.search";
import { loadPlanFigure } from "./plan-figure.query.server";
import { readPlanFigure } from "./plan-figure.search";

const database = useTestDatabase();
const today = calendarDate("2026-11-24");
const children = ["2010", "2012", "2014", "2016"].map((year) => ({
  relationship: "child" as const,
  bornOn: calendarDate(`${year}-03-03`),
}));
let full: { employerId: string; userId: string };
let empty: { employerId: string; userId: string };
beforeAll(async () => {
  await database.asAdmin(insertSmallCatalog);
  full = await database.asAdmin((admin) =>
    insertSmallEmployer(admin, {
      people: [
        { firstName: "Ana", bornOn: calendarDate("1986-06-01") },
        { firstName: "Bo", bornOn: calendarDate("1966-06-01"), family: children },
      ],
    }),
  );
  empty = await database.asAdmin((admin) => insertSmallEmployer(admin, { people: [] }));
});

const request = (act = full) => ({ ...act, place: nashville, today });
const line = "medical";
const figureOf = (keys: Record<string, string>, act = full) => {
  const figure = readPlanFigure(new URLSearchParams({ line, ...keys }));
  return figure ? loadPlanFigure(request(act), figure) : Promise.resolve(undefined);
};
const total = (figure: ExplainedFigure | undefined) => figure?.explanation.params["totalCents"];

function textsOf({ text, steps }: ExplainedLine): string[] {
  return [text, ...steps.flatMap(textsOf)];
}

/** The steps that have an amount of their own, added up. */
function sumOf(steps: readonly Explanation[] = []): number {
  return steps.reduce((sum, { params }) => sum + Number(params["totalCents"] ?? params["premiumCents"] ?? 0), 0);
}

describe("the working behind a price of a plan", () => {
  it("ends at the list's amount for every plan that has one, and its steps add up to it", async () => {
    const { items } = await loadPlanList(request(), readPlanSearch(new URLSearchParams()));
    const priced = items.filter((item) => item.premiumCents !== null);
    expect(priced.length).toBeGreaterThan(2);
    for (const { plan, premiumCents } of priced) {
      const figure = await figureOf({ figure: "plan-price", plan: plan.planId });
      expect(total(figure)).toBe(premiumCents);
      expect(sumOf(figure?.explanation.steps)).toBe(premiumCents);
    }
  });

  it("ends at each household's amount on the plan's own page", async () => {
    const page = await loadPlanDetail(request(), { line, planId: smallPlans.silver.planId });
    for (const { employeeId, totalCents, memberCount } of page?.households ?? []) {
      const figure = await figureOf({
        figure: "household-price",
        plan: smallPlans.silver.planId,
        employee: employeeId,
      });
      expect(total(figure)).toBe(totalCents);
      expect(sumOf(figure?.explanation.steps)).toBe(totalCents);
      const people = figure?.explanation.steps?.filter((step) => "memberId" in step.params);
      expect(people).toHaveLength(memberCount ?? 0);
    }
    expect(page?.households).toHaveLength(2);
  });

  it("is the example's while nobody is on the roster", async () => {
    const { items } = await loadPlanList(request(empty), readPlanSearch(new URLSearchParams()));
    const figure = await figureOf({ figure: "plan-price", plan: smallPlans.bronze.planId }, empty);
    expect(figure?.figure).toBe("plan-example");
    expect(total(figure)).toBe(items.find(({ plan }) => plan.planId === smallPlans.bronze.planId)?.exampleCents);
  });

  it.each(locales)("names the people and is whole sentences in %s", async (locale) => {
    const figure = await figureOf({ figure: "plan-price", plan: smallPlans.silver.planId });
    const words = { t: translator(locale, "explain"), locale };
    const told = figure && explainedLine(words, figure.explanation, figure.names);
    const texts = told ? textsOf(told) : [];
    expect(texts.length).toBeGreaterThan(8);
    expect(texts.filter((text) => /explain-|\{\{|undefined|\d{4}-\d{2}-\d{2}/.test(text))).toEqual([]);
    expect(told?.steps.map(({ name }) => name)).toEqual([undefined, "Ana Worker", "Bo Worker"]);
  });

  it.each([
    { figure: "plan-price", plan: smallPlans.unpricedGold.planId },
    { figure: "plan-price", plan: smallPlans.elsewhereGold.planId },
    { figure: "plan-price", plan: "nonsense" },
    { figure: "plan-price", plan: smallPlans.silver.planId, line: "vision" },
    {
      figure: "household-price",
      plan: smallPlans.silver.planId,
      employee: "7d9f7f0e-6a52-4a55-9d3a-1f9b8e1f0000",
    },
    { figure: "nonsense", plan: smallPlans.silver.planId },
  ])("is not there for $figure of $plan", async (keys) => {
    expect(await figureOf(keys)).toBeUndefined();
  });

  it("takes one statement once the prices are read", async () => {
    const keys = { figure: "plan-price", plan: smallPlans.silver.planId };
    await figureOf(keys);
    expect((await countStatements(() => figureOf(keys))).statements).toBe(1);
  });
});

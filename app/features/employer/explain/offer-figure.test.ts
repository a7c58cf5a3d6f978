import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { loadReviewPage } from "~/features/employer/offer/review-page.server";
import { loadOfferPage } from "~/features/employer/offer/offer-page.server";
import { ownFigure } from "~/features/enrollment/coverage/explain/own-figure.server";
import { readOwnFigure } from "~/features/enrollment/coverage/explain/own-figure.search";
import { ownPrices } from "~/features/enrollment/coverage/coverage-price.server";
import { loadCoverageScene } from "~/features/enrollment/coverage/coverage-scene.server";
import type { ExplainedFigure } from "~/platform/explained-figure.server";
import { explainedLine, type ExplainedLine, type ExplanationReader } from "~/platform/explanations";
import { locales } from "~/platform/i18n/languages";
import { translator } from "~/platform/i18n/translator.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { insertOpenOffer, type OpenOffer } from "~db/testing/open-offer";
import { insertSmallCatalog, nashville, smallPlans } from "~db/testing/small-catalog";
import { readOfferFigure } from "./business-figure.search";
import { loadOfferFigure } from "./offer-figure.server";

const database = useTestDatabase();
const today = calendarDate("2026-11-26");
const { bronze, wideBronze, silver } = smallPlans;
const userId = "7d9f7f0e-6a52-4a55-9d3a-1f9b8e1f0001";
let group: OpenOffer;

beforeAll(async () => {
  const catalogVersionId = await database.asAdmin(insertSmallCatalog);
  const people = [
    { firstName: "Ana", bornOn: calendarDate("1986-06-01") },
    {
      firstName: "Bo",
      bornOn: calendarDate("1966-06-01"),
      family: ["2010", "2012", "2014", "2016"].map((year) => ({
        relationship: "child" as const,
        bornOn: calendarDate(`${year}-03-03`),
      })),
    },
  ];
  group = await database.asAdmin((admin) => insertOpenOffer(admin, { people, catalogVersionId }));
});

const request = () => ({
  ...{ employerId: group.employerId, userId, place: nashville, payFrequency: "biweekly" as const, today },
});

function figureOf(keys: Record<string, string>) {
  const address = new URLSearchParams(keys);
  const figure = readOfferFigure(address);
  return figure ? loadOfferFigure(request(), figure, address) : Promise.resolve(undefined);
}

function textsOf({ text, steps }: ExplainedLine): string[] {
  return [text, ...steps.flatMap(textsOf)];
}

function texts(figure: ExplainedFigure | undefined, reader: ExplanationReader = "business") {
  if (!figure) throw new Error("there is no such figure");
  return locales.flatMap((locale) =>
    textsOf(explainedLine({ t: translator(locale, "explain"), locale, reader }, figure.explanation, figure.names)),
  );
}

const codeInText = /explain-|\{\{|undefined|null|NaN|\d{4}-\d{2}-\d{2}/;
const preview = {
  ...{ choiceModel: "metal-level", metalLevel: "bronze", referencePlanId: bronze.planId },
  ...{ employeeBasisPoints: "55.5", dependentsBasisPoints: "33" },
};

describe("the working behind what an offer costs", () => {
  it("ends at the review page's amounts, line by line and in all", async () => {
    const page = await loadReviewPage({ ...request(), isEligible: true });
    for (const { line, cost } of page.offers) {
      const figure = await figureOf({ figure: "employer-cost", line });
      expect(figure?.explanation.params).toMatchObject({ employerShareCents: cost?.employerShareCents });
      const paid = figure?.explanation.steps?.map((step) => Number(step.params["employerShareCents"])) ?? [];
      expect(paid.reduce((sum, amount) => sum + amount, 0)).toBe(cost?.employerShareCents);
    }
    const total = await figureOf({ figure: "offer-total" });
    expect(page.cost).toMatchObject(total?.explanation.params ?? { employerShareCents: -1 });
    expect(page.offers).toHaveLength(2);
  });

  it("ends at the preview's amounts for terms that are not saved", async () => {
    const page = await loadOfferPage({ ...request(), line: "medical", asked: new URLSearchParams(preview) });
    const figure = await figureOf({ figure: "employer-cost", line: "medical", ...preview });
    expect(page.preview?.cost?.employerShareCents).toBeGreaterThan(0);
    expect(figure?.explanation.params["employerShareCents"]).toBe(page.preview?.cost?.employerShareCents);
    const bo = page.preview?.bands.find((band) => band.name === "Bo Worker");
    const cell = await figureOf({
      ...{ figure: "employee-cost", line: "medical", plan: wideBronze.planId, ...preview },
      employee: group.people[1]?.employeeId ?? "",
    });
    expect(cell?.explanation.params).toMatchObject({
      employeeShareCents: bo?.highest.monthCents,
      paycheckCents: bo?.highest.paycheckCents,
    });
  });

  it("is whole sentences with the people's and the plan's names", async () => {
    const figure = await figureOf({ figure: "offer-total" });
    expect(texts(figure).filter((text) => codeInText.test(text))).toEqual([]);
    expect(Object.values(figure?.names ?? {})).toEqual(expect.arrayContaining(["Bo Worker", "Kim Worker"]));
  });

  it.each([
    { figure: "employer-cost", line: "vision" },
    { figure: "employer-cost", line: "medical", choiceModel: "metal-level" },
    { figure: "employee-cost", line: "medical", plan: silver.planId, employee: "7d9f7f0e-6a52-4a55-9d3a-1f9b8e1f0000" },
    { figure: "employee-cost", line: "medical", plan: "nonsense" },
  ])("is not there for %j", async (keys) => {
    expect(await figureOf(keys as unknown as Record<string, string>)).toBeUndefined();
  });

  it("takes one statement once the prices are read", async () => {
    await figureOf({ figure: "offer-total" });
    expect((await countStatements(() => figureOf({ figure: "offer-total" }))).statements).toBe(1);
  });
});

describe("the working behind what an employee pays", () => {
  async function sceneOf(index: number) {
    const person = group.people[index];
    if (!person) throw new Error("nobody is there");
    const employer = { ...nashville, employerId: group.employerId, legalName: "Elm", dbaName: null };
    const act = { userId: person.userId, employeeId: person.employeeId, today };
    const scene = await loadCoverageScene({ ...act, employer: { ...employer, payFrequency: "weekly" } });
    if (!scene?.offer) throw new Error("there is no offer");
    return { scene: { ...scene, offer: scene.offer }, dependentIds: person.dependentIds };
  }
  const own = (scene: Parameters<typeof ownFigure>[0], keys: Record<string, string>) => {
    const figure = readOwnFigure(new URLSearchParams(keys));
    return figure && ownFigure(scene, figure);
  };

  it.each(["medical", "dental"] as const)("ends at the person's own prices for %s", async (line) => {
    const { scene, dependentIds } = await sceneOf(1);
    for (const coveredIds of [[], dependentIds.slice(0, 1), dependentIds]) {
      const prices = ownPrices(scene, { line, coveredIds });
      expect(prices.size).toBeGreaterThan(0);
      for (const [plan, price] of prices) {
        const figure = own(scene, { figure: "own-price", line, plan, covered: coveredIds.join(",") });
        const { employeeShareCents, paycheckCents } = price;
        expect(figure?.explanation.params).toMatchObject({ employeeShareCents, paycheckCents });
      }
    }
  });

  it("speaks to the employee, of the employer as somebody else", async () => {
    const { scene, dependentIds } = await sceneOf(1);
    const keys = { figure: "own-price", line: "medical", plan: bronze.planId, covered: dependentIds.join(",") };
    const lines = texts(own(scene, keys), "own");
    expect(lines.filter((text) => codeInText.test(text))).toEqual([]);
    expect(lines[0]).toMatch(/^You pay \$[\d.,]+ a month/);
    expect(lines.filter((text) => /the employee pays|you never pay|You promise|Usted promete/.test(text))).toEqual([]);
  });

  it("says when coverage starts, and knows nobody else's family or other plans", async () => {
    const { scene } = await sceneOf(0);
    expect(own(scene, { figure: "own-start" })?.explanation.params).toEqual({
      coverageStartOn: scene.offer.coverageStartOn,
    });
    const others = group.people[1]?.dependentIds[0] ?? "";
    const price = { figure: "own-price", line: "medical", plan: bronze.planId };
    expect(own(scene, { ...price, covered: others })).toBeUndefined();
    expect(own(scene, { ...price, plan: silver.planId, covered: "" })).toBeUndefined();
  });
});

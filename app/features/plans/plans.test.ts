import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { insertSmallCatalog, insertSmallEmployer, nashville, smallPlans } from "~db/testing/small-catalog";
import { loadPlanCompare } from "./compare/plan-compare.query.server";
import { loadPlanDetail } from "./detail/plan-detail.query.server";
import { loadPlanList } from "./list/plan-list.query.server";
import { readPlanSearch, withoutFilter } from "./list/plan-list.search";

const database = useTestDatabase();
const today = calendarDate("2026-11-24");
const children = ["2010", "2012", "2014", "2016"].map((year) => ({
  relationship: "child" as const,
  bornOn: calendarDate(`${year}-03-03`),
}));
const people = [
  { firstName: "Ana", bornOn: calendarDate("1986-06-01") },
  { firstName: "Bo", bornOn: calendarDate("1966-06-01"), family: children },
];
let act: { employerId: string; userId: string };
beforeAll(async () => {
  await database.asAdmin(insertSmallCatalog);
  act = await database.asAdmin((admin) => insertSmallEmployer(admin, { people }));
});

const request = () => ({ ...act, place: nashville, today });
const listOf = (address: string) => loadPlanList(request(), readPlanSearch(new URLSearchParams(address)));
const { bronze, wideBronze, silver, otherSilver, unpricedGold, elsewhereGold, lowDental } = smallPlans;

describe("the list of plans", () => {
  it("prices the whole group for the earliest open start, cheapest first and those without a price last", async () => {
    const page = await listOf("");
    expect(page).toMatchObject({
      startOn: "2027-01-01",
      startIsChosen: false,
      employeeCount: 2,
      memberCount: 6,
      gap: null,
    });
    expect(page.items.map((item) => item.plan.planId)).toEqual(
      [bronze, wideBronze, otherSilver, silver, unpricedGold].map((plan) => plan.planId),
    );
    // Ana is 40, Bo 60, the three oldest children 16, 14 and 12; the fourth is not charged.
    expect(page.items[0]?.premiumCents).toBe(5 * 20_000 + 100 * (40 + 60 + 16 + 14 + 12));
    expect(page.items.at(-1)).toMatchObject({ premiumCents: null, hasRates: false });
  });

  it("takes two statements while the shelf is empty and one from then on", async () => {
    await listOf("line=dental");
    expect((await countStatements(() => listOf("line=dental"))).statements).toBe(1);
  });

  it.each([
    ["sort=deductible", unpricedGold.planId],
    ["sort=name", bronze.planId],
    ["sort=nonsense", bronze.planId],
    ["sort=yearly", bronze.planId],
    ["sort=maximum", unpricedGold.planId],
    ["level=silver", otherSilver.planId],
    ["issuer=99102", otherSilver.planId],
    ["line=dental", lowDental.planId],
  ])("asked with %s begins with the right plan", async (address, planId) => {
    expect((await listOf(address)).items[0]?.plan.planId).toBe(planId);
  });

  it("counts what each filter value would leave under the other filters", async () => {
    const { facets, items } = await listOf("issuer=99101&level=bronze");
    expect(items).toHaveLength(2);
    expect(facets.level.map(({ value, count }) => [value, count])).toEqual([
      ["bronze", 2],
      ["silver", 1],
      ["gold", 0],
    ]);
    expect(facets.issuer.map(({ value, count }) => [value, count])).toEqual([
      ["99101", 2],
      ["99102", 0],
    ]);
  });

  it("offers the filters to drop when nothing is left", async () => {
    const page = await listOf("issuer=99101&level=gold");
    expect(page.items).toEqual([]);
    expect(page.droppable).toEqual([
      { filter: "level", count: 3 },
      { filter: "issuer", count: 1 },
    ]);
    const search = readPlanSearch(new URLSearchParams("issuer=99101&level=gold"));
    expect(withoutFilter(search, "issuer")).toBe("?line=medical&level=gold");
  });

  it("estimates one person's year where the plan states enough, and puts the others last", async () => {
    const { items, yearIsShare } = await listOf("sort=yearly");
    // Aged 40: $240 a month. Eleven services at a copay of $25, eight fills at their price of $25 before the deductible.
    expect(items[0]).toMatchObject({ plan: { planId: bronze.planId }, yearCents: 12 * 24_000 + 19 * 2_500 });
    expect(items.map(({ yearCents }) => yearCents === null)).toEqual([false, false, true, true, true]);
    expect(yearIsShare).toBe(false);
  });

  it("filters by price, deductible and network, and keeps a price range that no plan has any more", async () => {
    const cheapest = (await listOf("")).items[0]?.premiumCents ?? 0;
    const { facets, items } = await listOf(`price=${cheapest / 100}-${cheapest / 100 + 1}&price=1-2`);
    expect(items.map(({ plan }) => plan.planId)).toEqual([bronze.planId]);
    expect(facets.price.find(({ value }) => value === "1-2")).toMatchObject({ count: 0 });
    expect((await listOf("deductible=5000-up")).items.map(({ plan }) => plan.planId)).toEqual(
      [bronze, wideBronze].map((plan) => plan.planId),
    );
    expect(await listOf("national=yes")).toMatchObject({ items: [], droppable: [{ filter: "national", count: 5 }] });
  });

  it("keeps what is picked to be compared while the list is filtered, and knows what is not sold here", async () => {
    const { picked, swap, items } = await listOf(
      `level=gold&plan=${silver.planId}&plan=${elsewhereGold.planId}&plan=${bronze.planId}&swap=${otherSilver.planId}`,
    );
    expect(items.map(({ plan }) => plan.planId)).toEqual([unpricedGold.planId]);
    expect(picked.map(({ planId }) => planId)).toEqual([silver.planId, bronze.planId]);
    expect(swap?.planId).toBe(otherSilver.planId);
  });

  it("answers a page beyond the last with the last", async () => {
    expect(await listOf("page=99")).toMatchObject({ page: 1, pageCount: 1, foundCount: 5 });
  });

  it("says that no plans are loaded where none are", async () => {
    const place = { state: "KY", countyFips: "21111", zip: "40202" };
    const page = await loadPlanList({ ...request(), place }, readPlanSearch(new URLSearchParams()));
    expect(page).toMatchObject({ gap: "no-plans-loaded", items: [], soldCount: 0 });
  });
});

describe("one plan", () => {
  it("shows each household's price and how many it is for", async () => {
    const page = await loadPlanDetail(request(), { line: "medical", planId: silver.planId });
    const bo = page?.households.find((household) => household.name === "Bo Worker");
    expect(bo?.totalCents).toBe(4 * 30_000 + 100 * (60 + 16 + 14 + 12));
    expect(bo?.memberCount).toBe(5);
    expect(page?.sheet.benefits.map((benefit) => benefit.inNetwork.copay)).toEqual([
      "$25.00",
      "$10.00 Copay after deductible",
    ]);
  });

  it("without prices is shown without amounts, and one that is not sold here is not there", async () => {
    expect(await loadPlanDetail(request(), { line: "medical", planId: unpricedGold.planId })).toMatchObject({
      hasRates: false,
      households: [],
      premiumCents: null,
    });
    expect(await loadPlanDetail(request(), { line: "medical", planId: elsewhereGold.planId })).toBeUndefined();
    expect(await loadPlanDetail(request(), { line: "medical", planId: "nonsense" })).toBeUndefined();
  });
});

describe("a comparison", () => {
  it("holds the first three plans with prices, in the order ticked, and counts the rest", async () => {
    const planIds = [silver, unpricedGold, bronze, silver, otherSilver, wideBronze].map((plan) => plan.planId);
    const page = await loadPlanCompare(request(), { line: "medical", planIds, limit: 3 });
    expect(page.compared.map(({ plan }) => plan.planId)).toEqual(
      [silver, bronze, otherSilver].map((plan) => plan.planId),
    );
    expect(page.leftOutCount).toBe(2);
  });

  it("holds as many as the reader may compare", async () => {
    const planIds = [silver, bronze, otherSilver, wideBronze].map((plan) => plan.planId);
    const page = await loadPlanCompare(request(), { line: "medical", planIds, limit: 5 });
    expect(page.compared).toHaveLength(4);
  });

  it("estimates a year for one person and a family of four where the plan states enough", async () => {
    const planIds = [bronze, silver].map((plan) => plan.planId);
    const { compared } = await loadPlanCompare(request(), { line: "medical", planIds, limit: 3 });
    expect(compared[0]).toMatchObject({
      year: { headCount: 1, care: { medium: { estimated: true, paidCents: 19 * 2_500 } } },
      family: { estimated: true, paidCents: 4 * 19 * 2_500 },
    });
    expect(compared[1]?.year.care?.medium).toMatchObject({ estimated: false });
  });

  it("of nothing is empty", async () => {
    const page = await loadPlanCompare(request(), { line: "medical", planIds: ["nonsense"], limit: 3 });
    expect(page.compared).toEqual([]);
  });
});

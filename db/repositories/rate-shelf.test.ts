import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "../../app/domain/calendar/calendar-date";
import { soldAtZip } from "../../app/domain/plan-catalog/shelf-plan";
import { rateAt } from "../../app/domain/rating/rate-sheet";
import { useTestDatabase } from "../../app/platform/testing/test-database";
import { countStatements, withDoor } from "../client.server";
import { insertSmallCatalog, nashville, smallPlans, smallPrice } from "../testing/small-catalog";
import { clearRateShelves, rateShelf, type ShelfKey } from "./rate-shelf.server";

const database = useTestDatabase();
let key: ShelfKey;
beforeAll(async () => {
  const catalogVersionId = await database.asAdmin(insertSmallCatalog);
  const { state, countyFips } = nashville;
  key = { catalogVersionId, ratingArea: 4, startOn: calendarDate("2027-01-01"), state, countyFips, line: "medical" };
});
afterEach(clearRateShelves);

function shelf(changes: Partial<ShelfKey> = {}) {
  return withDoor({ kind: "public" }, (tx) => rateShelf(tx, { ...key, ...changes }));
}

describe("the rate shelf", () => {
  it("is read with one statement and then none", async () => {
    const cold = await countStatements(() => shelf());
    const warm = await countStatements(() => shelf());
    expect([cold.statements, warm.statements]).toEqual([1, 0]);
    expect(warm.result).toBe(cold.result);
  });

  it("holds what is sold in the county, with its prices", async () => {
    const plans = await shelf();
    const sold = Object.values(smallPlans).filter((plan) => plan.line === "medical");
    expect(plans.map((plan) => plan.planId).sort()).toEqual(sold.map((plan) => plan.planId).sort());
    const silver = plans.find((plan) => plan.planId === smallPlans.silver.planId);
    expect(silver).toMatchObject({
      networkName: "River Network",
      actuarialValueBasisPoints: 7_000,
      hsaEligible: false,
      visitCost: { covered: true, copay: "$25.00" },
    });
    expect(silver?.sheet?.kind === "per-age" && rateAt(silver.sheet, { age: 70, usesTobacco: false })).toBe(
      smallPrice(smallPlans.silver, 65),
    );
    expect(silver?.deductible.main.individual).toBe(300_000);
  });

  it("is sorted by insurer, then name", async () => {
    const names = (await shelf()).map((plan) => `${plan.issuerName} ${plan.name}`);
    expect(names).toEqual([...names].sort());
  });

  it("keeps a plan without prices and says so, and has no price for a day that no period holds", async () => {
    const gold = (await shelf()).find((plan) => plan.planId === smallPlans.unpricedGold.planId);
    expect(gold).toMatchObject({ sheet: null });
    expect((await shelf({ startOn: calendarDate("2027-04-01") })).every((plan) => plan.sheet === null)).toBe(true);
    expect((await shelf({ ratingArea: 5 })).every((plan) => plan.sheet === null)).toBe(true);
  });

  it("leaves a plan sold in other ZIPs of the county to businesses there", async () => {
    const plans = await shelf();
    const idsAt = (zip: string) => soldAtZip(plans, zip).map((plan) => plan.planId);
    expect(idsAt("37203")).not.toContain(smallPlans.elsewhereGold.planId);
    expect(idsAt("37299")).toContain(smallPlans.elsewhereGold.planId);
  });

  it("has nothing of another state, another county's part or another line", async () => {
    expect(await shelf({ state: "KY" })).toEqual([]);
    expect((await shelf({ countyFips: "47001" })).map((plan) => plan.planId)).not.toContain(
      smallPlans.elsewhereGold.planId,
    );
    expect((await shelf({ line: "dental" })).map((plan) => plan.planId)).toEqual([smallPlans.lowDental.planId]);
  });

  it("forgets a reading that failed", async () => {
    const failing = withDoor({ kind: "public" }, (tx) => rateShelf(tx, { ...key, ratingArea: 1e12 }));
    await expect(failing).rejects.toThrow();
    expect((await shelf()).length).toBeGreaterThan(0);
  });

  it("is read once for requests that come at the same moment", async () => {
    const { result, statements } = await countStatements(() => Promise.all([shelf(), shelf(), shelf(), shelf()]));
    expect(statements).toBe(1);
    expect(new Set(result).size).toBe(1);
  });

  it("keeps the sixty-four that were used last", async () => {
    await shelf();
    for (let day = 1; day <= 63; day += 1) await shelf({ ratingArea: 100 + day });
    expect((await countStatements(() => shelf())).statements).toBe(0);
    await shelf({ ratingArea: 200 });
    expect((await countStatements(() => shelf())).statements).toBe(0);
    expect((await countStatements(() => shelf({ ratingArea: 101 }))).statements).toBe(1);
  });
});

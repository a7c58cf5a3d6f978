import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { rateAt } from "~/domain/rating/rate-sheet";
import { importCatalog, type CatalogImport } from "~/features/plans/import-catalog.command.server";
import { importGeoFile } from "~/features/plans/import-geo.command.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { withDoor } from "~db/client.server";
import { findRateSheets, listOfferablePlans } from "~db/repositories/plan-catalog/catalog-version.server";
import { countiesOfZip, ratingAreaOf } from "~db/repositories/plan-catalog/geo-version.server";
import { demoCounties } from "./demo-geography";
import { writeDemoCatalog } from "./write-demo-catalog";

const database = useTestDatabase();
const on = calendarDate("2027-04-01");
let folder: string;
let sql: postgres.Sql;
let result: CatalogImport;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-catalog-"));
  sql = postgres(database.urls.ownerUrl, { max: 2, onnotice: () => undefined });
  const path = await writeDemoCatalog({ folder, years: [2026, 2027] });
  const places = await importGeoFile({ sql, path, years: { yearFrom: 2026, yearTo: 2027 } });
  const catalog = await importCatalog({ sql, folder });
  if (!places.ok || !catalog.ok) throw new Error("the demonstration catalog was refused");
  result = catalog.value;
});
afterAll(async () => {
  await sql.end();
  await rm(folder, { recursive: true });
});

const publicly = <T>(work: Parameters<typeof withDoor<T>>[1]) => withDoor({ kind: "public" }, work);

describe("the demonstration catalog", () => {
  it("passes the importer without a single refusal or warning, both years", () => {
    expect(result.findings.slice(0, 5)).toEqual([]);
    expect(result.versions.map(({ businessYear, states }) => [businessYear, states])).toEqual([
      [2026, ["DC", "WI"]],
      [2027, ["DC", "WI"]],
    ]);
  });

  it.each([
    ["Milwaukee", "53202", "55079"],
    ["Washington", "20001", "11001"],
  ])(
    "offers a business in %s medical plans of every level and dental plans, all priced",
    async (_, zip, countyFips) => {
      const catalogVersionId = result.versions[1]!.catalogVersionId;
      await publicly(async (tx) => {
        expect((await countiesOfZip(tx, { zip, on })).map((county) => county.fips)).toContain(countyFips);
        const area = await ratingAreaOf(tx, { countyFips, zip, on });
        const ratingArea = area.ok ? area.value : 0;
        const plans = await listOfferablePlans(tx, { catalogVersionId, countyFips, zip, startOn: on });
        expect(new Set(plans.map((plan) => plan.metalLevel))).toEqual(
          new Set(["bronze", "expanded-bronze", "silver", "gold", "platinum", "high", "low"]),
        );
        expect(plans.every((plan) => plan.quotable && plan.childOnly !== "child-only")).toBe(true);
        const { sheets, problems } = await findRateSheets(tx, { catalogVersionId, ratingArea, startOn: on });
        expect(problems).toEqual([]);
        const priced = new Set(sheets.map((sheet) => sheet.planId));
        expect(plans.filter((plan) => !priced.has(plan.planId))).toEqual([]);
      });
    },
  );

  it("has at least forty medical and twelve dental plans", async () => {
    const rows = await sql<{ line: string; count: number }[]>`
      select line, count(distinct plan_id)::int as count from plans
      where catalog_version_id = ${result.versions[0]!.catalogVersionId} and offerable group by line`;
    const counts = Object.fromEntries(rows.map((row) => [row.line, row.count]));
    expect(counts["medical"]).toBeGreaterThanOrEqual(40);
    expect(counts["dental"]).toBeGreaterThanOrEqual(12);
  });

  it("charges Wisconsin adults at most half more for tobacco, children and Washington nothing", async () => {
    const of = (catalogVersionId: number, ratingArea: number) =>
      publicly((tx) => findRateSheets(tx, { catalogVersionId, ratingArea, startOn: on }));
    const { sheets } = await of(result.versions[1]!.catalogVersionId, 1);
    const ratios = (state: string, age: number) =>
      sheets.flatMap((sheet) => {
        if (sheet.kind !== "per-age" || sheet.planId.slice(5, 7) !== state) return [];
        const [plain, tobacco] = [false, true].map((usesTobacco) => rateAt(sheet, { age, usesTobacco }) ?? 0);
        return [tobacco! / plain!];
      });
    expect(Math.max(...ratios("WI", 20))).toBe(1);
    expect(Math.max(...ratios("WI", 64))).toBeGreaterThan(1.3);
    for (const age of [21, 40, 64]) expect(Math.max(...ratios("WI", age))).toBeLessThanOrEqual(1.5);
    expect(Math.max(...ratios("DC", 64))).toBe(1);
  });

  it("puts Wisconsin's 72 counties into sixteen areas of neighbors", () => {
    const wisconsin = demoCounties().filter((county) => county.state === "WI");
    expect(wisconsin).toHaveLength(72);
    expect(new Set(wisconsin.map((county) => county.ratingArea)).size).toBe(16);
    expect(wisconsin.every((county) => county.zips.length > 0)).toBe(true);
  });
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { describeWithRealData } from "~/platform/testing/real-data";
import { useTestDatabase } from "~/platform/testing/test-database";
import { withDoor } from "~db/client.server";
import { countiesOfZip, ratingAreaOf } from "~db/repositories/plan-catalog/geo-version.server";
import { importGeoFile, type GeoImport, type GeoYears } from "./import-geo.command.server";

const database = useTestDatabase();
let sql: postgres.Sql;
beforeAll(() => {
  sql = postgres(database.urls.ownerUrl, { max: 2, onnotice: () => undefined });
});
afterAll(() => sql.end());

async function imported(path: string, years?: GeoYears): Promise<GeoImport> {
  const outcome = await importGeoFile({ sql, path, years });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const counties = (zip: string, on: string) =>
  withDoor({ kind: "public" }, (tx) => countiesOfZip(tx, { zip, on: calendarDate(on) }));

async function area(countyFips: string, zip: string, on: string): Promise<number | string> {
  const found = await withDoor({ kind: "public" }, (tx) => ratingAreaOf(tx, { countyFips, zip, on: calendarDate(on) }));
  return found.ok ? found.value : found.problems[0]!.code;
}

describeWithRealData("public tables of places", (data) => {
  const geo = join(data, "puf/geo");

  it("imports the national ZIP table of 2015 for the years it is said to hold", async () => {
    const result = await imported(join(geo, "zip_county_rating_area_2015.csv.gz"), { yearFrom: 2015, yearTo: 2017 });
    expect(result).toMatchObject({ layout: "zip-county-area", counts: { zipCounties: 51_541 }, refusals: [] });
    expect(await area("01001", "36749", "2016-03-01")).toBe(11);
    expect(await area("01001", "36749", "2018-01-01")).toBe("rating-area-unknown");
  });

  it("gives every county of a ZIP that lies in several", async () => {
    const six = await counties("54755", "2016-01-01");
    expect(six.map((county) => county.fips).sort()).toEqual(["55001", "55011", "55033", "55035", "55091", "55121"]);
    expect([await area("55001", "54755", "2016-01-01"), await area("55011", "54755", "2016-01-01")]).toEqual([15, 6]);
    expect(await counties("00000", "2016-01-01")).toEqual([]);
  });

  it("lets the state exchange's own table win for its year, and refuses the line whose county has no code", async () => {
    const result = await imported(join(data, "puf/ma-2017-shop/zip_county_rating_area.csv"));
    expect(result).toMatchObject({ layout: "zip-county-area-code", years: { yearFrom: 2017, yearTo: 2017 } });
    expect(result.counts.zipCounties).toBe(697);
    expect(result.refusals).toEqual([
      { line: 116, problem: { code: "geo-county-unreadable", field: "county_fips", params: { value: "" } } },
    ]);
    expect(await area("25013", "01001", "2017-05-01")).toBe(1);
    expect((await counties("01002", "2017-05-01")).map((county) => county.fips)).toEqual(["25011", "25015"]);
  });

  it("reads areas by county and by 3-digit ZIP as one table", async () => {
    const years = { yearFrom: 2014, yearTo: 2014 };
    const byCounty = await imported(join(geo, "county_rating_area_2015.csv"), years);
    expect(byCounty.counts).toMatchObject({ counties: 3_143, ratedByZip3: 181 });
    const byZip3 = await imported(join(geo, "zip3_rating_area_2015.csv"), years);
    expect(byZip3.counts.ratingAreas).toBe(64);
    expect(await area("01001", "36749", "2014-06-01")).toBe(11);
    expect(await area("25013", "01001", "2014-06-01")).toBe(1);
    expect(await area("06037", "90631", "2014-06-01")).toBe(15);
    expect(await area("06059", "90631", "2014-06-01")).toBe(18);
  });

  it("finds the counties of a table that names them without codes", async () => {
    await imported(join(geo, "county_fips_2020.csv.gz"));
    const result = await imported(join(geo, "county_rating_area_2025.csv"));
    expect(result).toMatchObject({ layout: "county-name-area", years: { yearFrom: 2025, yearTo: 2025 } });
    expect(result.refusals).toEqual([]);
    expect(result.counts.ratingAreas + result.counts.ratedByZip3).toBe(3_223);
    expect(await area("55025", "53703", "2025-01-01")).toBe(2);
  });

  it("imports ZIPs without areas, and the same file only once", async () => {
    const file = join(geo, "zip_county_fips.csv.gz");
    expect(await imported(file)).toMatchObject({
      layout: "zip-county",
      counts: { zipCounties: 54_147 },
      unchanged: false,
    });
    expect(await imported(file)).toMatchObject({ unchanged: true });
  });
});

describe("a table of places", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "geo-import-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ["columns nobody knows", "people.csv", "zip,population\n53703,1\n", "geo-layout-unknown"],
    [
      "areas of an unsaid year",
      "areas.csv",
      "state,countyfip,county,ratingarea\nWI,55025,Dane,2\n",
      "geo-years-needed",
    ],
    ["an open quote", "areas-2026.csv", 'state,countyfip,county,ratingarea\n"WI,55025\n', "catalog-csv-unreadable"],
  ])("with %s is refused whole", async (_, name, text, code) => {
    await writeFile(join(folder, name), text);
    const outcome = await importGeoFile({ sql, path: join(folder, name) });
    expect(outcome).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it("that is not there is a problem, not a crash", async () =>
    expect(await importGeoFile({ sql, path: join(folder, "none.csv") })).toMatchObject({
      ok: false,
      problems: [{ code: "geo-file-missing" }],
    }));
});

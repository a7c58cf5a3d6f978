import { gunzipSync, gzipSync } from "node:zlib";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { rateAt, type RateSheet } from "~/domain/rating/rate-sheet";
import { describeWithRealData } from "~/platform/testing/real-data";
import { useTestDatabase } from "~/platform/testing/test-database";
import { withDoor } from "~db/client.server";
import {
  findRateSheets,
  latestCatalogVersion,
  listOfferablePlans,
} from "~db/repositories/plan-catalog/catalog-version.server";
import { importCatalog, type CatalogImport } from "./import-catalog.command.server";

const database = useTestDatabase();
let sql: postgres.Sql;
beforeAll(() => {
  sql = postgres(database.urls.ownerUrl, { max: 2, onnotice: () => undefined });
});
afterAll(() => sql.end());

async function imported(folder: string): Promise<CatalogImport> {
  const outcome = await importCatalog({ sql, folder });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

function reasons(result: CatalogImport): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { problem } of result.findings) counts[problem.code] = (counts[problem.code] ?? 0) + 1;
  return counts;
}

async function countVersions(): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from catalog_versions`;
  return row!.count;
}

async function ratesOf(catalogVersionId: number, ratingArea: number, startOn: string): Promise<Map<string, RateSheet>> {
  const wanted = { catalogVersionId, ratingArea, startOn: calendarDate(startOn) };
  const found = await withDoor({ kind: "public" }, (tx) => findRateSheets(tx, wanted));
  return new Map(found.sheets.map((sheet) => [sheet.planId, sheet]));
}

function priceAt(sheet: RateSheet | undefined, age: number): number | undefined {
  return sheet?.kind === "per-age" ? rateAt(sheet, { age, usesTobacco: false }) : undefined;
}

describeWithRealData("the District of Columbia's small-group filings of 2016", (data) => {
  const folder = join(data, "puf/dc-2016-shop");
  let result: CatalogImport;
  beforeAll(async () => {
    result = await imported(folder);
  });

  it("keeps every variant and every rate of a filed plan, and counts the rates of plans that were not filed", () => {
    expect(result.versions).toMatchObject([
      {
        businessYear: 2016,
        states: ["DC"],
        rowCounts: {
          plans: 71,
          offerablePlans: 54,
          rateRows: 8_928,
          unknownPlanRates: 1_748,
          unknownPlans: 11,
          benefits: 4_297,
          serviceAreas: 7,
        },
      },
    ]);
    expect(result.findings).toEqual([]);
    expect([result.refusedCount, result.warningCount]).toEqual([0, 0]);
    expect(result.skippedFiles).toEqual(["plan_crosswalk_2015_2016.csv"]);
  });

  it("counts the rows of exactly the eleven plans that Plan Attributes does not list", async () => {
    const text = gunzipSync(await readFile(join(folder, "rate_puf.csv.gz"))).toString();
    const rows = text.split("\n").flatMap((line) => /,(\d{5}DC\d{7}),/.exec(line)?.[1] ?? []);
    const filed = await sql<{ id: string }[]>`select distinct plan_id as id from plans
      where catalog_version_id = ${result.versions[0]!.catalogVersionId}`;
    const ids = new Set(filed.map(({ id }) => id));
    const strangers = rows.filter((id) => !ids.has(id));
    const aetna = ["36", "37", "40", "41", "42", "43", "44", "45", "47"].map((end) => `73987DC00400${end}`);
    expect([...new Set(strangers)].sort()).toEqual([...aetna, "78079DC0330002", "78079DC0340002"]);
    expect(strangers.length).toBe(1_748);
  });

  it("changes nothing when the same folder is imported again", async () => {
    const before = await countVersions();
    const again = await imported(folder);
    expect(again).toMatchObject({ unchanged: true, versions: [{ rowCounts: { plans: 71 } }] });
    expect(await countVersions()).toBe(before);
  });

  it("gives every filed price back to the cent", async () => {
    const { catalogVersionId } = result.versions[0]!;
    const sheets = await ratesOf(catalogVersionId, 1, "2016-01-01");
    const plan = sheets.get("94506DC0350001");
    expect([0, 20, 21, 65, 99].map((age) => priceAt(plan, age))).toEqual([27_202, 27_202, 30_238, 90_714, 90_714]);
    const text = gunzipSync(await readFile(join(folder, "rate_puf.csv.gz"))).toString();
    const [first = "", ...lines] = text.split(/\r?\n/);
    const header = first.split(",");
    let compared = 0;
    for (const line of lines) {
      const cells = line.split(",");
      const cell = (name: string) => cells[header.indexOf(name)] ?? "";
      const sheet = sheets.get(cell("PlanId"));
      if (!sheet || cell("RateEffectiveDate") > "2016-01-01" || cell("Age") === "Family Option") continue;
      const age = Number(/\d+/.exec(cell("Age"))![0]);
      expect(priceAt(sheet, age), line).toBe(Math.round(Number(cell("IndividualRate")) * 100));
      compared += 1;
    }
    const plansPricedByAge = 53;
    const ageBands = 46;
    expect(compared).toBe(plansPricedByAge * ageBands);
  });

  it("prices the household dental plan by tier", async () => {
    const sheets = await ratesOf(result.versions[0]!.catalogVersionId, 1, "2016-04-01");
    expect(sheets.get("43849DC0080001")).toMatchObject({
      kind: "family-tier",
      tiers: { couple: 5_525, primaryAndOne: 5_514 },
    });
  });

  it("finds the version by year and state, and lists what a Washington employer may offer", async () => {
    const place = { countyFips: "11001", zip: "20001", startOn: calendarDate("2016-07-01") };
    await withDoor({ kind: "public" }, async (tx) => {
      const version = await latestCatalogVersion(tx, { year: 2016, state: "DC" });
      expect(version?.catalogVersionId).toBe(result.versions[0]!.catalogVersionId);
      expect(await latestCatalogVersion(tx, { year: 2016, state: "MD" })).toBeUndefined();
      const catalogVersionId = version!.catalogVersionId;
      const medical = await listOfferablePlans(tx, { catalogVersionId, ...place, line: "medical" });
      const dental = await listOfferablePlans(tx, { catalogVersionId, ...place, line: "dental" });
      expect([medical.length, dental.length]).toEqual([47, 7]);
      expect(medical.every((plan) => plan.quotable && plan.variantId.endsWith("-01"))).toBe(true);
      const elsewhere = { ...place, countyFips: "24031", zip: "20814" };
      expect(await listOfferablePlans(tx, { catalogVersionId, ...elsewhere })).toEqual([]);
    });
  });
});

describeWithRealData("Massachusetts' small-group filings of 2017", (data) => {
  let result: CatalogImport;
  beforeAll(async () => {
    result = await imported(join(data, "puf/ma-2017-shop"));
  });
  const place = { startOn: calendarDate("2017-04-01") };
  const offered = (zip: string, countyFips: string) =>
    withDoor({ kind: "public" }, (tx) =>
      listOfferablePlans(tx, { catalogVersionId: result.versions[0]!.catalogVersionId, zip, countyFips, ...place }),
    );

  it("keeps all 23 plans in seven areas and skips the table of places", () => {
    expect(result.versions[0]).toMatchObject({
      businessYear: 2017,
      states: ["MA"],
      rowCounts: { plans: 23, offerablePlans: 23, rateRows: 23_966, rateSheets: 521, serviceAreaCounties: 50 },
    });
    expect(result.refusedCount).toBe(0);
    expect(result.skippedFiles).toEqual(["zip_county_rating_area.csv"]);
    expect(reasons(result)).toEqual({ "catalog-benefits-missing": 1, "catalog-service-area-contradiction": 1 });
    expect(result.findings.find(({ problem }) => problem.code === "catalog-service-area-contradiction")).toMatchObject({
      problem: { params: { issuerId: "82569", serviceAreaId: "MAS001" } },
    });
  });

  it("prices one plan differently in each area and quarter", async () => {
    const version = result.versions[0]!.catalogVersionId;
    const price = async (area: number, startOn: string) =>
      priceAt((await ratesOf(version, area, startOn)).get("34484MA0250002"), 21);
    expect(await price(1, "2017-01-01")).toBe(35_030);
    expect(await price(7, "2017-01-01")).toBeUndefined();
    expect(await price(1, "2017-10-01")).not.toBe(35_030);
  });

  it("sells a plan of a partial county only in the listed ZIPs", async () => {
    const plansOf = async (zip: string) =>
      (await offered(zip, "25011")).filter((plan) => plan.serviceAreaId === "MAS002" && plan.issuerId === "82569")
        .length;
    expect(await plansOf("01039")).toBe(2);
    expect(await plansOf("01301")).toBe(0);
  });
});

describeWithRealData("the federal exchange's Plan Attributes of 2025", (data) => {
  it("keeps the 208 small-group variants, 41 of them offerable, and finds an area for each", async () => {
    const result = await imported(join(data, "puf/ffe-py2025"));
    expect(result.versions[0]).toMatchObject({
      businessYear: 2025,
      states: ["AL", "MI", "MT", "OH"],
      rowCounts: { plans: 208, offerablePlans: 41 },
    });
    expect(result.refusedCount).toBe(0);
    expect(reasons(result)).toEqual({ "catalog-benefits-missing": 1, "catalog-rates-missing": 1 });
    const startOn = calendarDate("2025-01-01");
    const place = {
      catalogVersionId: result.versions[0]!.catalogVersionId,
      countyFips: "01001",
      zip: "36067",
      startOn,
    };
    const plans = await withDoor({ kind: "public" }, (tx) => listOfferablePlans(tx, place));
    expect(plans.length).toBe(7);
    expect(plans.every((plan) => plan.stateCode === "AL" && !plan.quotable)).toBe(true);
    const version = result.versions[0]!.catalogVersionId;
    const kinds = await sql`
      select offerable, right(variant_id, 3) as variant, line, count(*)::int,
        count(*) filter (where exists (select 1 from rate_sheets r
          where r.catalog_version_id = p.catalog_version_id and r.plan_id = p.plan_id))::int as rated
      from plans p where catalog_version_id = ${version} group by 1, 2, 3 order by 1, 3`;
    expect(kinds).toEqual([
      { offerable: false, variant: "-00", line: "dental", count: 126, rated: 0 },
      { offerable: false, variant: "-00", line: "medical", count: 41, rated: 0 },
      { offerable: true, variant: "-01", line: "medical", count: 41, rated: 0 },
    ]);
  });
});

const planHeader =
  "BusinessYear,StateCode,IssuerId,SourceName,MarketCoverage,DentalOnly,StandardComponentId,PlanMarketingName,ServiceAreaId,PlanType,MetalLevel,PlanId,QHPNonQHPTypeId,TEHBDedInnTier1Individual";
const planRow = (id: string, name = "A plan") =>
  `2026,WI,99101,HIOS,SHOP (Small Group),No,99101WI000000${id},"${name}",WIS001,HMO,Silver,99101WI000000${id}-01,Both,"$2,500 "`;
const rateHeader =
  "BusinessYear,StateCode,IssuerId,SourceName,RateEffectiveDate,RateExpirationDate,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,IndividualTobaccoRate";
const rateRow = (age: string, price: string, tobacco = "No Preference,") => {
  const [preference, tobaccoPrice = ""] = tobacco.split(",");
  return `2026,WI,99101,HIOS,1/1/2026,2026-03-31 00:00:00,99101WI0000001,Rating Area 2,${preference},${age},${price},${tobaccoPrice}`;
};

describe("a folder of filings", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "catalog-import-"));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const lay = async (files: Record<string, string | Buffer>) => {
    await rm(folder, { recursive: true });
    folder = await mkdtemp(join(tmpdir(), "catalog-import-"));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  };
  const plansCsv = `\uFEFF${planHeader}\r\n${planRow("1", 'Quoted ""name""\r\non two lines')}\r\n${planRow("2")}\r\n`;

  it("lists each refused record with its physical line and keeps the rest", async () => {
    const rates = [
      rateHeader,
      ...[rateRow("0-14", '"1,001.67"'), rateRow("15", "999.99"), rateRow("16", "12.345"), rateRow("17", "88.10")],
      ...[rateRow("17", "88.10"), rateRow("17", "99.10"), rateRow("200", "5.00"), "2026,WI,99101"],
      rateRow("18", "90.00", "Tobacco User/Non-Tobacco User,108.00"),
    ];
    await lay({ "plans.csv": plansCsv, "rates.csv.gz": gzipSync(rates.join("\n")) });
    const result = await imported(folder);
    const refusals = result.findings.filter((finding) => finding.kind === "refused");
    expect(
      refusals.map(({ file, line, problem }) => [file, line, problem.field, problem.code, problem.params]),
    ).toEqual([
      [
        "rates.csv.gz",
        3,
        "IndividualRate",
        "catalog-rate-placeholder",
        { value: "999.99", planId: "99101WI0000001", age: "15" },
      ],
      [
        "rates.csv.gz",
        4,
        "IndividualRate",
        "catalog-rate-unreadable",
        { value: "12.345", planId: "99101WI0000001", age: "16" },
      ],
      [
        "rates.csv.gz",
        7,
        "IndividualRate",
        "catalog-rate-duplicate",
        { value: "99.10", planId: "99101WI0000001", age: "17" },
      ],
      ["rates.csv.gz", 8, "Age", "catalog-age-unreadable", { value: "200", planId: "99101WI0000001", age: "200" }],
      ["rates.csv.gz", 9, undefined, "catalog-cell-count", undefined],
    ]);
    expect(reasons(result)).toMatchObject({ "catalog-plan-without-rates": 1, "catalog-service-areas-missing": 1 });
    const version = result.versions[0]!;
    expect(version.rowCounts).toMatchObject({ plans: 2, rateRows: 3, repeatedRateRows: 1, rateSheets: 1, refused: 5 });
    const [stored] = await sql`
      select cents_by_age[1] as child, cents_by_age[16] as fifteen, tobacco_cents_by_age[19] as tobacco
      from rate_sheets where catalog_version_id = ${version.catalogVersionId} and rating_area = 2`;
    expect(stored).toEqual({ child: 100_167, fifteen: 0, tobacco: 10_800 });
    const kept = await sql`select line, value, reason from import_refusals
      where catalog_version_id = ${version.catalogVersionId} and kind = 'refused' order by line limit 1`;
    expect(kept[0]).toEqual({ line: 3, value: "999.99", reason: "catalog-rate-placeholder" });
    const wanted = { catalogVersionId: version.catalogVersionId, ratingArea: 2, startOn: calendarDate("2026-02-01") };
    const found = await withDoor({ kind: "public" }, (tx) => findRateSheets(tx, wanted));
    expect(found).toMatchObject({ sheets: [], problems: [{ code: "rate-ages-gap" }] });
  });

  it.each([
    ["a required column is missing", { "rates.csv": rateHeader.replace("Age,", "") }, "catalog-column-missing"],
    ["a quote is never closed", { "rates.csv": `${rateHeader}\n2026,"WI\n` }, "catalog-csv-unreadable"],
    [
      "the last line is cut off",
      { "rates.csv": `${rateHeader}\n${rateRow("20", "77.77")}\n2026,WI,99` },
      "catalog-file-cut-off",
    ],
    [
      "the archive is cut off",
      { "rates.csv.gz": gzipSync(`${rateHeader}\n${rateRow("20", "77.77")}`).subarray(0, 60) },
      "catalog-archive-damaged",
    ],
  ])("changes nothing when %s", async (_, broken, code) => {
    await lay({ "plans.csv": plansCsv.replaceAll("A plan", code), ...broken });
    const before = await countVersions();
    const outcome = await importCatalog({ sql, folder });
    expect(outcome).toMatchObject({ ok: false, problems: [{ code }] });
    expect(await countVersions()).toBe(before);
  });

  it("says so when there is no Plan Attributes file or no folder", async () => {
    await lay({ "rates.csv": `${rateHeader}\n${rateRow("20", "1.00")}\n` });
    const missing = await importCatalog({ sql, folder });
    expect(missing).toMatchObject({ ok: false, problems: [{ code: "catalog-plan-attributes-missing" }] });
    const nowhere = await importCatalog({ sql, folder: join(folder, "nowhere") });
    expect(nowhere).toMatchObject({ ok: false, problems: [{ code: "catalog-folder-missing" }] });
  });
});

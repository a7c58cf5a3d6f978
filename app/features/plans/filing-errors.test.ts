import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { useTestDatabase } from "~/platform/testing/test-database";
import { withDoor } from "~db/client.server";
import {
  findRateSheets,
  latestCatalogVersion,
  listOfferablePlans,
} from "~db/repositories/plan-catalog/catalog-version.server";
import { countiesOfZip } from "~db/repositories/plan-catalog/geo-version.server";
import { importCatalog, type CatalogImport } from "./import-catalog.command.server";
import { importGeoFile } from "./import-geo.command.server";

// Every defect that was seen in public filings, under the words of the table that lists them.

const database = useTestDatabase();
let sql: postgres.Sql;
let folder: string;
beforeAll(async () => {
  sql = postgres(database.urls.ownerUrl, { max: 2, onnotice: () => undefined });
  folder = await mkdtemp(join(tmpdir(), "filing-errors-"));
});
afterAll(async () => {
  await sql.end();
  await rm(folder, { recursive: true });
});

type Cells = Readonly<Record<string, string>>;
const start = { BusinessYear: "2026", StateCode: "WI", IssuerId: "99101", SourceName: "HIOS" };
const plan = (cells: Cells = {}): Cells => ({
  ...{ ...start, MarketCoverage: "SHOP (Small Group)", DentalOnlyPlan: "No", StandardComponentId: "99101WI0000001" },
  ...{ PlanMarketingName: "Silver", ServiceAreaId: "WIS001", PlanType: "HMO", MetalLevel: "Silver" },
  ...{ PlanId: "99101WI0000001-01", QHPNonQHPTypeId: "Both", PlanEffectiveDate: "2026-01-01" },
  ...{ AVCalculatorOutputNumber: "", IssuerActuarialValue: "", EHBPercentTotalPremium: "" },
  ...{ TEHBDedInnTier1Individual: "", TEHBDedInnTier1FamilyPerPerson: "", TEHBDedInnTier1FamilyPerGroup: "" },
  ...cells,
});
const rate = (cells: Cells = {}): Cells => ({
  ...{ ...start, RateEffectiveDate: "2026-01-01", RateExpirationDate: "2026-03-31", PlanId: "99101WI0000001" },
  ...{ RatingAreaId: "Rating Area 2", Tobacco: "No Preference", Age: "30", IndividualRate: "300.00", Couple: "" },
  ...cells,
});
const benefit = (cells: Cells = {}): Cells => ({
  ...{ ...start, PlanId: "99101WI0000001-01", BenefitName: "Specialist Visit", CopayInnTier1: "$40.00" },
  ...{ CoinsInnTier1: "Not Applicable", IsCovered: "Covered", LimitUnit: "", Explanation: "" },
  ...cells,
});
const area = (cells: Cells = {}): Cells => ({
  ...{ ...start, ServiceAreaId: "WIS001", ServiceAreaName: "South", CoverEntireState: "No", County: "55025" },
  ...{ PartialCounty: "No", ZipCodes: "", MarketCoverage: "SHOP (Small Group)", DentalOnlyPlan: "No", ...cells },
});
const csv = (rows: readonly Cells[]) => stringify([...rows], { header: true });

/** Imports the files; `plans`, `rates`, `areas` and `benefits` that are not given are sound. */
async function imported(files: Record<string, readonly Cells[] | string>): Promise<CatalogImport> {
  const inside = await mkdtemp(join(folder, "filings-"));
  const all = { plans: [plan()], rates: [rate()], areas: [area()], benefits: [benefit()], ...files };
  for (const [name, rows] of Object.entries(all)) {
    await writeFile(join(inside, `${name}.csv`), typeof rows === "string" ? rows : csv(rows));
  }
  const outcome = await importCatalog({ sql, folder: inside });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const found = ({ findings }: CatalogImport) =>
  findings.map(({ kind, file, line, problem }) => [
    ...[kind, file, line, problem.field ?? null, problem.params?.["value"] ?? null, problem.code],
  ]);
const versionOf = (result: CatalogImport) => result.versions[0]!.catalogVersionId;
const counted = (result: CatalogImport) => result.versions[0]!.rowCounts;

async function stored(result: CatalogImport, column: string, table = "plans"): Promise<unknown[]> {
  const rows = await sql.unsafe(
    `select ${column} as value from ${table} where catalog_version_id = $1 order by 1 nulls last`,
    [versionOf(result)],
  );
  return rows.map((row) => row["value"] as unknown);
}
const priceAt30 = (result: CatalogImport) => stored(result, "cents_by_age[31]", "rate_sheets");

describe("how a file is written", () => {
  it("UTF-8 BOM before `BusinessYear`, CRLF, line breaks inside quoted cells", async () => {
    const plans = `\uFEFF${csv([plan({ PlanMarketingName: "Silver\r\nPlus, “new”" })]).replaceAll(/(?<!\r)\n/g, "\r\n")}`;
    const result = await imported({ plans, rates: [rate({ Age: "30" }), rate({ Age: "x" })] });
    expect(await stored(result, "name")).toEqual(["Silver\r\nPlus, “new”"]);
    expect(found(result)).toEqual([["refused", "rates.csv", 3, "Age", "x", "catalog-age-unreadable"]]);
  });

  it("dates `2025-01-01`, `1/1/2026`, `2014-03-19 07:06:49`, `3/19/2014 7:06`: others are refused by line", async () => {
    const days = ["2026-01-01", "4/1/2026", "2026-07-01 07:06:49", "10/1/2026 7:06", "01.12.2026", "2026-13-01"];
    const rates = days.map((day) => rate({ RateEffectiveDate: day, RateExpirationDate: "12/31/2026" }));
    const result = await imported({ rates });
    expect(await stored(result, "effective_on::text", "rate_sheets")).toEqual([
      ...["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"],
    ]);
    expect(found(result)).toEqual([
      ["refused", "rates.csv", 6, "RateEffectiveDate", "01.12.2026", "catalog-date-unreadable"],
      ["refused", "rates.csv", 7, "RateEffectiveDate", "2026-13-01", "catalog-date-unreadable"],
    ]);
  });

  it("header spelling changes: DentalOnly / DentalOnlyPlan, without regard to case", async () => {
    const plans = csv([plan({ DentalOnlyPlan: "Yes", MetalLevel: "High" })]).replace("DentalOnlyPlan", "DENTALONLY");
    const result = await imported({ plans, areas: [area({ DentalOnlyPlan: "Yes" })] });
    expect(await stored(result, "line")).toEqual(["dental"]);
  });

  it("columns come and go by year (VersionNum, IssuerId2, FederalTIN, RowNumber, IsStateMandate, IsSubjToDed*)", async () => {
    const old = { VersionNum: "4", IssuerId2: "99101", FederalTIN: "12-3456789", RowNumber: "14" };
    const benefits = [{ IsStateMandate: "", ...benefit(), IsSubjToDedTier1: "Yes" }];
    const result = await imported({ rates: [{ ...old, ...rate() }], benefits });
    expect(found(result)).toEqual([]);
    expect(counted(result)).toMatchObject({ rateRows: 1, benefits: 1 });
  });
});

describe("amounts and prices", () => {
  it("money: amount, not applicable and unknown are three different meanings", async () => {
    const money = ["$1,250 ", "$2500 per person", "per group not applicable"];
    const [individual = "", perPerson = "", perGroup = ""] = money;
    const plans = [
      plan({ TEHBDedInnTier1Individual: individual, TEHBDedInnTier1FamilyPerPerson: perPerson }),
      plan({ PlanId: "99101WI0000001-00", TEHBDedInnTier1FamilyPerGroup: perGroup }),
    ];
    const result = await imported({ plans });
    expect(await stored(result, "deductible->'main'")).toEqual(
      expect.arrayContaining([
        { individual: 125_000, familyPerPerson: 250_000, familyPerGroup: "unknown" },
        { individual: "unknown", familyPerPerson: "unknown", familyPerGroup: "not-applicable" },
      ]),
    );
  });

  it("percent `10.00%`, `71.77%`, `100%`; AV `0.918998637719829`: kept as decimal, not rounded on import", async () => {
    const plans = [
      plan({ AVCalculatorOutputNumber: "0.918998637719829", EHBPercentTotalPremium: "100%" }),
      plan({ PlanId: "99101WI0000001-00", IssuerActuarialValue: "71.77%", EHBPercentTotalPremium: "10.00%" }),
    ];
    const result = await imported({ plans });
    expect(await stored(result, "actuarial_value::text")).toEqual(["0.7177", "0.918998637719829"]);
    expect(await stored(result, "details->>'essentialShareOfPremium'")).toEqual(["0.1", "1"]);
  });

  it("rate written `1,001.67`: never the part before the comma", async () => {
    const result = await imported({ rates: [rate({ IndividualRate: "1,001.67" })] });
    expect(await priceAt30(result)).toEqual([100_167]);
  });

  it.each(["1,00.67", "1001,67", "300.005", "3e2", "300-", "$"])(
    "rate written `%s`: refused, not rounded into a number",
    async (value) => {
      const result = await imported({ rates: [rate({ Age: "31" }), rate({ IndividualRate: value })] });
      expect(found(result)).toEqual([["refused", "rates.csv", 3, "IndividualRate", value, "catalog-rate-unreadable"]]);
      expect(await priceAt30(result)).toEqual([0]);
    },
  );

  it("placeholder rates: 999.99, 999999, 0, 0.01, 9999 and 9999.99, with plan and age", async () => {
    const values = ["999.99", "999999", "0", "0.01", "9999", "9999.99"];
    const rates = values.map((value, index) => rate({ Age: String(30 + index), IndividualRate: value }));
    const result = await imported({ rates: [...rates, rate({ Age: "50", IndividualRate: "21474836.48" })] });
    expect(found(result).slice(0, 6)).toEqual(
      values.map((value, index) => [
        ...["refused", "rates.csv", 2 + index, "IndividualRate", value, "catalog-rate-placeholder"],
      ]),
    );
    expect(found(result)[6]?.at(-1)).toBe("catalog-rate-too-large");
    expect(result.findings[1]?.problem.params).toEqual({ value: "999999", planId: "99101WI0000001", age: "31" });
    expect(await stored(result, "1", "rate_sheets")).toEqual([]);
  });

  it("MetLife dental: filed with family tiers, listed elsewhere by age: the rate file wins", async () => {
    const family = rate({ Age: "Family Option", Tobacco: "", IndividualRate: "27.41", Couple: "54.82" });
    const result = await imported({ rates: [family, rate()] });
    expect(await stored(result, "tier_cents->'couple'", "rate_sheets")).toEqual([5_482]);
    expect(found(result)).toEqual([["refused", "rates.csv", 3, "IndividualRate", "300.00", "catalog-rate-duplicate"]]);
  });
});

describe("files that do not fit together", () => {
  const list = (result: CatalogImport) =>
    withDoor({ kind: "public" }, (tx) =>
      listOfferablePlans(tx, {
        catalogVersionId: versionOf(result),
        ...{ countyFips: "55025", zip: "53703", startOn: calendarDate("2026-01-01") },
      }),
    );

  it("rates for plans not in Plan Attributes: skipped with a count, not an error per row", async () => {
    const stranger = rate({ PlanId: "99101WI0990001" });
    const result = await imported({ rates: [rate(), stranger, { ...stranger, Age: "31" }] });
    expect(found(result)).toEqual([]);
    expect(counted(result)).toMatchObject({ rateRows: 1, unknownPlanRates: 2, unknownPlans: 1 });
  });

  it("plans without rates: imported, not quotable, and said so", async () => {
    const second = { StandardComponentId: "99101WI0000002", PlanId: "99101WI0000002-01" };
    const result = await imported({ plans: [plan(), plan(second)] });
    expect(result.findings.map(({ problem }) => [problem.code, problem.params])).toEqual([
      ["catalog-plan-without-rates", { planId: "99101WI0000002-01" }],
    ]);
    expect((await list(result)).map(({ planId, quotable }) => [planId, quotable])).toEqual([
      ["99101WI0000001", true],
      ["99101WI0000002", false],
    ]);
  });

  it("a whole source missing: issuers are compared across files, with a warning", async () => {
    const other = { IssuerId: "99102", SourceName: "SERFF", StandardComponentId: "99102WI0000001" };
    const plans = [plan(), plan({ ...other, PlanId: "99102WI0000001-01" })];
    const result = await imported({ plans, areas: [area(), area({ IssuerId: "99102" })] });
    const said = result.findings.map(({ problem }) => [problem.code, ...Object.values(problem.params ?? {})]);
    expect(said).toContainEqual(["catalog-issuer-without-rates", "99102"]);
    expect(said).toContainEqual(["catalog-source-without-rates", "SERFF"]);
  });

  it("effective date of another year: warning, the business year holds", async () => {
    const rates = [rate({ RateEffectiveDate: "1/1/2025", RateExpirationDate: "12/31/2026" })];
    const result = await imported({ plans: [plan({ PlanEffectiveDate: "1/1/2025" })], rates });
    expect(result.versions.map(({ businessYear }) => businessYear)).toEqual([2026]);
    expect(found(result)).toEqual([
      ["warning", "plans.csv", 2, "PlanEffectiveDate", "1/1/2025", "catalog-effective-year-differs"],
      ["warning", "rates.csv", 2, "RateEffectiveDate", "1/1/2025", "catalog-effective-year-differs"],
    ]);
  });

  it("two sources disagree: the newest import wins, the older is kept in history", async () => {
    const older = await imported({ rates: [rate({ IndividualRate: "411.10" })] });
    const newer = await imported({ rates: [rate({ IndividualRate: "422.20" })] });
    const newest = await withDoor({ kind: "public" }, (tx) => latestCatalogVersion(tx, { year: 2026, state: "WI" }));
    expect(newest?.catalogVersionId).toBe(versionOf(newer));
    expect([await priceAt30(older), await priceAt30(newer)]).toEqual([[41_110], [42_220]]);
    const wanted = { catalogVersionId: versionOf(older), ratingArea: 2, startOn: calendarDate("2026-01-01") };
    expect((await withDoor({ kind: "public" }, (tx) => findRateSheets(tx, wanted))).sheets.length).toBe(1);
  });
});

describe("benefits", () => {
  it("duplicate (PlanId, BenefitName) after trimming: both if they differ, else one; reported", async () => {
    const again = benefit({ BenefitName: " Specialist Visit " });
    const result = await imported({ benefits: [benefit(), again, { ...again, CopayInnTier1: "$50.00" }] });
    expect(await stored(result, "copay_in_network", "plan_benefits")).toEqual(["$40.00", "$50.00"]);
    expect(found(result)).toEqual([
      ["warning", "benefits.csv", 3, "BenefitName", "Specialist Visit", "catalog-benefit-duplicate"],
      ["warning", "benefits.csv", 4, "BenefitName", "Specialist Visit", "catalog-benefit-conflict"],
    ]);
  });

  it("dollar in a coinsurance cell, percent in a copay cell: shown as written, flagged", async () => {
    const result = await imported({ benefits: [benefit({ CopayInnTier1: "20%", CoinsInnTier1: "$40.00" })] });
    const [shown] = await sql`select copay_in_network, coinsurance_in_network, is_irregular from plan_benefits
      where catalog_version_id = ${versionOf(result)}`;
    expect(shown).toEqual({ copay_in_network: "20%", coinsurance_in_network: "$40.00", is_irregular: true });
    expect(found(result)).toEqual([
      ["warning", "benefits.csv", 2, "CopayInnTier1", "20%", "catalog-cost-share-irregular"],
    ]);
  });

  it("`Not covered` / `Not Covered`, `Visit(s) per year` / `per Year`: compared case-blind, shown as written", async () => {
    const benefits = [
      benefit({ IsCovered: "Not covered", LimitUnit: "Visit(s) per year" }),
      benefit({ BenefitName: "Generic Drugs", IsCovered: "Not Covered", LimitUnit: "Visit(s) per Year" }),
    ];
    const result = await imported({ benefits });
    expect(await stored(result, "is_covered", "plan_benefits")).toEqual([false, false]);
    expect((await stored(result, "limit_unit", "plan_benefits")).sort()).toEqual(
      ["Visit(s) per year", "Visit(s) per Year"].sort(),
    );
    expect(found(result)).toEqual([]);
  });
});

describe("places", () => {
  const places = async (name: string, rows: readonly Cells[]) => {
    await writeFile(join(folder, name), csv(rows));
    const outcome = await importGeoFile({ sql, path: join(folder, name) });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    return outcome.value;
  };
  const row = { zipcode: "01235", state: "MA", county_code: "25003", name: "Berkshire", rate_area: "1" };

  it("county name misspelt (`Berksire` for Berkshire): FIPS is the key, names only for show", async () => {
    const result = await places("places-2026.csv", [{ ...row, name: "Berksire" }]);
    expect(result.refusals).toEqual([]);
    const found = await withDoor({ kind: "public" }, (tx) =>
      countiesOfZip(tx, { zip: "01235", on: calendarDate("2026-01-01") }),
    );
    expect(found.map(({ fips }) => fips)).toEqual(["25003"]);
  });

  it("leading zeros lost (FIPS `1001`, ZIP `1001`): left-padded to 5, longer refused", async () => {
    const areas = [area({ County: "1001", PartialCounty: "Yes", ZipCodes: "1001" }), area({ County: "550251" })];
    const result = await imported({ areas });
    expect(await stored(result, "county_fips || zips::text", "service_area_counties")).toEqual(["01001{01001}"]);
    expect(found(result)).toEqual([["refused", "areas.csv", 3, "County", "550251", "catalog-county-unreadable"]]);
    const table = await places("zeros-2026.csv", [
      { ...row, zipcode: "1002" },
      { ...row, zipcode: "010021" },
    ]);
    expect(table.refusals.map(({ line, problem }) => [line, problem.params?.["value"]])).toEqual([[3, "010021"]]);
  });
});

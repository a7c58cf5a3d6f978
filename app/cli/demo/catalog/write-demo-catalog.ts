import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import { stringify as stringifySync } from "csv-stringify/sync";
import { benefitRecords } from "./demo-benefits";
import { demoCounties, type DemoCounty } from "./demo-geography";
import { demoIssuers, networkIdOf, serviceAreaIdOf, type DemoIssuer } from "./demo-issuers";
import { demoPlans, planAttributesRecord } from "./demo-plans";
import { rateRecords } from "./demo-rates";

type FileRecord = Record<string, string>;
const csvOptions = { header: true, record_delimiter: "windows" } as const;

const rateColumns = [
  ...["BusinessYear", "StateCode", "IssuerId", "SourceName", "RateEffectiveDate", "RateExpirationDate", "PlanId"],
  ...["RatingAreaId", "Tobacco", "Age", "IndividualRate", "IndividualTobaccoRate", "Couple"],
  ...["PrimarySubscriberAndOneDependent", "PrimarySubscriberAndTwoDependents"],
  ...["PrimarySubscriberAndThreeOrMoreDependents", "CoupleAndOneDependent", "CoupleAndTwoDependents"],
  "CoupleAndThreeOrMoreDependents",
];

/** Writes the demonstration's filings for the years in CMS's own layout, and its table of places; names that table. */
export async function writeDemoCatalog({
  folder,
  years,
}: {
  folder: string;
  years: readonly number[];
}): Promise<string> {
  const counties = demoCounties();
  const variants = ["00", "01"] as const;
  const everyVariant = years.flatMap((year) =>
    demoPlans.flatMap((plan) => variants.map((variant) => ({ plan, year, variant }))),
  );
  const perIssuer = (make: (issuer: DemoIssuer, year: number) => FileRecord[]) =>
    years.flatMap((year) => demoIssuers.flatMap((issuer) => make(issuer, year)));
  const write = (name: string, records: FileRecord[]) =>
    writeFile(join(folder, name), stringifySync(records, { ...csvOptions, bom: true, columns: columnsOf(records) }));
  await write(
    "plan_attributes.csv",
    everyVariant.map((v) => planAttributesRecord(v.plan, v.year, v.variant)),
  );
  await write(
    "benefits_cost_sharing.csv",
    everyVariant.flatMap((v) => benefitRecords(v.plan, v.year, v.variant)),
  );
  await write(
    "network.csv",
    perIssuer((issuer, year) => [networkRecord(issuer, year)]),
  );
  await write(
    "service_area.csv",
    perIssuer((issuer, year) => serviceAreaRecords(issuer, year, counties)),
  );
  await write(
    "business_rules.csv",
    perIssuer((issuer, year) => [businessRuleRecord(issuer, year)]),
  );
  const rates = stringify({ ...csvOptions, columns: rateColumns });
  await pipeline(Readable.from(everyRate(years, counties)), rates, createWriteStream(join(folder, "rate.csv")));
  const placesFile = join(folder, "demonstration_zip_county_rating_area.csv");
  await writeFile(placesFile, stringifySync(placeRecords(counties), csvOptions));
  return placesFile;
}

function columnsOf(records: readonly FileRecord[]): string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))];
}

function* everyRate(years: readonly number[], counties: readonly DemoCounty[]): Generator<FileRecord> {
  const wisconsin = [...new Set(counties.filter((c) => c.state === "WI").map((c) => c.ratingArea))];
  for (const year of years) {
    for (const plan of demoPlans) {
      const areas = plan.issuer.state === "DC" ? [1] : (plan.issuer.areas ?? wisconsin);
      for (const area of areas) yield* rateRecords(plan, year, area);
    }
  }
}

function issuerStart(issuer: DemoIssuer, year: number): FileRecord {
  return { BusinessYear: String(year), StateCode: issuer.state, IssuerId: issuer.issuerId, SourceName: "HIOS" };
}

function issuerEnd(issuer: DemoIssuer): FileRecord {
  return { MarketCoverage: "SHOP (Small Group)", DentalOnlyPlan: issuer.line === "dental" ? "Yes" : "No" };
}

function networkRecord(issuer: DemoIssuer, year: number): FileRecord {
  const network = { NetworkName: issuer.networkName, NetworkId: networkIdOf(issuer) };
  const url = `https://www.example.org/networks/${issuer.issuerId}`;
  return { ...issuerStart(issuer, year), ...network, NetworkURL: url, ...issuerEnd(issuer) };
}

function serviceAreaRecords(issuer: DemoIssuer, year: number, counties: readonly DemoCounty[]): FileRecord[] {
  const record = (cover: FileRecord): FileRecord => ({
    ...issuerStart(issuer, year),
    ...{ ServiceAreaId: serviceAreaIdOf(issuer), ServiceAreaName: `${issuer.name} service area` },
    ...{ CoverEntireState: "No", County: "", PartialCounty: "No", ZipCodes: "", PartialCountyJustification: "" },
    ...cover,
    ...issuerEnd(issuer),
  });
  const { areas } = issuer;
  if (areas === null) return [record({ CoverEntireState: "Yes", PartialCounty: "" })];
  const served = counties.filter((county) => county.state === issuer.state && areas.includes(county.ratingArea));
  return served.map((county, index) => {
    const isPartial = issuer.hasPartialCounty && index === served.length - 1;
    if (!isPartial) return record({ County: county.fips });
    const zips = county.zips.filter((_, at) => at % 2 === 0).join(", ");
    return record({ County: county.fips, PartialCounty: "Yes", ZipCodes: zips });
  });
}

function businessRuleRecord(issuer: DemoIssuer, year: number): FileRecord {
  const cap = issuer.childCap === 3 ? "3 or more" : String(issuer.childCap);
  return {
    ...issuerStart(issuer, year),
    ...{ ProductId: "", StandardComponentId: "" },
    EnrolleeContractRateDeterminationRule:
      "A different rate (specifically for parties of two or more)for each enrollee is added together",
    ...{ TwoParentFamilyMaxDependentsRule: cap, SingleParentFamilyMaxDependentsRule: cap },
    ...{ DependentMaximumAgRule: "26", DomesticPartnerAsSpouseIndicator: "Yes" },
    ...{ AgeDeterminationRule: "Age on effective date" },
    MinimumTobaccoFreeMonthsRule: issuer.tobaccoAt64Thousandths === null ? "Not Applicable" : "6",
    CohabitationRule: "Spouse,No;Child,No;Stepson or Stepdaughter,No;Foster Child,Yes;Ward,Yes",
    ...issuerEnd(issuer),
  };
}

function placeRecords(counties: readonly DemoCounty[]): FileRecord[] {
  return counties.flatMap(({ fips, name, state, ratingArea, zips }) =>
    zips.map((zip) => ({ zipcode: zip, state, county_code: fips, name, rate_area: String(ratingArea) })),
  );
}

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";
import { countyFinder } from "~/domain/plan-catalog/geography/county-name";
import { geoLayoutOf, readGeoRow, type GeoFact, type GeoLayout } from "~/domain/plan-catalog/geography/geo-layout";
import {
  compactRatingAreas,
  countyOfZip3Rating,
  isRatedByZip3,
  type RatingAreaRow,
  type ZipArea,
} from "~/domain/plan-catalog/geography/rating-area-rows";
import { normalizedHeading } from "~/domain/plan-catalog/rows/file-kind";
import { failed, done, type Outcome, type Problem } from "~/domain/problem";
import {
  isNewestGeoImport,
  listCounties,
  lockGeoImports,
  storeGeoImport,
  type County,
} from "~db/repositories/plan-catalog/geo-version.server";
import { BrokenFile, readCsv, type ImportProgress } from "./import-csv.command.server";

export type GeoYears = { readonly yearFrom: number; readonly yearTo: number };
export type GeoRefusal = { readonly line: number; readonly problem: Problem };
export type GeoImport = {
  readonly unchanged: boolean;
  readonly layout: GeoLayout;
  readonly years: GeoYears;
  readonly counts: Readonly<Record<"counties" | "zipCounties" | "ratingAreas" | "ratedByZip3", number>>;
  readonly refusals: readonly GeoRefusal[];
};

/** Names of counties and ZIPs carry no year of their own and hold for every plan year the marketplaces have had. */
const everyYear: GeoYears = { yearFrom: 2014, yearTo: 9999 };

/**
 * Imports one table of places, its layout known by its columns, in one transaction. Rating areas change: their years
 * come from `years`, from the file's own year column or from a year in its name, else nothing is imported.
 */
export async function importGeoFile({
  sql,
  path,
  years,
  onProgress,
}: {
  sql: Sql;
  path: string;
  years?: GeoYears | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}): Promise<Outcome<GeoImport>> {
  const file = basename(path);
  try {
    await access(path);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return failed({ code: "geo-file-missing", params: { file: path } });
  }
  try {
    const table = await readTable(path, onProgress);
    if (!table) return failed({ code: "geo-layout-unknown", params: { file } });
    const holds = years ?? table.ownYears ?? yearsFor(table.layout, file);
    if (!holds) return failed({ code: "geo-years-needed", params: { file } });
    const record = { layout: table.layout, source: file, checksum: await checksumOf(path), ...holds };
    return await sql.begin(async (tx) => {
      await lockGeoImports(tx);
      const places = gather(table, table.layout === "county-name-area" ? await listCounties(tx) : []);
      if (!places.ok) return places;
      const { refusals, ratedByZip3, ...rows } = places.value;
      const unchanged = await isNewestGeoImport(tx, record);
      if (!unchanged) await storeGeoImport(tx, record, rows);
      const counts = {
        counties: rows.counties.length,
        zipCounties: rows.zipCounties.length,
        ratingAreas: rows.ratingAreas.length,
        ratedByZip3,
      };
      return done({ unchanged, layout: table.layout, years: holds, counts, refusals });
    });
  } catch (error) {
    if (error instanceof BrokenFile) return failed(error.problem);
    throw error;
  }
}

type Table = {
  readonly layout: GeoLayout;
  readonly facts: readonly { line: number; fact: GeoFact }[];
  readonly refusals: readonly GeoRefusal[];
  /** From an `active_year` column. */
  readonly ownYears: GeoYears | undefined;
};

async function readTable(path: string, onProgress?: (progress: ImportProgress) => void): Promise<Table | undefined> {
  const facts: { line: number; fact: GeoFact }[] = [];
  const refusals: GeoRefusal[] = [];
  const ownYears: number[] = [];
  let layout: GeoLayout | undefined;
  let positions: ReadonlyMap<string, number> | undefined;
  for await (const records of readCsv(path, onProgress)) {
    const rows = positions ? records : records.slice(1);
    const heading = records[0]?.cells.map((cell) => cell.trim()) ?? [];
    positions ??= new Map(heading.map((name, at) => [normalizedHeading(name), at]));
    layout ??= geoLayoutOf(heading);
    if (!layout) return undefined;
    for (const { line, cells } of rows) {
      const cell = (column: string) => cells[positions?.get(normalizedHeading(column)) ?? -1]?.trim() ?? "";
      const reading = readGeoRow(layout, cell);
      if (reading.kept) facts.push({ line, fact: reading.fact });
      else refusals.push({ line, problem: reading.refusal });
      if (/^20\d\d$/.test(cell("active_year"))) ownYears.push(Number(cell("active_year")));
    }
  }
  if (!layout) return undefined;
  const bounds = { yearFrom: Math.min(...ownYears), yearTo: Math.max(...ownYears) };
  return { layout, facts, refusals, ownYears: ownYears.length > 0 ? bounds : undefined };
}

function yearsFor(layout: GeoLayout, file: string): GeoYears | undefined {
  if (layout === "county-names" || layout === "zip-county") return everyYear;
  const year = Number(/(?<!\d)(20[1-9]\d)(?!\d)/.exec(file)?.[1]);
  return year ? { yearFrom: year, yearTo: year } : undefined;
}

async function checksumOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

type Places = {
  readonly counties: readonly County[];
  readonly zipCounties: readonly { zip: string; countyFips: string }[];
  readonly ratingAreas: readonly RatingAreaRow[];
  readonly refusals: readonly GeoRefusal[];
  /** Lines of a county table that only approximate an area by 3-digit ZIP. */
  readonly ratedByZip3: number;
};

function gather(table: Table, known: readonly County[]): Outcome<Places> {
  if (table.layout === "county-name-area" && known.length === 0) return failed({ code: "geo-county-names-needed" });
  const find = countyFinder(known);
  const refusals = [...table.refusals];
  const counties = new Map<string, County>();
  const zips = new Map<string, { zip: string; countyFips: string }>();
  const byZip: ZipArea[] = [];
  const byCounty: RatingAreaRow[] = [];
  let ratedByZip3 = 0;
  for (const { line, fact } of table.facts) {
    const { state, county, zip, zip3, countyKey, ratingArea } = fact;
    if (county) counties.set(county.fips, { ...county, state });
    if (county && zip) zips.set(zip + county.fips, { zip, countyFips: county.fips });
    const countyFips = county?.fips ?? (countyKey ? find(countyKey) : undefined);
    if (countyKey && !countyFips) {
      refusals.push({
        line,
        problem: { code: "geo-county-name-unknown", field: "county", params: { value: countyKey } },
      });
    } else if (zip3 && ratingArea) {
      byCounty.push({ state, countyFips: countyOfZip3Rating(state), zipPrefix: zip3, ratingArea });
    } else if (countyFips && zip && ratingArea) byZip.push({ state, countyFips, zip, ratingArea });
    else if (countyFips && !zip && table.layout !== "county-names") {
      if (!ratingArea || isRatedByZip3({ state, countyFips })) ratedByZip3 += 1;
      else byCounty.push({ state, countyFips, zipPrefix: null, ratingArea });
    }
  }
  const ratingAreas = [...byCounty, ...compactRatingAreas(byZip)];
  refusals.sort((a, b) => a.line - b.line);
  return done({
    counties: [...counties.values()],
    zipCounties: [...zips.values()],
    ratingAreas,
    refusals,
    ratedByZip3,
  });
}

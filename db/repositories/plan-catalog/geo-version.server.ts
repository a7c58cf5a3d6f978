import { and, asc, desc, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import { yearOf, type CalendarDate } from "../../../app/domain/calendar/calendar-date";
import type { GeoLayout } from "../../../app/domain/plan-catalog/geography/geo-layout";
import { citation, type RatingAreaRow } from "../../../app/domain/plan-catalog/geography/rating-area-rows";
import { stateOfCounty } from "../../../app/domain/plan-catalog/geography/us-state";
import { done, failed, type Outcome } from "../../../app/domain/problem";
import type { Tx } from "../../client.server";
import { counties, countyRatingAreas, zipCounties } from "../../schema/geo";
import { copyRows, type CopyValue, type Db } from "./copy-rows.server";

type Reader = Pick<Tx, "select" | "selectDistinctOn">;
export type County = { readonly fips: string; readonly name: string; readonly state: string };

/** Every county the ZIP lies in, by name; more than one means that somebody must be asked. The newest table that knows the ZIP counts. */
export async function countiesOfZip(tx: Reader, { zip, on }: { zip: string; on: CalendarDate }): Promise<County[]> {
  const year = yearOf(on);
  const holds = and(eq(zipCounties.zip, zip), lte(zipCounties.yearFrom, year), gte(zipCounties.yearTo, year));
  const newest = tx
    .select({ id: sql<number>`max(${zipCounties.geoVersionId})` })
    .from(zipCounties)
    .where(holds);
  const rows = await tx
    .selectDistinctOn([zipCounties.countyFips], { fips: zipCounties.countyFips, name: counties.name })
    .from(zipCounties)
    .leftJoin(counties, eq(counties.fips, zipCounties.countyFips))
    .where(and(holds, eq(zipCounties.geoVersionId, newest)))
    .orderBy(asc(zipCounties.countyFips), desc(counties.geoVersionId));
  return rows
    .map(({ fips, name }) => ({ fips, name: name ?? fips, state: stateOfCounty(fips) ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * The rating area number of a business address, from the table of that plan year. Problem: `rating-area-unknown` when no
 * table covers the place in the year; never the area of another year.
 */
export async function ratingAreaOf(
  tx: Reader,
  { countyFips, zip, on }: { countyFips: string; zip: string; on: CalendarDate },
): Promise<Outcome<number>> {
  const year = yearOf(on);
  const a = countyRatingAreas;
  const [row] = await tx
    .select({ ratingArea: a.ratingArea })
    .from(a)
    .where(
      and(
        eq(a.stateCode, stateOfCounty(countyFips) ?? ""),
        or(isNull(a.countyFips), eq(a.countyFips, countyFips)),
        or(isNull(a.zipPrefix), sql`starts_with(${zip}, ${a.zipPrefix})`),
        lte(a.yearFrom, year),
        gte(a.yearTo, year),
      ),
    )
    .orderBy(desc(a.geoVersionId), sql`length(${a.zipPrefix}) desc nulls last`)
    .limit(1);
  return row
    ? done(row.ratingArea)
    : failed({ code: "rating-area-unknown", params: { countyFips, zip, year }, citation });
}

/** The newest name of every county that any table brought. */
export async function listCounties(db: Db): Promise<County[]> {
  return db<County[]>`
    select distinct on (fips) fips, name, state_code as state from counties order by fips, geo_version_id desc`;
}

export type GeoImportRecord = {
  readonly layout: GeoLayout;
  readonly source: string;
  readonly checksum: string;
  readonly yearFrom: number;
  readonly yearTo: number;
};

/** Held to the end of the transaction, so that two imports of one file cannot both be new. */
export async function lockGeoImports(tx: Db): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('geo-import'))`;
}

/** True when the newest table of this layout and these years is the same file. */
export async function isNewestGeoImport(db: Db, version: GeoImportRecord): Promise<boolean> {
  const [row] = await db<{ checksum: string }[]>`
    select checksum from geo_versions
    where layout = ${version.layout} and year_from = ${version.yearFrom} and year_to = ${version.yearTo}
    order by geo_version_id desc limit 1`;
  return row?.checksum === version.checksum;
}

export async function storeGeoImport(
  tx: Db,
  version: GeoImportRecord,
  places: {
    counties: readonly County[];
    zipCounties: readonly { zip: string; countyFips: string }[];
    ratingAreas: readonly RatingAreaRow[];
  },
): Promise<number> {
  const { layout, source, checksum, yearFrom, yearTo } = version;
  const rowCounts = {
    counties: places.counties.length,
    zipCounties: places.zipCounties.length,
    ratingAreas: places.ratingAreas.length,
  };
  const [row] = await tx<{ id: string }[]>`
    insert into geo_versions (layout, source, checksum, year_from, year_to, row_counts)
    values (${layout}, ${source}, ${checksum}, ${yearFrom}, ${yearTo}, ${tx.json(rowCounts)})
    returning geo_version_id as id`;
  const id = Number(row!.id);
  const years = [id, yearFrom, yearTo];
  const yearColumns = ["geo_version_id", "year_from", "year_to"];
  const countyRows = places.counties.map((c): CopyValue[] => [...years, c.fips, c.name, c.state]);
  await copyRows(tx, "counties", [...yearColumns, "fips", "name", "state_code"], countyRows);
  const zipRows = places.zipCounties.map((z): CopyValue[] => [...years, z.zip, z.countyFips]);
  await copyRows(tx, "zip_counties", [...yearColumns, "zip", "county_fips"], zipRows);
  const areaColumns = [...yearColumns, "state_code", "county_fips", "zip_prefix", "rating_area", "source"];
  const areaRows = places.ratingAreas.map((a): CopyValue[] => [
    ...years,
    ...[a.state, a.countyFips, a.zipPrefix, a.ratingArea, source],
  ]);
  await copyRows(tx, "county_rating_areas", areaColumns, areaRows);
  return id;
}

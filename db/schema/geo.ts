import { bigint, bigserial, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { geoLayouts } from "../../app/domain/plan-catalog/geography/geo-layout";
import { instant, wordOf } from "./columns";

/** One import of one table of places. Rows of a newer import win over an older one's for the same place and year. */
export const geoVersions = pgTable("geo_versions", {
  geoVersionId: bigserial("geo_version_id", { mode: "number" }).primaryKey(),
  layout: wordOf("layout", geoLayouts).notNull(),
  source: text("source").notNull(),
  checksum: text("checksum").notNull(),
  yearFrom: integer("year_from").notNull(),
  yearTo: integer("year_to").notNull(),
  rowCounts: jsonb("row_counts").$type<Record<string, number>>().notNull(),
  importedAt: instant("imported_at").notNull().defaultNow(),
});

const ofGeoVersion = () =>
  bigint("geo_version_id", { mode: "number" })
    .notNull()
    .references(() => geoVersions.geoVersionId, { onDelete: "cascade" });
const years = () => ({ yearFrom: integer("year_from").notNull(), yearTo: integer("year_to").notNull() });

export const counties = pgTable(
  "counties",
  {
    geoVersionId: ofGeoVersion(),
    fips: text("fips").notNull(),
    name: text("name").notNull(),
    stateCode: text("state_code").notNull(),
    ...years(),
  },
  (t) => [primaryKey({ columns: [t.geoVersionId, t.fips] }), index("counties_fips").on(t.fips)],
);

/** A ZIP in several counties has several rows: the county is asked for, never picked. */
export const zipCounties = pgTable(
  "zip_counties",
  {
    geoVersionId: ofGeoVersion(),
    zip: text("zip").notNull(),
    countyFips: text("county_fips").notNull(),
    ...years(),
  },
  (t) => [primaryKey({ columns: [t.geoVersionId, t.zip, t.countyFips] }), index("zip_counties_zip").on(t.zip)],
);

/**
 * Rating area of a county (`zipPrefix` null) or of the ZIPs of a county or state that begin with `zipPrefix`; the
 * longest prefix holds. `countyFips` null: every county of the state.
 */
export const countyRatingAreas = pgTable(
  "county_rating_areas",
  {
    countyRatingAreaId: bigserial("county_rating_area_id", { mode: "number" }).primaryKey(),
    geoVersionId: ofGeoVersion(),
    stateCode: text("state_code").notNull(),
    countyFips: text("county_fips"),
    zipPrefix: text("zip_prefix"),
    ratingArea: integer("rating_area").notNull(),
    source: text("source").notNull(),
    ...years(),
  },
  (t) => [index("county_rating_areas_place").on(t.stateCode, t.countyFips)],
);

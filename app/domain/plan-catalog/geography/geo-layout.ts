import type { Problem } from "../../problem";
import { normalizedHeading } from "../rows/file-kind";
import { parseFiveDigits, parseRatingArea } from "../values/cms-place";
import { stateCodeOf, stateOfCounty } from "./us-state";

/** Tables of places that can be imported, told apart by their columns. */
export const geoLayouts = [
  "zip-county-area",
  "zip-county-area-code",
  "county-area",
  "zip3-area",
  "county-name-area",
  "county-names",
  "zip-county",
] as const;
export type GeoLayout = (typeof geoLayouts)[number];

const layoutColumns: Readonly<Record<GeoLayout, readonly string[]>> = {
  "zip-county-area": ["zipcode", "state", "county_code", "name", "rate_area"],
  "zip-county-area-code": ["zip", "county_fips", "county_name", "state", "rating_area_code"],
  "county-area": ["state", "countyfip", "county", "ratingarea"],
  "zip3-area": ["state", "ratingarea", "zip3"],
  "county-name-area": ["county", "rating_area"],
  "county-names": ["state", "county_name", "county_fips"],
  "zip-county": ["zip", "fips", "county", "state"],
};

/** The first layout whose columns are all there; undefined for any other file. */
export function geoLayoutOf(header: readonly string[]): GeoLayout | undefined {
  const present = new Set(header.map(normalizedHeading));
  return geoLayouts.find((layout) => layoutColumns[layout].every((column) => present.has(normalizedHeading(column))));
}

/** What one line says about a place; parts that its layout does not have are absent. */
export type GeoFact = {
  readonly state: string;
  readonly county?: { readonly fips: string; readonly name: string };
  readonly zip?: string;
  readonly zip3?: string;
  /** `DANE_COUNTY_WI`: a county named without its code. */
  readonly countyKey?: string;
  /** Absent: the county is rated by 3-digit ZIP, the line names no area. */
  readonly ratingArea?: number;
};

export type GeoReading =
  { readonly kept: true; readonly fact: GeoFact } | { readonly kept: false; readonly refusal: Problem };

type Cell = (column: string) => string;
const readers: Readonly<Record<GeoLayout, (cell: Cell) => GeoReading>> = {
  "zip-county-area": (cell) =>
    readZipCounty(cell, { zip: "zipcode", fips: "county_code", name: "name", area: "rate_area" }),
  "zip-county-area-code": (cell) =>
    readZipCounty(cell, { zip: "zip", fips: "county_fips", name: "county_name", area: "rating_area_code" }),
  "zip-county": (cell) => readZipCounty(cell, { zip: "zip", fips: "fips", name: "county" }),
  "county-area": readCountyArea,
  "zip3-area": readZip3Area,
  "county-name-area": readNamedCountyArea,
  "county-names": (cell) => withCounty(cell, { fips: "county_fips", name: "county_name" }, {}),
};

export function readGeoRow(layout: GeoLayout, cell: Cell): GeoReading {
  return readers[layout](cell);
}

function refuse(cell: Cell, column: string, code: string): GeoReading {
  return { kept: false, refusal: { code, field: column, params: { value: cell(column) } } };
}

function withCounty(
  cell: Cell,
  at: { fips: string; name: string },
  rest: Omit<GeoFact, "state" | "county">,
): GeoReading {
  const fips = parseFiveDigits(cell(at.fips));
  const state = fips && stateOfCounty(fips);
  if (!fips || !state) return refuse(cell, at.fips, "geo-county-unreadable");
  return { kept: true, fact: { state, county: { fips, name: cell(at.name) }, ...rest } };
}

function readZipCounty(cell: Cell, at: { zip: string; fips: string; name: string; area?: string }): GeoReading {
  const zip = parseFiveDigits(cell(at.zip));
  if (!zip) return refuse(cell, at.zip, "geo-zip-unreadable");
  if (at.area === undefined) return withCounty(cell, at, { zip });
  const ratingArea = parseRatingArea(cell(at.area));
  return ratingArea === undefined
    ? refuse(cell, at.area, "geo-rating-area-unreadable")
    : withCounty(cell, at, { zip, ratingArea });
}

function readCountyArea(cell: Cell): GeoReading {
  if (cell("ratingarea") === "") return withCounty(cell, { fips: "countyfip", name: "county" }, {});
  const ratingArea = parseRatingArea(cell("ratingarea"));
  return ratingArea === undefined
    ? refuse(cell, "ratingarea", "geo-rating-area-unreadable")
    : withCounty(cell, { fips: "countyfip", name: "county" }, { ratingArea });
}

function readZip3Area(cell: Cell): GeoReading {
  const state = stateCodeOf(cell("state"));
  if (!state) return refuse(cell, "state", "geo-state-unreadable");
  const zip3 = /^\d{1,3}$/.test(cell("zip3")) ? cell("zip3").padStart(3, "0") : undefined;
  if (!zip3) return refuse(cell, "zip3", "geo-zip-unreadable");
  const ratingArea = parseRatingArea(cell("ratingarea"));
  return ratingArea === undefined
    ? refuse(cell, "ratingarea", "geo-rating-area-unreadable")
    : { kept: true, fact: { state, zip3, ratingArea } };
}

function readNamedCountyArea(cell: Cell): GeoReading {
  const state = stateCodeOf(cell("county").slice(-2));
  if (!state) return refuse(cell, "county", "geo-state-unreadable");
  const ratingArea = parseRatingArea(cell("rating_area"));
  return ratingArea === undefined
    ? refuse(cell, "rating_area", "geo-rating-area-unreadable")
    : { kept: true, fact: { state, countyKey: cell("county"), ratingArea } };
}

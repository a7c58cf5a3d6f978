import { describe, expect, it } from "vitest";
import { geoLayoutOf, readGeoRow, type GeoLayout } from "./geo-layout";

const headers: [GeoLayout, string[]][] = [
  ["zip-county-area", ["zipcode", "state", "county_code", "name", "rate_area"]],
  ["zip-county-area-code", ["zip", "county_fips", "county_name", "state", "rating_area_code", "active_year"]],
  ["county-area", ["statefip", "state", "countyfip", "county", "ratingarea"]],
  ["zip3-area", ["statefip", "state", "ratingarea", "zip3"]],
  ["county-name-area", ["county", "rating_area"]],
  ["county-names", ["", "state", "county_name", "county_fips"]],
  ["zip-county", ["zip", "fips", "county", "state"]],
];

function row(cells: Record<string, string>) {
  return (column: string) => cells[column] ?? "";
}

describe("tables of places", () => {
  it.each(headers)("knows a %s table by its columns", (layout, header) => expect(geoLayoutOf(header)).toBe(layout));
  it("knows no other file", () => expect(geoLayoutOf(["zip", "population"])).toBeUndefined());

  it("gives a county its lost leading zero", () =>
    expect(readGeoRow("county-area", row({ countyfip: "1001", county: "Autauga", ratingarea: "11" }))).toEqual({
      kept: true,
      fact: { state: "AL", county: { fips: "01001", name: "Autauga" }, ratingArea: 11 },
    }));

  it("keeps a county without an area: it is rated by 3-digit ZIP", () =>
    expect(readGeoRow("county-area", row({ countyfip: "25013", county: "Hampden", ratingarea: "" }))).toEqual({
      kept: true,
      fact: { state: "MA", county: { fips: "25013", name: "Hampden" } },
    }));

  it("refuses a ZIP whose county has no code, since a misspelt name is no key", () =>
    expect(
      readGeoRow("zip-county-area-code", row({ zip: "01235", county_name: "Berksire", rating_area_code: "R-MA001" })),
    ).toEqual({
      kept: false,
      refusal: { code: "geo-county-unreadable", field: "county_fips", params: { value: "" } },
    }));

  it("reads a 3-digit ZIP of a state written in full", () =>
    expect(readGeoRow("zip3-area", row({ state: "Massachusetts", ratingarea: "1", zip3: "10" }))).toEqual({
      kept: true,
      fact: { state: "MA", zip3: "010", ratingArea: 1 },
    }));
});

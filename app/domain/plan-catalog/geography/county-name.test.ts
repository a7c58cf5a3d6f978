import { describe, expect, it } from "vitest";
import { countyFinder } from "./county-name";

const find = countyFinder([
  { fips: "55025", name: "Dane County", state: "WI" },
  { fips: "72011", name: "Añasco Municipio", state: "PR" },
  { fips: "51159", name: "Richmond County", state: "VA" },
  { fips: "51760", name: "Richmond city", state: "VA" },
  { fips: "22059", name: "LaSalle Parish", state: "LA" },
]);

describe("counties by name", () => {
  it.each([
    ["DANE_COUNTY_WI", "55025"],
    ["DANE_WI", "55025"],
    ["ANASCO_MUNICIPIO_PR", "72011"],
    ["RICHMOND_COUNTY_VA", "51159"],
    ["RICHMOND_CITY_VA", "51760"],
    ["LA_SALLE_LA", "22059"],
  ])("finds %s", (key, fips) => expect(find(key)).toBe(fips));

  it.each(["DANE_MN", "DANES_WI"])("does not guess %s", (key) => expect(find(key)).toBeUndefined());
});

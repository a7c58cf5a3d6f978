import { describe, expect, it } from "vitest";
import { compactRatingAreas, isRatedByZip3 } from "./rating-area-rows";

const zipArea = (countyFips: string, zip: string, ratingArea: number) => ({ state: "MA", countyFips, zip, ratingArea });

describe("rating areas of a ZIP table", () => {
  it("is one row for a county of one area", () =>
    expect(compactRatingAreas([zipArea("25003", "01201", 1), zipArea("25003", "01220", 1)])).toEqual([
      { state: "MA", countyFips: "25003", zipPrefix: null, ratingArea: 1 },
    ]));

  it("is one row for each 3-digit ZIP of a divided county, and full ZIPs where that is divided too", () =>
    expect(
      compactRatingAreas([
        zipArea("25027", "01501", 2),
        zipArea("25027", "01505", 2),
        zipArea("25027", "01005", 1),
        zipArea("25027", "01082", 3),
      ]),
    ).toEqual([
      { state: "MA", countyFips: "25027", zipPrefix: "015", ratingArea: 2 },
      { state: "MA", countyFips: "25027", zipPrefix: "01005", ratingArea: 1 },
      { state: "MA", countyFips: "25027", zipPrefix: "01082", ratingArea: 3 },
    ]));

  it.each([
    ["AK", "02020", true],
    ["MA", "25013", true],
    ["CA", "06037", true],
    ["CA", "06059", false],
    ["WI", "55025", false],
  ])("in %s county %s, areas by 3-digit ZIP: %s", (state, countyFips, expected) =>
    expect(isRatedByZip3({ state, countyFips })).toBe(expected),
  );
});

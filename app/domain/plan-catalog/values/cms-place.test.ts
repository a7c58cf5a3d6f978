import { describe, expect, it } from "vitest";
import { parseFiveDigits, parseRatingArea, parseZipList } from "./cms-place";

describe("places in plan filings", () => {
  it.each([
    ["01001", "01001"],
    ["1001", "01001"],
    ["29027.0", "29027"],
  ])("gives %s its leading zero: %s", (text, code) => expect(parseFiveDigits(text)).toBe(code));

  it.each(["", "123", "123456", "9001-2", "29027.5", "ABCDE"])("refuses %s as a county or ZIP", (text) =>
    expect(parseFiveDigits(text)).toBeUndefined(),
  );

  it.each([
    ["Rating Area 1", 1],
    ["rating area 16", 16],
    ["R-MA007", 7],
    ["3", 3],
  ])("reads %s as area %i", (text, area) => expect(parseRatingArea(text)).toBe(area));

  it.each(["", "Rating Area", "Rating Area 0", "Area 1", "1a"])("refuses %s as a rating area", (text) =>
    expect(parseRatingArea(text)).toBeUndefined(),
  );

  it("reads the ZIPs of a partial county once each", () =>
    expect(parseZipList("01039, 1054,01054, 01093 ")).toEqual(["01039", "01054", "01093"]));
  it("refuses a list with something else in it", () => expect(parseZipList("01039, see map")).toBeUndefined());
  it("reads an empty list as no ZIP", () => expect(parseZipList("")).toEqual([]));
});

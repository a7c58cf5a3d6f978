import { describe, expect, it } from "vitest";
import { parseCmsDate } from "./cms-date";

describe("days in plan filings", () => {
  it.each([
    ["2025-01-01", "2025-01-01"],
    ["1/1/2026", "2026-01-01"],
    ["12/31/2026", "2026-12-31"],
    ["2014-03-19 07:06:49", "2014-03-19"],
    ["3/19/2014 7:06", "2014-03-19"],
    [" 2016-02-29 ", "2016-02-29"],
  ])("reads %s as %s", (text, day) => expect(parseCmsDate(text)).toBe(day));

  it.each([
    "",
    "2015-02-29",
    "2/30/2016",
    "13/1/2016",
    "19-03-2014",
    "2014/03/19",
    "March 1 2014",
    "1/1/26",
    "20160101",
  ])("refuses %s", (text) => expect(parseCmsDate(text)).toBeUndefined());
});

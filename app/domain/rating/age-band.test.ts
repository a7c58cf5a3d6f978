import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { ageBandLabel, standardAgeBand } from "./age-band";

describe("standard age bands", () => {
  it.each([
    ["2017-12-01", 0, "0-20"],
    ["2017-12-01", 20, "0-20"],
    ["2017-12-01", 21, "21"],
    ["2017-12-01", 64, "64"],
    ["2017-12-01", 65, "65+"],
    ["2018-01-01", 0, "0-14"],
    ["2018-01-01", 14, "0-14"],
    ["2018-01-01", 15, "15"],
    ["2018-01-01", 20, "20"],
    ["2018-01-01", 63, "63"],
    ["2018-01-01", 64, "64+"],
    ["2025-07-01", 101, "64+"],
  ])("in a plan year starting %s age %i is in band %s", (start, age, label) => {
    expect(ageBandLabel(standardAgeBand({ age, planYearStartOn: calendarDate(start) }))).toBe(label);
  });

  it("refuses an age below zero as a mistake of the program", () => {
    expect(() => standardAgeBand({ age: -1, planYearStartOn: calendarDate("2025-01-01") })).toThrow("whole number");
  });
});

import { describe, expect, it } from "vitest";
import { addBusinessDays, businessDayOnOrAfter, isBusinessDay } from "./business-day";
import { calendarDate } from "./calendar-date";

describe("business days", () => {
  it.each([
    ["2026-07-02", true],
    ["2026-07-03", false],
    ["2026-07-04", false],
    ["2026-07-05", false],
    ["2026-07-06", true],
  ])("around the Fourth of July 2026, %s is one: %s", (date, expected) => {
    expect(isBusinessDay(calendarDate(date))).toBe(expected);
  });

  it.each([
    ["2026-09-11", "2026-09-11", "a Friday stays"],
    ["2026-09-12", "2026-09-14", "a Saturday moves to Monday"],
    ["2026-10-10", "2026-10-13", "a Saturday before a Monday holiday moves to Tuesday"],
    ["2021-12-31", "2022-01-03", "an observed New Year's Day moves past the weekend"],
  ])("%s becomes %s: %s", (date, expected) => {
    expect(businessDayOnOrAfter(calendarDate(date))).toBe(expected);
  });

  it.each([
    [0, "2026-11-25"],
    [1, "2026-11-27"],
    [3, "2026-12-01"],
  ])("%i business days after the Wednesday before Thanksgiving 2026 is %s", (days, expected) => {
    expect(addBusinessDays(calendarDate("2026-11-25"), days)).toBe(expected);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  calendarDate,
  dayOfWeek,
  daysBetween,
  firstOfNextMonth,
  lastOfMonth,
  parseCalendarDate,
} from "./calendar-date";

const anyDay = fc.integer({ min: 0, max: 90_000 }).map((days) => addDays(calendarDate("1900-01-01"), days));

describe("calendar dates", () => {
  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "1899-12-31",
    "2026-1-1",
    "01/02/2026",
    "",
    "2026-01-01T00:00",
  ])("does not take %j for a day", (text) => {
    expect(parseCalendarDate(text)).toBeUndefined();
  });

  it("takes 29 February of a leap year", () => {
    expect(parseCalendarDate("2028-02-29")).toBe("2028-02-29");
    expect(parseCalendarDate("2000-02-29")).toBe("2000-02-29");
    expect(parseCalendarDate("1900-02-29")).toBeUndefined();
  });

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-05-10", 12, "2027-05-10"],
  ])("%s and %i months is %s", (from, months, expected) => {
    expect(addMonths(calendarDate(from), months)).toBe(expected);
  });

  it.each([
    ["1990-06-15", "2026-06-14", 35],
    ["1990-06-15", "2026-06-15", 36],
    ["2004-02-29", "2025-02-28", 20],
    ["2004-02-29", "2025-03-01", 21],
    ["2004-02-29", "2028-02-29", 24],
  ])("somebody born on %s is on %s %i years old", (bornOn, on, age) => {
    expect(ageOn({ bornOn: calendarDate(bornOn), on: calendarDate(on) })).toBe(age);
  });

  it("knows weekdays and month ends", () => {
    expect(dayOfWeek(calendarDate("2026-11-24"))).toBe(2);
    expect(dayOfWeek(calendarDate("1969-12-31"))).toBe(3);
    expect(lastOfMonth(calendarDate("2028-02-03"))).toBe("2028-02-29");
    expect(firstOfNextMonth(calendarDate("2026-12-31"))).toBe("2027-01-01");
  });

  it("counts the days between two dates back to the day it started from", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 5000 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween({ from, to })).toBe(days);
        expect(dayOfWeek(to)).toBe((((dayOfWeek(from) + days) % 7) + 7) % 7);
      }),
    );
  });
});

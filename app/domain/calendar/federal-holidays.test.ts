import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { federalHolidays, isFederalHoliday } from "./federal-holidays";

describe("federal holidays", () => {
  it("are the eleven published for 2026", () => {
    expect(federalHolidays(2026).map((h) => h.observedOn)).toEqual([
      "2026-01-01",
      "2026-01-19",
      "2026-02-16",
      "2026-05-25",
      "2026-06-19",
      "2026-07-03",
      "2026-09-07",
      "2026-10-12",
      "2026-11-11",
      "2026-11-26",
      "2026-12-25",
    ]);
  });

  it.each([
    ["2026-07-03", true, "the Friday before a Saturday Fourth of July"],
    ["2026-07-04", false, "the Saturday itself"],
    ["2027-07-05", true, "the Monday after a Sunday Fourth of July"],
    ["2021-12-31", true, "the Friday before a Saturday New Year's Day of the next year"],
    ["2022-01-01", false, "the Saturday New Year's Day itself"],
    ["2023-01-02", true, "the Monday after a Sunday New Year's Day"],
    ["2021-06-18", true, "the first Juneteenth, a Saturday, on Friday"],
    ["2020-06-19", false, "Juneteenth before it was a holiday"],
    ["2024-05-27", true, "the last Monday of May"],
    ["2024-05-20", false, "the Monday before it"],
    ["2024-11-28", true, "the fourth Thursday of November"],
    ["2024-11-29", false, "the Friday after it"],
  ])("%s: %s (%s)", (date, expected) => {
    expect(isFederalHoliday(calendarDate(date))).toBe(expected);
  });
});

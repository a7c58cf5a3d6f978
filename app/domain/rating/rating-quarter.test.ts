import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { ratePeriodOn } from "./rating-quarter";

const period = (name: string, from: string, to: string) => ({
  name,
  effectiveOn: calendarDate(from),
  expiresOn: calendarDate(to),
});
const quarters = [
  period("first", "2025-01-01", "2025-03-31"),
  period("second", "2025-04-01", "2025-06-30"),
  period("third", "2025-07-01", "2025-09-30"),
];

describe("rate period of a start day", () => {
  it.each([
    ["2025-01-01", "first"],
    ["2025-03-31", "first"],
    ["2025-04-01", "second"],
    ["2025-09-30", "third"],
  ])("a group starting %s pays the rates of the %s quarter", (startOn, name) => {
    expect(ratePeriodOn({ periods: quarters, startOn: calendarDate(startOn) })).toMatchObject({
      ok: true,
      value: { name },
    });
  });

  it.each(["2024-12-31", "2025-10-01"])("no nearby quarter is taken for a start on %s", (startOn) => {
    expect(ratePeriodOn({ periods: quarters, startOn: calendarDate(startOn) })).toMatchObject({
      ok: false,
      problems: [{ code: "no-rate-period", params: { startOn } }],
    });
  });

  it("one twelve-month period serves every start of its year", () => {
    const year = [period("year", "2025-01-01", "2025-12-31")];
    expect(ratePeriodOn({ periods: year, startOn: calendarDate("2025-11-01") })).toMatchObject({ ok: true });
  });

  it("two periods that hold one day are reported, not chosen between", () => {
    const twice = [...quarters, period("year", "2025-01-01", "2025-12-31")];
    expect(ratePeriodOn({ periods: twice, startOn: calendarDate("2025-02-01") })).toMatchObject({
      ok: false,
      problems: [{ code: "rate-periods-overlap", params: { count: 2 } }],
    });
  });
});

import { describe, expect, it } from "vitest";
import { addDays, calendarDate, daysBetween, firstOfNextMonth, type CalendarDate } from "./calendar-date";
import {
  coverageStartAfterWaiting,
  employeeCoverageStartOn,
  latestCoverageStartOn,
  waitingPeriodCodes,
  waitingPeriodRuling,
} from "./waiting-period.rule";

const day = calendarDate;

function hireDates2024To2027(): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (let date = day("2024-01-01"); date <= "2027-12-31"; date = addDays(date, 1)) dates.push(date);
  return dates;
}

describe("coverage after the wait", () => {
  it.each([
    ["date-of-hire", "2026-03-17", "2026-03-17"],
    ["first-of-month-on-or-after-hire", "2026-03-01", "2026-03-01"],
    ["first-of-month-on-or-after-hire", "2026-03-02", "2026-04-01"],
    ["first-of-month-after-hire", "2026-03-01", "2026-04-01"],
    ["first-of-month-after-hire", "2026-12-31", "2027-01-01"],
    ["first-of-month-on-or-after-15-days", "2026-03-17", "2026-04-01"],
    ["first-of-month-on-or-after-15-days", "2026-03-18", "2026-05-01"],
    ["first-of-month-on-or-after-30-days", "2026-03-02", "2026-04-01"],
    ["first-of-month-on-or-after-30-days", "2026-03-03", "2026-05-01"],
    ["first-of-month-on-or-after-45-days", "2026-02-15", "2026-04-01"],
    ["first-of-month-on-or-after-45-days", "2026-02-16", "2026-05-01"],
    ["first-of-month-on-or-after-60-days", "2024-11-02", "2025-01-01"],
    ["first-of-month-on-or-after-60-days", "2024-11-03", "2025-02-01"],
  ] as const)("by %s, somebody hired on %s is covered from %s", (waitingPeriod, hiredOn, expected) => {
    expect(coverageStartAfterWaiting({ waitingPeriod, hiredOn: day(hiredOn) })).toBe(expected);
  });

  it("never comes later than 90 days after the hire date, for any menu entry and hire date from 2024 to 2027", () => {
    const longest = Math.max(
      ...waitingPeriodCodes.flatMap((waitingPeriod) =>
        hireDates2024To2027().map((hiredOn) =>
          daysBetween({ from: hiredOn, to: coverageStartAfterWaiting({ waitingPeriod, hiredOn }) }),
        ),
      ),
    );
    expect(longest).toBe(90);
  });

  it("would have come on day 91 for 28 hire dates if the first strictly after day 60 were taken", () => {
    const trapped = hireDates2024To2027().filter(
      (hiredOn) => daysBetween({ from: hiredOn, to: firstOfNextMonth(addDays(hiredOn, 60)) }) > 90,
    );
    expect(trapped).toHaveLength(28);
    expect(trapped).toContain("2024-11-02");
    for (const hiredOn of trapped) {
      const coverageStartOn = coverageStartAfterWaiting({
        waitingPeriod: "first-of-month-on-or-after-60-days",
        hiredOn,
      });
      expect(waitingPeriodRuling({ eligibleOn: hiredOn, coverageStartOn })).toEqual({ allowed: true });
    }
  });

  it("never starts before the group does", () => {
    const wait = { waitingPeriod: "first-of-month-on-or-after-30-days", groupStartOn: day("2026-10-01") } as const;
    expect(employeeCoverageStartOn({ ...wait, hiredOn: day("2019-05-06") })).toBe("2026-10-01");
    expect(employeeCoverageStartOn({ ...wait, hiredOn: day("2026-09-01") })).toBe("2026-10-01");
    expect(employeeCoverageStartOn({ ...wait, hiredOn: day("2026-09-02") })).toBe("2026-11-01");
  });
});

describe("the 90-day limit", () => {
  it.each([
    ["2015-01-19", "2015-04-19"],
    ["2015-04-11", "2015-07-10"],
    ["2015-09-22", "2015-12-21"],
  ])("for somebody eligible on %s is %s, as in the regulation's examples", (eligibleOn, expected) => {
    expect(latestCoverageStartOn(day(eligibleOn))).toBe(expected);
  });

  it("allows day 90 and refuses day 91", () => {
    const eligibleOn = day("2015-01-19");
    expect(waitingPeriodRuling({ eligibleOn, coverageStartOn: day("2015-04-19") })).toEqual({ allowed: true });
    expect(waitingPeriodRuling({ eligibleOn, coverageStartOn: day("2015-04-20") })).toMatchObject({
      allowed: false,
      problems: [{ code: "waiting-period-too-long", params: { latestOn: "2015-04-19" }, citation: "45 CFR 147.116" }],
    });
  });
});

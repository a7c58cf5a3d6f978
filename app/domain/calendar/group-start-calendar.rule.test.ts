import { describe, expect, it } from "vitest";
import type { ExchangeProfile } from "../exchange-profile/exchange-profile";
import { profileFor } from "../exchange-profile/profile-for";
import { addDays, calendarDate } from "./calendar-date";
import {
  availableStartDates,
  deadlinesFor,
  earliestStartOn,
  groupStartCalendar,
  startDateRuling,
  suggestedOpenEnrollment,
} from "./group-start-calendar.rule";

const day = calendarDate;

function profileOf(state: string): ExchangeProfile {
  const outcome = profileFor({ state, on: day("2026-07-01") });
  if (!outcome.ok) throw new Error(`no profile for ${state}`);
  return outcome.value;
}

const wisconsin = profileOf("WI");
const district = profileOf("DC");
const massachusetts = profileOf("MA");

describe("the earliest start", () => {
  it.each([
    ["WI", "2026-09-01", "2026-10-01"],
    ["WI", "2026-09-15", "2026-10-01"],
    ["WI", "2026-09-16", "2026-11-01"],
    ["WI", "2026-09-30", "2026-11-01"],
    ["WI", "2026-08-15", "2026-09-01"],
    ["WI", "2026-12-15", "2027-01-01"],
    ["WI", "2026-12-16", "2027-02-01"],
    ["MA", "2026-09-25", "2026-10-01"],
    ["MA", "2026-09-26", "2026-11-01"],
  ])("for a group in %s received on %s is %s", (state, receivedOn, expected) => {
    expect(earliestStartOn({ profile: profileOf(state), receivedOn: day(receivedOn) })).toBe(expected);
  });

  it("for an offer not yet published follows the publish day", () => {
    expect(earliestStartOn({ profile: wisconsin, receivedOn: day("2026-09-08"), deadline: "publish" })).toBe(
      "2026-10-01",
    );
    expect(earliestStartOn({ profile: wisconsin, receivedOn: day("2026-09-09"), deadline: "publish" })).toBe(
      "2026-11-01",
    );
  });
});

describe("available start dates", () => {
  it("are three on the 15th and two on the 16th in the federal process", () => {
    const starts = (today: string) =>
      availableStartDates({ profile: wisconsin, today: day(today) }).map((d) => d.startOn);
    expect(starts("2026-09-15")).toEqual(["2026-10-01", "2026-11-01", "2026-12-01"]);
    expect(starts("2026-09-16")).toEqual(["2026-11-01", "2026-12-01"]);
  });

  it("reach two months ahead in Massachusetts", () => {
    expect(availableStartDates({ profile: massachusetts, today: day("2026-09-01") }).map((d) => d.startOn)).toEqual([
      "2026-10-01",
      "2026-11-01",
    ]);
  });

  it("carry their own deadlines, and can be limited to those an offer can still be published for", () => {
    expect(availableStartDates({ profile: district, today: day("2026-09-06"), deadline: "publish" })).toEqual([
      { startOn: "2026-11-01", publishByOn: "2026-10-05", submitByOn: "2026-10-15" },
      { startOn: "2026-12-01", publishByOn: "2026-11-05", submitByOn: "2026-11-15" },
    ]);
  });

  it("are each allowed by the ruling on a single date, for every day of two years", () => {
    for (const profile of [wisconsin, district, massachusetts]) {
      for (let today = day("2026-01-01"); today < "2028-01-01"; today = addDays(today, 1)) {
        for (const { startOn } of availableStartDates({ profile, today })) {
          expect(startDateRuling({ profile, today, startOn })).toEqual({ allowed: true });
        }
      }
    }
  });
});

describe("a chosen start date", () => {
  it("is refused once its deadline has passed, with the next one", () => {
    expect(startDateRuling({ profile: wisconsin, today: day("2026-09-16"), startOn: day("2026-10-01") })).toEqual({
      allowed: false,
      problems: [
        {
          code: "start-date-deadline-passed",
          field: "startOn",
          params: { startOn: "2026-10-01", deadline: "submit", deadlineOn: "2026-09-15", nextStartOn: "2026-11-01" },
          citation: "45 CFR 155.725(h); 45 CFR 147.104(b)(1)(i)(C)",
        },
      ],
    });
  });

  it.each([
    ["2026-09-10", "2026-10-15", "start-date-not-first-of-month"],
    ["2026-09-10", "2027-01-01", "start-date-too-far-ahead"],
    ["2026-09-10", "2026-09-01", "start-date-deadline-passed"],
  ])("on %s, %s is refused: %s", (today, startOn, code) => {
    const ruling = startDateRuling({ profile: wisconsin, today: day(today), startOn: day(startOn) });
    expect(ruling).toMatchObject({ allowed: false, problems: [{ code }] });
  });

  it("opens three months ahead to the day", () => {
    const ruling = (today: string) =>
      startDateRuling({ profile: wisconsin, today: day(today), startOn: day("2027-01-01") }).allowed;
    expect(ruling("2026-09-30")).toBe(false);
    expect(ruling("2026-10-01")).toBe(true);
  });
});

describe("deadlines", () => {
  it("do not move off a Sunday in the federal process", () => {
    expect(deadlinesFor({ profile: wisconsin, startOn: day("2026-12-01") }).submitByOn).toBe("2026-11-15");
  });

  it("move off a Sunday where the exchange says so", () => {
    const profile = { ...wisconsin, calendar: { ...wisconsin.calendar, deadlinesMoveOffHolidays: true } };
    expect(deadlinesFor({ profile, startOn: day("2026-12-01") }).submitByOn).toBe("2026-11-16");
  });

  it("put the District's binder day past a weekend and Columbus Day", () => {
    expect(deadlinesFor({ profile: district, startOn: day("2026-11-01") }).binderDueOn).toBe("2026-10-13");
    expect(deadlinesFor({ profile: district, startOn: day("2026-10-01") }).binderDueOn).toBe("2026-09-14");
  });

  it("ask the federal first payment on the day coverage starts", () => {
    expect(deadlinesFor({ profile: wisconsin, startOn: day("2026-11-01") }).binderDueOn).toBe("2026-11-01");
  });

  it("differ for a renewal in the District", () => {
    expect(deadlinesFor({ profile: district, startOn: day("2026-11-01"), cycle: "renewal" })).toMatchObject({
      publishByOn: "2026-10-10",
      enrollmentEndsByOn: "2026-10-13",
    });
  });
});

describe("the calendar of one start date", () => {
  it("lists the federal milestones in order", () => {
    expect(groupStartCalendar({ profile: wisconsin, today: day("2026-09-02"), startOn: day("2026-10-01") })).toEqual({
      ok: true,
      value: [
        { code: "shop-from", on: "2026-07-01", passed: true },
        { code: "open-enrollment-starts", on: "2026-09-02", passed: false },
        { code: "publish-by", on: "2026-09-08", passed: false },
        { code: "open-enrollment-ends", on: "2026-09-14", passed: false },
        { code: "submit-by", on: "2026-09-15", passed: false },
        { code: "binder-due", on: "2026-10-01", passed: false },
        { code: "coverage-starts", on: "2026-10-01", passed: false },
        { code: "plan-year-ends", on: "2027-09-30", passed: false },
      ],
    });
  });

  it("is refused for a day in the middle of a month", () => {
    expect(
      groupStartCalendar({ profile: wisconsin, today: day("2026-09-02"), startOn: day("2026-10-02") }),
    ).toMatchObject({ ok: false, problems: [{ code: "start-date-not-first-of-month" }] });
  });

  it("suggests an open enrollment that never starts in the past while it can still be held", () => {
    const suggested = (today: string) =>
      suggestedOpenEnrollment({ profile: district, today: day(today), startOn: day("2026-10-01") });
    expect(suggested("2026-08-20")).toEqual({ opensOn: "2026-09-01", closesOn: "2026-09-10" });
    expect(suggested("2026-09-04")).toEqual({ opensOn: "2026-09-04", closesOn: "2026-09-10" });
  });
});

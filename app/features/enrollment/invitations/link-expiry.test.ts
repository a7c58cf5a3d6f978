import { describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { linkExpiry } from "./link-expiry.server";

const now = new Date("2026-02-20T12:00:00Z");

describe("an invitation's link", () => {
  it.each([
    ["2026-03-07", "America/Chicago", "2026-03-08T05:59:59.999Z"],
    ["2026-03-08", "America/Chicago", "2026-03-09T04:59:59.999Z"],
    ["2026-03-12", "America/New_York", "2026-03-13T03:59:59.999Z"],
    ["2026-03-12", "Pacific/Honolulu", "2026-03-13T09:59:59.999Z"],
  ])("works through %s in %s, also when the clocks change", (closesOn, timeZone, expected) => {
    expect(linkExpiry({ closesOn: calendarDate(closesOn), timeZone, now }).toISOString()).toBe(expected);
  });

  it.each([
    ["2026-04-20", "2026-04-21T03:59:59.999Z"],
    ["2026-04-22", "2026-04-21T12:00:00.000Z"],
  ])("works sixty days at most, with enrollment until %s", (closesOn, expected) => {
    const expiry = linkExpiry({ closesOn: calendarDate(closesOn), timeZone: "America/New_York", now });
    expect(expiry.toISOString()).toBe(expected);
  });
});

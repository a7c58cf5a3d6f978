import { expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { isAnnualWindowStart } from "./annual-window.rule";

const profile = { annualWindow: { from: { month: 11, day: 15 }, to: { month: 12, day: 15 }, startMonth: 1 } };

it.each([
  ["2026-11-14", "2027-01-01", false],
  ["2026-11-15", "2027-01-01", true],
  ["2026-12-15", "2027-01-01", true],
  ["2026-12-16", "2027-01-01", false],
  ["2026-11-20", "2027-02-01", false],
  ["2026-11-20", "2026-12-01", false],
  ["2025-11-20", "2027-01-01", false],
])("a group submitted on %s for %s is in the annual window: %s", (submittedOn, startOn, expected) => {
  expect(isAnnualWindowStart({ profile, submittedOn: calendarDate(submittedOn), startOn: calendarDate(startOn) })).toBe(
    expected,
  );
});

import { expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { planYearEndsOn } from "./plan-year.rule";

it.each([
  ["twelve-months", "2026-01-01", "2026-12-31"],
  ["twelve-months", "2026-07-01", "2027-06-30"],
  ["twelve-months", "2027-03-01", "2028-02-29"],
  ["december-31", "2026-07-01", "2026-12-31"],
  ["december-31", "2026-01-01", "2026-12-31"],
] as const)("a plan year by the %s rule that starts on %s ends on %s", (planYearEnd, startOn, expected) => {
  expect(planYearEndsOn({ profile: { planYearEnd }, startOn: calendarDate(startOn) })).toBe(expected);
});

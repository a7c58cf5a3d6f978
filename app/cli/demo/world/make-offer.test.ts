import { describe, expect, it } from "vitest";
import { addDays, calendarDate, type CalendarDate } from "~/domain/calendar/calendar-date";
import { startDateRuling } from "~/domain/calendar/group-start-calendar.rule";
import { openEnrollmentRuling } from "~/domain/calendar/open-enrollment.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { windowToChoose } from "./make-offer";
import { must } from "./make-group";

function profileOf(state: string, on: CalendarDate) {
  return must(profileFor({ state, on }));
}

describe("the demonstration's open enrollment", () => {
  it.each(["WI", "DC"])("in %s can be published and leaves two weeks to choose on every day of four years", (state) => {
    for (let today = calendarDate("2026-11-24"); today < "2030-11-24"; today = addDays(today, 1)) {
      const profile = profileOf(state, today);
      const { startOn, closesOn } = windowToChoose({ profile, today });
      const question = { profile, today, startOn };
      expect(startDateRuling({ ...question, deadline: "publish" })).toEqual({ allowed: true });
      expect(openEnrollmentRuling({ ...question, opensOn: today, closesOn })).toEqual({ allowed: true });
      expect(closesOn >= addDays(today, 14)).toBe(true);
    }
  });

  it.each([
    ["2027-01-31", "2027-02-14"],
    ["2027-02-01", "2027-03-14"],
  ])("that opens on %s closes on %s", (day, closesOn) => {
    const today = calendarDate(day);
    expect(windowToChoose({ profile: profileOf("WI", today), today }).closesOn).toBe(closesOn);
  });
});

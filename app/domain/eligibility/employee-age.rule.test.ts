import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { birthDateRuling, employeeAgeWarning, employeeBirthDateRuling } from "./employee-age.rule";

const today = calendarDate("2026-09-10");

describe("a birth date", () => {
  it.each([
    ["2026-09-10", []],
    ["2026-09-11", ["birth-date-in-the-future"]],
    ["1916-09-11", []],
    ["1916-09-10", ["age-not-plausible"]],
  ])("of %s, read on 10 September 2026, has the problems %j", (bornOn, codes) => {
    const ruling = birthDateRuling({ bornOn: calendarDate(bornOn), today });
    expect(ruling.allowed ? [] : ruling.problems.map((p) => p.code)).toEqual(codes);
  });
});

describe("an employee", () => {
  it.each([
    ["2000-05-05", "2000-05-06", []],
    ["2000-05-05", "2000-05-05", ["hired-before-birth"]],
    ["2027-05-05", "2020-05-05", ["birth-date-in-the-future"]],
  ])("born on %s and hired on %s has the problems %j", (bornOn, hiredOn, codes) => {
    const ruling = employeeBirthDateRuling({ bornOn: calendarDate(bornOn), hiredOn: calendarDate(hiredOn), today });
    expect(ruling.allowed ? [] : ruling.problems.map((p) => p.code)).toEqual(codes);
  });

  it.each([
    ["2012-09-10", undefined],
    ["2012-09-11", "employee-under-14-when-hired"],
  ])("born on %s and hired on 10 September 2026 is warned about: %s", (bornOn, code) => {
    expect(employeeAgeWarning({ bornOn: calendarDate(bornOn), hiredOn: today })?.code).toBe(code);
  });
});

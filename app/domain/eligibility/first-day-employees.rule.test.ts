import { expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { firstDayEmployeesRuling } from "./first-day-employees.rule";

const startOn = calendarDate("2027-01-01");

it.each([
  [0, ["no-employee-on-first-day"]],
  [1, []],
  [2, []],
])("a business with %i employees on the first day has the problems %j", (employees, codes) => {
  const ruling = firstDayEmployeesRuling({ employees, startOn });
  expect(ruling.allowed ? [] : ruling.problems.map((p) => p.code)).toEqual(codes);
});

it("takes whole people only", () => {
  expect(() => firstDayEmployeesRuling({ employees: 0.5, startOn })).toThrow("whole");
});

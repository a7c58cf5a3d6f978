// A small employer also has at least one employee on the first day of the plan year; owners, partners and their spouses
// are not employees. 45 CFR 155.20; 29 CFR 2510.3-3. Whole people.
import type { CalendarDate } from "../calendar/calendar-date";
import { invariant } from "../invariant";
import { allowed, refused, type Ruling } from "../problem";

export const citation = "45 CFR 155.20";

/** `employees`: as counted by `isCommonLawEmployee` on that day. Problem: `no-employee-on-first-day` {startOn}. */
export function firstDayEmployeesRuling({ employees, startOn }: { employees: number; startOn: CalendarDate }): Ruling {
  invariant(Number.isSafeInteger(employees) && employees >= 0, `people are whole, from 0, got ${employees}`);
  return employees >= 1 ? allowed : refused({ code: "no-employee-on-first-day", params: { startOn }, citation });
}

// Whose price is shown while a roster is empty: one full-time employee of 40, alone, who uses no tobacco. An example
// only; nobody is ever charged by it.

import { addMonths, type CalendarDate } from "../calendar/calendar-date";
import type { RosterHousehold } from "./roster-quote";

export const exampleAgeYears = 40;

export function exampleHousehold(startOn: CalendarDate): RosterHousehold {
  const bornOn = addMonths(startOn, -12 * exampleAgeYears);
  return {
    employeeId: "example",
    employment: "full-time",
    members: [{ memberId: "example", relationship: "self", bornOn, usesTobacco: false }],
  };
}

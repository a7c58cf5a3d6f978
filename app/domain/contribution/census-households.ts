// Who of a census is priced: the employee, and the dependents who may be covered on the first day. Everybody is priced
// from that day; who is left out is told with the reason.

import type { CalendarDate } from "../calendar/calendar-date";
import { dependentRuling } from "../eligibility/dependent-eligibility.rule";
import { birthDateForRating, type Census, type CensusPerson } from "../household/census";
import type { Problem } from "../problem";
import type { RosterHousehold } from "./roster-quote";

export type LeftOut = { readonly person: CensusPerson; readonly problems: readonly Problem[] };

/** `employeeId` is the household's place in the census, from 1. A census says nothing of hours: all count as full-time. */
export function censusHouseholds(
  census: Census,
  days: { readonly startOn: CalendarDate; readonly today: CalendarDate },
): { readonly households: readonly RosterHousehold[]; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const households = census.map((people, index) => {
    const employeeId = String(index + 1);
    const members = people.flatMap((person, place) => {
      const bornOn = birthDateForRating(person, days);
      const { relationship, usesTobacco } = person;
      if (place > 0) {
        const ruling = dependentRuling({ relationship, bornOn, coverageStartOn: days.startOn, today: days.today });
        if (!ruling.allowed) {
          leftOut.push({ person, problems: ruling.problems });
          return [];
        }
      }
      return [{ memberId: `${employeeId}.${place}`, relationship, bornOn, usesTobacco }];
    });
    return { employeeId, employment: "full-time" as const, members };
  });
  return { households, leftOut };
}

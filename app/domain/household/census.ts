// The people of a business as somebody tells them before there is a roster: with a birth date or an age in whole years,
// with names or without. Enough for a price, not for enrollment. An age counts as of the first day of coverage.

import { addMonths, type CalendarDate } from "../calendar/calendar-date";
import type { Relationship } from "./relationship";

/** The most people that one census may hold. */
export const censusMostPeople = 200;

export type CensusPerson = {
  readonly relationship: Relationship;
  /** Empty where nobody said. */
  readonly firstName: string;
  readonly lastName: string;
  /** Exactly one of the two is there. */
  readonly bornOn: CalendarDate | null;
  readonly ageYears: number | null;
  readonly usesTobacco: boolean;
  readonly hiredOn: CalendarDate | null;
};

/** The employee first, then the family. */
export type CensusHousehold = readonly CensusPerson[];
export type Census = readonly CensusHousehold[];

export function censusPeopleCount(census: Census): number {
  return census.reduce((count, household) => count + household.length, 0);
}

/** The birth date, or a day that makes the person as old as was said on the first day of coverage; never after today. */
export function birthDateForRating(
  { bornOn, ageYears }: Pick<CensusPerson, "bornOn" | "ageYears">,
  { startOn, today }: { startOn: CalendarDate; today: CalendarDate },
): CalendarDate {
  if (bornOn) return bornOn;
  const day = addMonths(startOn, -12 * (ageYears ?? 0));
  return day < today ? day : today;
}

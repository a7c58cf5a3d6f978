// Ages are rated in bands: from plan years beginning in 2018 one band 0-14, single years 15 to 63, and 64 and older;
// before that one band 0-20 and single years from 21. The tables filed before 2018 listed 64 and "65 and over" apart,
// at one rate. Law: 45 CFR 147.102(d). Units: age in whole years on the effective date.

import { calendarDate, type CalendarDate } from "../calendar/calendar-date";
import { invariant } from "../invariant";
import { oldestRateAge } from "../plan-catalog/values/cms-age";

export const citation = "45 CFR 147.102(d)";

/** Both ends belong to the band. A band that ends at the oldest rated age has no upper end. */
export type AgeBand = { readonly fromAge: number; readonly toAge: number };

const narrowChildBandsFrom = calendarDate("2018-01-01");

/** The band that the law puts an age in. A price is read from the plan's own bands, not from here. */
export function standardAgeBand({ age, planYearStartOn }: { age: number; planYearStartOn: CalendarDate }): AgeBand {
  invariant(Number.isSafeInteger(age) && age >= 0, `an age is a whole number from 0, got ${age}`);
  const [lastChildAge, openAge] = planYearStartOn >= narrowChildBandsFrom ? [14, 64] : [20, 65];
  if (age <= lastChildAge) return { fromAge: 0, toAge: lastChildAge };
  if (age >= openAge) return { fromAge: openAge, toAge: oldestRateAge };
  return { fromAge: age, toAge: age };
}

/** `0-14`, `30` or `64+`. */
export function ageBandLabel({ fromAge, toAge }: AgeBand): string {
  if (toAge >= oldestRateAge) return `${fromAge}+`;
  return fromAge === toAge ? `${fromAge}` : `${fromAge}-${toAge}`;
}

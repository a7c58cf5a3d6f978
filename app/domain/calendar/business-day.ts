import { addDays, dayOfWeek, type CalendarDate } from "./calendar-date";
import { isFederalHoliday } from "./federal-holidays";

/** Monday to Friday, without the observed federal holidays. */
export function isBusinessDay(date: CalendarDate): boolean {
  const weekday = dayOfWeek(date);
  return weekday >= 1 && weekday <= 5 && !isFederalHoliday(date);
}

/** The date itself when it is a business day, or the next one. */
export function businessDayOnOrAfter(date: CalendarDate): CalendarDate {
  let day = date;
  while (!isBusinessDay(day)) day = addDays(day, 1);
  return day;
}

/** `days` business days after `date`; the date itself does not count. `days` is 0 or more. */
export function addBusinessDays(date: CalendarDate, days: number): CalendarDate {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = businessDayOnOrAfter(addDays(day, 1));
  return day;
}

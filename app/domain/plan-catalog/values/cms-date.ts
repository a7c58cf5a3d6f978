import { parseCalendarDate, type CalendarDate } from "../../calendar/calendar-date";

/**
 * A day as the CMS files write it: `2025-01-01`, `1/1/2026`, `2014-03-19 07:06:49` or `3/19/2014 7:06`.
 * The time of day is dropped. Undefined for anything else.
 */
export function parseCmsDate(text: string): CalendarDate | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(text.trim());
  if (iso) return parseCalendarDate(iso[1]!);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)?$/.exec(text.trim());
  if (!slashed) return undefined;
  const [, month, day, year] = slashed;
  return parseCalendarDate(`${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`);
}

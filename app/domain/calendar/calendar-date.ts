import { invariant } from "../invariant";

/** A day in the calendar, `YYYY-MM-DD`, without time or zone. Compares and sorts as text. */
export type CalendarDate = string & { readonly __unit: "calendar-date" };

const millisecondsPerDay = 86_400_000;

/** Reads ISO text; undefined when it is not a day that exists between 1900 and 2199. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = /^(19|20|21)(\d{2})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(match[3]);
  const day = Number(match[4]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth({ year, month })) return undefined;
  return text as CalendarDate;
}

export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  invariant(date, `not a calendar date: ${text}`);
  return date;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** `month` is 1 to 12. */
export function daysInMonth({ year, month }: { year: number; month: number }): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function fromParts({ year, month, day }: { year: number; month: number; day: number }): CalendarDate {
  return calendarDate(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

function dayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / millisecondsPerDay;
}

function fromDayNumber(days: number): CalendarDate {
  // A fixed instant turned back into calendar parts; no clock is read.
  return calendarDate(new Date(days * millisecondsPerDay).toISOString().slice(0, 10));
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Same day of the month, or the month's last day when it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return fromParts({ ...target, day: Math.min(day, daysInMonth(target)) });
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween({ from, to }: { from: CalendarDate; to: CalendarDate }): number {
  return dayNumber(to) - dayNumber(from);
}

export function firstOfMonth(date: CalendarDate): CalendarDate {
  return fromParts({ ...partsOf(date), day: 1 });
}

export function firstOfNextMonth(date: CalendarDate): CalendarDate {
  return addMonths(firstOfMonth(date), 1);
}

export function lastOfMonth(date: CalendarDate): CalendarDate {
  return addDays(firstOfNextMonth(date), -1);
}

export function isFirstOfMonth(date: CalendarDate): boolean {
  return date.endsWith("-01");
}

/** 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(date: CalendarDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** Age in whole years. Somebody born on 29 February turns a year older on 1 March of a common year. */
export function ageOn({ bornOn, on }: { bornOn: CalendarDate; on: CalendarDate }): number {
  const before = on.slice(5) < bornOn.slice(5);
  return yearOf(on) - yearOf(bornOn) - (before ? 1 : 0);
}

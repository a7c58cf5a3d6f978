import { addDays, dayOfWeek, daysInMonth, fromParts, yearOf, type CalendarDate } from "./calendar-date";

/** The legal public holidays of 5 U.S.C. 6103(a), without Inauguration Day, which only concerns the capital area. */
export const federalHolidayCodes = [
  "new-years-day",
  "martin-luther-king-day",
  "washingtons-birthday",
  "memorial-day",
  "juneteenth",
  "independence-day",
  "labor-day",
  "columbus-day",
  "veterans-day",
  "thanksgiving-day",
  "christmas-day",
] as const;
export type FederalHolidayCode = (typeof federalHolidayCodes)[number];

export type FederalHoliday = {
  readonly code: FederalHolidayCode;
  readonly on: CalendarDate;
  /** Friday before a Saturday holiday, Monday after a Sunday one, 5 U.S.C. 6103(b). */
  readonly observedOn: CalendarDate;
};

type DayRule =
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly nth: number | "last" };

const monday = 1;
const thursday = 4;

const rules: readonly { code: FederalHolidayCode; since: number; rule: DayRule }[] = [
  { code: "new-years-day", since: 1971, rule: { month: 1, day: 1 } },
  { code: "martin-luther-king-day", since: 1986, rule: { month: 1, weekday: monday, nth: 3 } },
  { code: "washingtons-birthday", since: 1971, rule: { month: 2, weekday: monday, nth: 3 } },
  { code: "memorial-day", since: 1971, rule: { month: 5, weekday: monday, nth: "last" } },
  { code: "juneteenth", since: 2021, rule: { month: 6, day: 19 } },
  { code: "independence-day", since: 1971, rule: { month: 7, day: 4 } },
  { code: "labor-day", since: 1971, rule: { month: 9, weekday: monday, nth: 1 } },
  { code: "columbus-day", since: 1971, rule: { month: 10, weekday: monday, nth: 2 } },
  { code: "veterans-day", since: 1978, rule: { month: 11, day: 11 } },
  { code: "thanksgiving-day", since: 1971, rule: { month: 11, weekday: thursday, nth: 4 } },
  { code: "christmas-day", since: 1971, rule: { month: 12, day: 25 } },
];

function dayIn(year: number, rule: DayRule): CalendarDate {
  if ("day" in rule) return fromParts({ year, month: rule.month, day: rule.day });
  if (rule.nth === "last") {
    const last = fromParts({ year, month: rule.month, day: daysInMonth({ year, month: rule.month }) });
    return addDays(last, -((dayOfWeek(last) - rule.weekday + 7) % 7));
  }
  const first = fromParts({ year, month: rule.month, day: 1 });
  return addDays(first, ((rule.weekday - dayOfWeek(first) + 7) % 7) + 7 * (rule.nth - 1));
}

function observed(on: CalendarDate): CalendarDate {
  const weekday = dayOfWeek(on);
  return weekday === 6 ? addDays(on, -1) : weekday === 0 ? addDays(on, 1) : on;
}

/** The holidays of a calendar year, in order. New Year's Day may be observed on 31 December of the year before. */
export function federalHolidays(year: number): readonly FederalHoliday[] {
  return rules
    .filter((holiday) => holiday.since <= year)
    .map(({ code, rule }) => {
      const on = dayIn(year, rule);
      return { code, on, observedOn: observed(on) };
    });
}

/** True on the observed day, which is the day offices are closed. */
export function isFederalHoliday(date: CalendarDate): boolean {
  const year = yearOf(date);
  return [...federalHolidays(year), ...federalHolidays(year + 1)].some((holiday) => holiday.observedOn === date);
}

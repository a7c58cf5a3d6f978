import { parseCalendarDate, type CalendarDate } from "../domain/calendar/calendar-date";
import { invariant } from "../domain/invariant";
import { env } from "./env.server";

/** The instant, for audit, sessions and single-use links. Business rules take a day instead. */
export function now(): Date {
  return new Date();
}

/**
 * The calendar day in a time zone such as `America/New_York`. Ask once per request or job, in the exchange profile's
 * zone, and pass it on. SHOPFRONT_TODAY stands in for it in tests and demonstrations.
 */
export function today(timeZone: string): CalendarDate {
  const fixed = env().fixedToday;
  return dayOf({ instant: now(), timeZone, fixed });
}

/** The day on which an instant falls in a zone. */
export function dayOf({
  instant,
  timeZone,
  fixed,
}: {
  instant: Date;
  timeZone: string;
  fixed?: string | undefined;
}): CalendarDate {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const found = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
  const day = parseCalendarDate(fixed ?? `${found["year"]}-${found["month"]}-${found["day"]}`);
  invariant(day, "the clock gave no calendar day");
  return day;
}

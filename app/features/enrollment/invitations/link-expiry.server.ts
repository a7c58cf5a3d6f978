import { addDays, type CalendarDate } from "~/domain/calendar/calendar-date";

const longestDays = 60;
const dayMilliseconds = 86_400_000;

/**
 * The last instant at which a link works: the end of open enrollment's last day where the marketplace is, and at most
 * sixty days from now.
 */
export function linkExpiry({ closesOn, timeZone, now }: { closesOn: CalendarDate; timeZone: string; now: Date }): Date {
  const windowEnd = midnightOf(addDays(closesOn, 1), timeZone).getTime() - 1;
  return new Date(Math.min(windowEnd, now.getTime() + longestDays * dayMilliseconds));
}

/** The instant at which a day begins in a zone. */
function midnightOf(day: CalendarDate, timeZone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  // The zone's offset at the first guess may be of the other side of a clock change; the second is right.
  const guess = wanted - offsetAt(wanted, timeZone);
  return new Date(wanted - offsetAt(guess, timeZone));
}

function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  }).formatToParts(new Date(instant));
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - instant;
}

import { partsOf, type CalendarDate } from "../../domain/calendar/calendar-date";
import type { Locale } from "../../platform/i18n/languages";
import { intlLocales } from "./money";

const shapes = {
  long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  dayOfYear: { weekday: "long", month: "long", day: "numeric" },
  short: { year: "numeric", month: "short", day: "numeric" },
  plain: { year: "numeric", month: "long", day: "numeric" },
  month: { year: "numeric", month: "long" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateShape = keyof typeof shapes;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(locale: Locale, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${locale} ${key}`;
  const known = formatters.get(id);
  if (known) return known;
  const made = new Intl.DateTimeFormat(intlLocales[locale], options);
  formatters.set(id, made);
  return made;
}

/**
 * `long` Friday, December 11, 2026 · `dayOfYear` Friday, December 11 · `short` Dec 11, 2026 ·
 * `plain` December 11, 2026 · `month` December 2026.
 */
export function formatDate(locale: Locale, date: CalendarDate, shape: DateShape = "long"): string {
  const { year, month, day } = partsOf(date);
  const formatter = formatterFor(locale, shape, { ...shapes[shape], timeZone: "UTC" });
  return formatter.format(new Date(Date.UTC(year, month - 1, day)));
}

/** `12/11/2026`, the way a date is typed into a field. */
export function formatTypedDate(date: CalendarDate): string {
  return `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;
}

/** An instant in a marketplace's zone: `December 11, 2026, 11:59 p.m. Eastern Time`. */
export function formatInstant(locale: Locale, instant: Date | string, timeZone: string): string {
  const date = formatterFor(locale, `date ${timeZone}`, { ...shapes.plain, timeZone });
  const time = formatterFor(locale, `time ${timeZone}`, {
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "longGeneric",
    timeZone,
  });
  const at = typeof instant === "string" ? new Date(instant) : instant;
  const clock = time
    .format(at)
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\b([AP])M\b/, (_, half: string) => `${half.toLowerCase()}.m.`)
    .replace(/\b([ap])\. m\./, "$1.m.");
  return `${date.format(at)}, ${clock}`;
}

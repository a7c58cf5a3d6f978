import type { Cents } from "../../domain/money/cents";
import type { CalendarDate } from "../../domain/calendar/calendar-date";
import { formatDate, formatInstant, type DateShape } from "../format/dates";
import { formatCents } from "../format/money";
import { useLocale } from "../format/use-locale";

/** `$1,284.50`, in figures that line up in a column. Accepts the plain number that loaders send. */
export function Amount({ cents, strong = false }: { cents: Cents | number; strong?: boolean }) {
  const locale = useLocale();
  return (
    <span className={`sf-figure ${strong ? "sf-figure--strong" : ""}`.trim()}>
      {formatCents(locale, cents as Cents)}
    </span>
  );
}

/** A calendar day; with its weekday unless another shape is asked for. */
export function DateText({ date, shape = "long" }: { date: CalendarDate; shape?: DateShape }) {
  const locale = useLocale();
  return (
    <time className={`sf-date sf-date--${shape}`} dateTime={date}>
      {formatDate(locale, date, shape)}
    </time>
  );
}

/** An instant in a marketplace's time zone. */
export function InstantText({ at, timeZone }: { at: string; timeZone: string }) {
  const locale = useLocale();
  return (
    <time className="sf-date" dateTime={at}>
      {formatInstant(locale, at, timeZone)}
    </time>
  );
}

import type { TFunction } from "i18next";
import { parseCalendarDate } from "~/domain/calendar/calendar-date";
import { basisPoints, cents } from "~/domain/money/cents";
import { formatDate } from "~/ui/format/dates";
import { formatBasisPoints, formatCents } from "~/ui/format/money";
import type { useLocale } from "~/ui/format/use-locale";

type Locale = ReturnType<typeof useLocale>;
type Details = Readonly<Record<string, string | number | boolean | null>>;

/** Actions are two words or more, so none is mistaken for a property that every object has. */
const actionName = /^[a-z0-9]+(-[a-z0-9]+)+$/;

/**
 * What was done, in words. An action that the catalog does not know yet is named as it is recorded. `t` has the
 * employer catalog.
 */
export function historySentence(
  t: TFunction,
  locale: Locale,
  { action, details }: { action: string; details: Details },
): string {
  const shown = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, present(locale, name, value)]),
  );
  const keys = actionName.test(action) ? [`audit.${action}`, "audit.other"] : ["audit.other"];
  return t(keys, { ...shown, action });
}

function present(locale: Locale, name: string, value: Details[string]): string | number {
  if (typeof value === "number") {
    if (name.endsWith("Cents") && Number.isSafeInteger(value)) return formatCents(locale, cents(value));
    if (name.endsWith("BasisPoints") && Number.isSafeInteger(value))
      return formatBasisPoints(locale, basisPoints(value));
    return value;
  }
  if (typeof value !== "string") return value === null ? "–" : String(value);
  const day = parseCalendarDate(value);
  return day ? formatDate(locale, day, "plain") : value;
}

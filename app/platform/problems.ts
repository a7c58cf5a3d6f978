import type { TFunction } from "i18next";
import { basisPoints, cents } from "../domain/money/cents";
import { parseCalendarDate } from "../domain/calendar/calendar-date";
import { isUsState, usStateNames } from "../domain/exchange-profile/us-state";
import type { Problem } from "../domain/problem";
import { formatBasisPoints, formatCents, formatNumber } from "../ui/format/money";
import { formatDate } from "../ui/format/dates";
import type { Locale } from "./i18n/languages";

type Params = Readonly<Record<string, string | number>>;

/**
 * Amounts, shares, hours and states become text by the unit in their name: `minimumCents`, `shareBasisPoints`,
 * `totalHours`, `addressState`; any ISO day by itself.
 */
export function presentParams(locale: Locale, params: Params): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, present(locale, name, value)]));
}

function present(locale: Locale, name: string, value: string | number): string | number {
  if (typeof value === "number") {
    if (name.endsWith("Cents")) return formatCents(locale, cents(value));
    if (name.endsWith("BasisPoints")) return formatBasisPoints(locale, basisPoints(value));
    if (name.endsWith("Hours")) return formatNumber(locale, value);
    return value;
  }
  if (/^state$|State$/.test(name) && isUsState(value)) return usStateNames[value];
  const day = parseCalendarDate(value);
  return day ? formatDate(locale, day) : value;
}

/**
 * The sentence for a refusal: which rule, and what can be done now. `t` may have any namespace. Pages that show what is
 * wrong with a file or a transmission also load the `file-problems` catalog, those that show refusals of `rule-problems` that
 * one: what every page carries stays small.
 */
export function problemSentence(t: TFunction, locale: Locale, problem: Problem): string {
  return t(problem.code, {
    ns: ["problems", "file-problems", "rule-problems"],
    ...presentParams(locale, problem.params ?? {}),
  });
}

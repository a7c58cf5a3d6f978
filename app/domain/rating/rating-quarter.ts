// Small-group rates change at most quarterly; a group pays the rates of the period that holds the first day of its plan
// year, all year long. A day that no filed period holds is a problem, never the nearest period.
// Law: 45 CFR 155.705(b)(6). Both ends of a period belong to it.

import type { CalendarDate } from "../calendar/calendar-date";
import { done, failed, type Outcome } from "../problem";
import type { RatePeriod } from "./rate-sheet";

export const citation = "45 CFR 155.705(b)(6)";

/**
 * The one period (or sheet) that holds the day. Problems: `no-rate-period` when none does, `rate-periods-overlap` when
 * several do.
 */
export function ratePeriodOn<Period extends RatePeriod>({
  periods,
  startOn,
}: {
  periods: readonly Period[];
  startOn: CalendarDate;
}): Outcome<Period> {
  const matching = periods.filter((period) => period.effectiveOn <= startOn && startOn <= period.expiresOn);
  const [period] = matching;
  if (!period) return failed({ code: "no-rate-period", params: { startOn }, citation });
  if (matching.length > 1) return failed({ code: "rate-periods-overlap", params: { startOn, count: matching.length } });
  return done(period);
}

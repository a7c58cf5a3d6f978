// A plan year runs twelve months from the day coverage starts. Where the individual and small-group pools are merged,
// the federal rule ends it on 31 December of the year in which it starts.
// 45 CFR 155.725(b) (2015). Calendar days; the last day is included.
import type { ExchangeProfile } from "../exchange-profile/exchange-profile";
import { addDays, addMonths, fromParts, yearOf, type CalendarDate } from "./calendar-date";

export const citation = "45 CFR 155.725(b)";

/** The last day of the plan year that starts on `startOn`. */
export function planYearEndsOn({
  profile,
  startOn,
}: {
  profile: Pick<ExchangeProfile, "planYearEnd">;
  startOn: CalendarDate;
}): CalendarDate {
  return profile.planYearEnd === "december-31"
    ? fromParts({ year: yearOf(startOn), month: 12, day: 31 })
    : addDays(addMonths(startOn, 12), -1);
}

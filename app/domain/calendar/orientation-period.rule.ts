// Before a waiting period an employer may have one real orientation period of at most a month: the day after the start
// date's own day a month later, less one day, or the last day of the next month where it has no such day. For people with
// hours that vary, who are measured for up to twelve months, coverage begins within thirteen months of the start and what
// is left until the next 1st. 45 CFR 147.116(c)(3)(i), (iii). Calendar days; the day itself is included.
import { addDays, addMonths, firstOfNextMonth, isFirstOfMonth, partsOf, type CalendarDate } from "./calendar-date";

export const citation = "45 CFR 147.116(c)(3)";

/** The last day that an orientation period from `hiredOn` may have. */
export function orientationEndsByOn(hiredOn: CalendarDate): CalendarDate {
  const monthLater = addMonths(hiredOn, 1);
  return partsOf(monthLater).day === partsOf(hiredOn).day ? addDays(monthLater, -1) : monthLater;
}

/** The day from which the 90 days of a waiting period count after a full orientation period. */
export function eligibleAfterOrientationOn(hiredOn: CalendarDate): CalendarDate {
  return addDays(orientationEndsByOn(hiredOn), 1);
}

/** The last day on which coverage may begin for somebody whose hours are measured first. */
export function measuredCoverageStartsByOn(hiredOn: CalendarDate): CalendarDate {
  const thirteenMonths = addMonths(hiredOn, 13);
  return isFirstOfMonth(hiredOn) ? thirteenMonths : firstOfNextMonth(thirteenMonths);
}

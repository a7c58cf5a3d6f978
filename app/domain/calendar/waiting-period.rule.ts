// A waiting period may keep an eligible person out of the plan for at most 90 calendar days, weekends and holidays
// counted: coverage starts on the 91st day at the latest, that is the hire date plus 90 days.
// 45 CFR 147.116. The menu counts its days from the hire date and then takes the first of the month that coincides with
// or follows that day. Taking the first strictly after day 60 would reach 91 days for some hire dates.
import { allowed, refused, type Ruling } from "../problem";
import { addDays, firstOfNextMonth, isFirstOfMonth, type CalendarDate } from "./calendar-date";

export const citation = "45 CFR 147.116";

export const waitingPeriodMaximumDays = 90;

export const waitingPeriodCodes = [
  "date-of-hire",
  "first-of-month-on-or-after-hire",
  "first-of-month-after-hire",
  "first-of-month-on-or-after-15-days",
  "first-of-month-on-or-after-30-days",
  "first-of-month-on-or-after-45-days",
  "first-of-month-on-or-after-60-days",
] as const;
export type WaitingPeriodCode = (typeof waitingPeriodCodes)[number];

type WaitingPeriod = {
  readonly waitingPeriodDays: number;
  readonly startsOn: "that-day" | "first-of-month-on-or-after" | "first-of-month-after";
};

const waitingPeriods: Readonly<Record<WaitingPeriodCode, WaitingPeriod>> = {
  "date-of-hire": { waitingPeriodDays: 0, startsOn: "that-day" },
  "first-of-month-on-or-after-hire": { waitingPeriodDays: 0, startsOn: "first-of-month-on-or-after" },
  "first-of-month-after-hire": { waitingPeriodDays: 0, startsOn: "first-of-month-after" },
  "first-of-month-on-or-after-15-days": { waitingPeriodDays: 15, startsOn: "first-of-month-on-or-after" },
  "first-of-month-on-or-after-30-days": { waitingPeriodDays: 30, startsOn: "first-of-month-on-or-after" },
  "first-of-month-on-or-after-45-days": { waitingPeriodDays: 45, startsOn: "first-of-month-on-or-after" },
  "first-of-month-on-or-after-60-days": { waitingPeriodDays: 60, startsOn: "first-of-month-on-or-after" },
};

/** How a first day of coverage was counted. */
export type WaitingPeriodWorking = {
  readonly waitingPeriodDays: number;
  /** The hire date and the days of the wait. */
  readonly countedToOn: CalendarDate;
  readonly startsOn: WaitingPeriod["startsOn"];
  readonly coverageStartOn: CalendarDate;
};

/** The first day of coverage for somebody hired on `hiredOn` while the plan is running, with its working. */
export function waitingPeriodWorking({
  waitingPeriod,
  hiredOn,
}: {
  waitingPeriod: WaitingPeriodCode;
  hiredOn: CalendarDate;
}): WaitingPeriodWorking {
  const { waitingPeriodDays, startsOn } = waitingPeriods[waitingPeriod];
  const countedToOn = addDays(hiredOn, waitingPeriodDays);
  const staysThere =
    startsOn === "that-day" || (startsOn === "first-of-month-on-or-after" && isFirstOfMonth(countedToOn));
  const coverageStartOn = staysThere ? countedToOn : firstOfNextMonth(countedToOn);
  return { waitingPeriodDays, countedToOn, startsOn, coverageStartOn };
}

/** The first day of coverage for somebody hired on `hiredOn` while the plan is running. */
export function coverageStartAfterWaiting(input: {
  waitingPeriod: WaitingPeriodCode;
  hiredOn: CalendarDate;
}): CalendarDate {
  return waitingPeriodWorking(input).coverageStartOn;
}

/** As above, but never before the group's own first day of coverage. */
export function employeeCoverageStartOn({
  waitingPeriod,
  hiredOn,
  groupStartOn,
}: {
  waitingPeriod: WaitingPeriodCode;
  hiredOn: CalendarDate;
  groupStartOn: CalendarDate;
}): CalendarDate {
  const own = coverageStartAfterWaiting({ waitingPeriod, hiredOn });
  return own < groupStartOn ? groupStartOn : own;
}

/** The last day on which coverage may begin for somebody eligible (but for the wait) from `eligibleOn`. */
export function latestCoverageStartOn(eligibleOn: CalendarDate): CalendarDate {
  return addDays(eligibleOn, waitingPeriodMaximumDays);
}

/** Problem: `waiting-period-too-long` {coverageStartOn, latestOn, maximumDays}. */
export function waitingPeriodRuling({
  eligibleOn,
  coverageStartOn,
}: {
  eligibleOn: CalendarDate;
  coverageStartOn: CalendarDate;
}): Ruling {
  const latestOn = latestCoverageStartOn(eligibleOn);
  if (coverageStartOn <= latestOn) return allowed;
  const params = { coverageStartOn, latestOn, maximumDays: waitingPeriodMaximumDays };
  return refused({ code: "waiting-period-too-long", field: "waitingPeriod", params, citation });
}

// A group may start on the 1st of any month. What the exchange receives by its submission day (the 15th in the federal
// process) starts on the next 1st, what comes later on the 1st after that. Deadlines are days of the month before the
// start; whether one that falls on a weekend or holiday moves to the next business day is a figure of the exchange.
// 45 CFR 155.725(h) (2015) and 147.104(b)(1)(i)(C). Calendar days; a deadline day itself is still in time.
import type { EnrollmentCycle, ExchangeProfile } from "../exchange-profile/exchange-profile";
import { allowed, done, failed, refused, type Outcome, type Problem, type Ruling } from "../problem";
import { businessDayOnOrAfter } from "./business-day";
import {
  addDays,
  addMonths,
  firstOfMonth,
  fromParts,
  isFirstOfMonth,
  partsOf,
  type CalendarDate,
} from "./calendar-date";
import { planYearEndsOn } from "./plan-year.rule";

export const citation = "45 CFR 155.725(h); 45 CFR 147.104(b)(1)(i)(C)";

/** The profile figures that the calendar reads. */
export type CalendarProfile = Pick<ExchangeProfile, "calendar" | "annualWindow" | "planYearEnd">;

/** Which deadline closes a start date: a new offer must be published in time, a finished one submitted. */
export type StartDeadline = "publish" | "submit";

export type GroupDeadlines = {
  readonly shopFromOn: CalendarDate;
  readonly publishByOn: CalendarDate;
  /** The last day on which employees may still choose. */
  readonly enrollmentEndsByOn: CalendarDate;
  readonly submitByOn: CalendarDate;
  readonly binderDueOn: CalendarDate;
  /** Null: as soon as the group is submitted. */
  readonly sendToIssuersFromOn: CalendarDate | null;
  readonly planYearEndsOn: CalendarDate;
};

export const milestoneCodes = [
  "shop-from",
  "publish-by",
  "open-enrollment-starts",
  "open-enrollment-ends",
  "submit-by",
  "binder-due",
  "sent-to-issuers-from",
  "coverage-starts",
  "plan-year-ends",
] as const;
export type MilestoneCode = (typeof milestoneCodes)[number];

/** `passed`: the day is before today. */
export type Milestone = { readonly code: MilestoneCode; readonly on: CalendarDate; readonly passed: boolean };

export type AvailableStartDate = {
  readonly startOn: CalendarDate;
  readonly publishByOn: CalendarDate;
  readonly submitByOn: CalendarDate;
};

function dayBeforeStart(startOn: CalendarDate, { months, day }: { months: number; day: number }): CalendarDate {
  const { year, month } = partsOf(addMonths(startOn, -months));
  return fromParts({ year, month, day });
}

/** A deadline as the exchange names it, and the day it is due after moving off weekends and holidays. */
export type DeadlineDay = { readonly namedOn: CalendarDate; readonly dueOn: CalendarDate };

/** The deadlines that an exchange may move to the next business day. */
export function movingDeadlinesFor({
  profile,
  startOn,
  cycle = "initial",
}: {
  profile: CalendarProfile;
  startOn: CalendarDate;
  cycle?: EnrollmentCycle;
}): { readonly publishBy: DeadlineDay; readonly submitBy: DeadlineDay; readonly binderDue: DeadlineDay } {
  const { binder, deadlinesMoveOffHolidays, submitByDay, ...terms } = profile.calendar;
  const due = (namedOn: CalendarDate, moves: boolean) => ({
    namedOn,
    dueOn: moves ? businessDayOnOrAfter(namedOn) : namedOn,
  });
  const monthBefore = (day: number) => dayBeforeStart(startOn, { months: 1, day });
  return {
    publishBy: due(monthBefore(terms[cycle].publishByDay), deadlinesMoveOffHolidays),
    submitBy: due(monthBefore(submitByDay), deadlinesMoveOffHolidays),
    binderDue: due(
      dayBeforeStart(startOn, { months: binder.monthsBeforeStart, day: binder.day }),
      binder.movesOffHolidays,
    ),
  };
}

/** All deadlines for a group that starts on `startOn`, the first of a month. */
export function deadlinesFor({
  profile,
  startOn,
  cycle = "initial",
}: {
  profile: CalendarProfile;
  startOn: CalendarDate;
  cycle?: EnrollmentCycle;
}): GroupDeadlines {
  const terms = profile.calendar;
  const { publishBy, submitBy, binderDue } = movingDeadlinesFor({ profile, startOn, cycle });
  const monthBefore = (day: number) => dayBeforeStart(startOn, { months: 1, day });
  const monthsBefore = cycle === "initial" ? terms.monthsAhead : terms.renewalOpensMonthsBefore;
  return {
    shopFromOn: addMonths(startOn, -monthsBefore),
    publishByOn: publishBy.dueOn,
    enrollmentEndsByOn: monthBefore(terms[cycle].enrollmentEndsByDay),
    submitByOn: submitBy.dueOn,
    binderDueOn: binderDue.dueOn,
    sendToIssuersFromOn: terms.sendToIssuersFromDay === null ? null : monthBefore(terms.sendToIssuersFromDay),
    planYearEndsOn: planYearEndsOn({ profile, startOn }),
  };
}

/** The open enrollment to suggest: it ends as late as it may and starts today at the earliest. */
export function suggestedOpenEnrollment({
  profile,
  today,
  startOn,
  cycle = "initial",
}: {
  profile: CalendarProfile;
  today: CalendarDate;
  startOn: CalendarDate;
  cycle?: EnrollmentCycle;
}): { readonly opensOn: CalendarDate; readonly closesOn: CalendarDate } {
  const closesOn = deadlinesFor({ profile, startOn, cycle }).enrollmentEndsByOn;
  const wanted = addDays(closesOn, 1 - profile.calendar[cycle].enrollmentSuggestedDays);
  return { opensOn: wanted < today && today <= closesOn ? today : wanted, closesOn };
}

/** Every date that matters for one start date, in calendar order. Problem: `start-date-not-first-of-month`. */
export function groupStartCalendar(input: {
  profile: CalendarProfile;
  today: CalendarDate;
  startOn: CalendarDate;
  cycle?: EnrollmentCycle;
  /** The window the employer chose; the suggested one when left out. */
  openEnrollment?: { readonly opensOn: CalendarDate; readonly closesOn: CalendarDate };
}): Outcome<readonly Milestone[]> {
  const { today, startOn } = input;
  if (!isFirstOfMonth(startOn)) return failed(notFirstOfMonth(startOn));
  const deadlines = deadlinesFor(input);
  const enrollment = input.openEnrollment ?? suggestedOpenEnrollment(input);
  const days: readonly (readonly [MilestoneCode, CalendarDate | null])[] = [
    ["shop-from", deadlines.shopFromOn],
    ["publish-by", deadlines.publishByOn],
    ["open-enrollment-starts", enrollment.opensOn],
    ["open-enrollment-ends", enrollment.closesOn],
    ["submit-by", deadlines.submitByOn],
    ["binder-due", deadlines.binderDueOn],
    ["sent-to-issuers-from", deadlines.sendToIssuersFromOn],
    ["coverage-starts", startOn],
    ["plan-year-ends", deadlines.planYearEndsOn],
  ];
  const milestones = days.flatMap(([code, on]) => (on === null ? [] : [{ code, on, passed: on < today }]));
  return done(milestones.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)));
}

/** The start dates still open today, nearest first. */
export function availableStartDates({
  profile,
  today,
  deadline = "submit",
}: {
  profile: CalendarProfile;
  today: CalendarDate;
  deadline?: StartDeadline;
}): readonly AvailableStartDate[] {
  return Array.from({ length: profile.calendar.monthsAhead }, (_, index) =>
    addMonths(firstOfMonth(today), index + 1),
  ).flatMap((startOn) => {
    const { publishByOn, submitByOn } = deadlinesFor({ profile, startOn });
    const closes = deadline === "publish" ? publishByOn : submitByOn;
    return today <= closes ? [{ startOn, publishByOn, submitByOn }] : [];
  });
}

/** The earliest start for a group whose enrollment is received (or whose offer is published) on a day. */
export function earliestStartOn({
  profile,
  receivedOn,
  deadline = "submit",
}: {
  profile: CalendarProfile;
  receivedOn: CalendarDate;
  deadline?: StartDeadline;
}): CalendarDate {
  let startOn = addMonths(firstOfMonth(receivedOn), 1);
  while (deadlineOf({ profile, startOn, deadline }) < receivedOn) startOn = addMonths(startOn, 1);
  return startOn;
}

/**
 * Whether a group may still aim at `startOn`. Problems: `start-date-not-first-of-month`,
 * `start-date-deadline-passed` {startOn, deadlineOn, nextStartOn, deadline}, `start-date-too-far-ahead` {startOn, shopFromOn}.
 */
export function startDateRuling({
  profile,
  today,
  startOn,
  deadline = "submit",
}: {
  profile: CalendarProfile;
  today: CalendarDate;
  startOn: CalendarDate;
  deadline?: StartDeadline;
}): Ruling {
  if (!isFirstOfMonth(startOn)) return refused(notFirstOfMonth(startOn));
  const deadlineOn = deadlineOf({ profile, startOn, deadline });
  if (deadlineOn < today) {
    const nextStartOn = earliestStartOn({ profile, receivedOn: today, deadline });
    const params = { startOn, deadlineOn, nextStartOn, deadline };
    return refused({ code: "start-date-deadline-passed", field: "startOn", params, citation });
  }
  const { shopFromOn } = deadlinesFor({ profile, startOn });
  if (firstOfMonth(today) < shopFromOn) {
    return refused({ code: "start-date-too-far-ahead", field: "startOn", params: { startOn, shopFromOn } });
  }
  return allowed;
}

function deadlineOf({
  profile,
  startOn,
  deadline,
}: {
  profile: CalendarProfile;
  startOn: CalendarDate;
  deadline: StartDeadline;
}): CalendarDate {
  const deadlines = deadlinesFor({ profile, startOn });
  return deadline === "publish" ? deadlines.publishByOn : deadlines.submitByOn;
}

function notFirstOfMonth(startOn: CalendarDate): Problem {
  return { code: "start-date-not-first-of-month", field: "startOn", params: { startOn }, citation };
}

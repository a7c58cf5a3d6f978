import type { CalendarDate } from "~/domain/calendar/calendar-date";
import {
  availableStartDates,
  deadlinesFor,
  earliestStartOn,
  groupStartCalendar,
  startDateRuling,
  suggestedOpenEnrollment,
  type AvailableStartDate,
  type Milestone,
} from "~/domain/calendar/group-start-calendar.rule";
import type { WaitingPeriodCode } from "~/domain/calendar/waiting-period.rule";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { invariant } from "~/domain/invariant";
import type { Problem } from "~/domain/problem";
import { withDoor } from "~db/client.server";
import {
  loadShopping,
  type ShoppingApplication,
  type ShoppingPlace,
} from "~db/repositories/benefit-application-shopping.server";

export type CoverageYearPage = {
  readonly today: CalendarDate;
  readonly startOn: CalendarDate;
  readonly starts: readonly AvailableStartDate[];
  /** Why the start date that was asked for or saved cannot be kept. */
  readonly startProblems: readonly Problem[];
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly enrollmentEndsByOn: CalendarDate;
  readonly enrollmentMinimumDays: number;
  readonly milestones: readonly Milestone[];
  readonly waitingPeriods: readonly WaitingPeriodCode[];
  readonly waitingPeriod: WaitingPeriodCode;
  readonly offersDependents: boolean;
  readonly payFrequency: PayFrequency;
  readonly version: number;
  /** False once the offer is published. */
  readonly mayChange: boolean;
};

type CoverageYearRequest = {
  readonly employerId: string;
  readonly userId: string;
  readonly place: ShoppingPlace;
  readonly payFrequency: PayFrequency;
  readonly today: CalendarDate;
  /** The start date to look at instead of the saved one. */
  readonly wantedStartOn: CalendarDate | undefined;
  /** What a quote was made for; suggested while nothing is saved and it can still be had. */
  readonly quotedStartOn?: CalendarDate | undefined;
};

/** The dates of one start date, with what was saved filled in and the rest suggested. One statement. */
export async function loadCoverageYear(request: CoverageYearRequest): Promise<CoverageYearPage> {
  const { employerId, userId, place, today, wantedStartOn } = request;
  const now = profileAt(place.state, today);
  const earliest = earliestStartOn({ profile: now, receivedOn: today, deadline: "publish" });
  const { application } = await withDoor(
    { kind: "employer", employerId, userId },
    (tx) => loadShopping(tx, employerId, { place, fallbackStartOn: earliest }),
    { readOnly: true },
  );
  const rulingOn = (startOn: CalendarDate) => startDateRuling({ profile: now, today, startOn, deadline: "publish" });
  const quoted = request.quotedStartOn && rulingOn(request.quotedStartOn).allowed ? request.quotedStartOn : earliest;
  const asked = wantedStartOn ?? application?.startOn ?? quoted;
  const ruling = rulingOn(asked);
  const isDraft = application === null || application.state === "draft";
  const startOn = ruling.allowed || !isDraft ? asked : earliest;
  const profile = profileAt(place.state, startOn);
  const saved = application?.startOn === startOn ? application : null;
  const openEnrollment = windowOf(saved) ?? suggestedOpenEnrollment({ profile, today, startOn });
  const milestones = groupStartCalendar({ profile, today, startOn, openEnrollment });
  return {
    ...{ today, startOn, ...openEnrollment, payFrequency: request.payFrequency, mayChange: isDraft },
    starts: availableStartDates({ profile: now, today, deadline: "publish" }),
    startProblems: ruling.allowed || !isDraft ? [] : ruling.problems,
    enrollmentEndsByOn: deadlinesFor({ profile, startOn }).enrollmentEndsByOn,
    enrollmentMinimumDays: profile.calendar.initial.enrollmentMinimumDays,
    milestones: milestones.ok ? milestones.value : [],
    waitingPeriods: profile.waitingPeriods,
    waitingPeriod: application?.waitingPeriod ?? defaultWaitingPeriod(profile.waitingPeriods),
    offersDependents: application?.offersDependents ?? true,
    version: application?.version ?? 0,
  };
}

function windowOf(saved: ShoppingApplication | null): { opensOn: CalendarDate; closesOn: CalendarDate } | undefined {
  return saved ? { opensOn: saved.openEnrollmentStartsOn, closesOn: saved.openEnrollmentEndsOn } : undefined;
}

function defaultWaitingPeriod(menu: readonly WaitingPeriodCode[]): WaitingPeriodCode {
  const [first] = menu;
  invariant(first, "every exchange has a waiting period to offer");
  return first;
}

function profileAt(state: string, on: CalendarDate) {
  const profile = profileFor({ state, on });
  invariant(profile.ok, `a registered business is in a state with an exchange profile: ${state} on ${on}`);
  return profile.value;
}

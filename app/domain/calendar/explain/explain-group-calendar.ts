// Why a group's days fall where they fall: the calendar rules are run on the same input, and their answer is put into
// words. No day is counted here.

import type { EnrollmentCycle } from "../../exchange-profile/exchange-profile";
import type { Explanation } from "../../explanation";
import type { CalendarDate } from "../calendar-date";
import {
  citation,
  deadlinesFor,
  earliestStartOn,
  movingDeadlinesFor,
  type CalendarProfile,
  type DeadlineDay,
  type StartDeadline,
} from "../group-start-calendar.rule";
import { citation as planYearCitation, planYearEndsOn } from "../plan-year.rule";
import { citation as renewalCitation, renewalCalendar } from "../renewal.rule";

/** All deadlines of a group that starts on `startOn`, in the order in which they come up. */
export function explainGroupDeadlines(input: {
  profile: CalendarProfile;
  startOn: CalendarDate;
  cycle?: EnrollmentCycle;
}): Explanation {
  const { startOn } = input;
  const { shopFromOn, enrollmentEndsByOn, sendToIssuersFromOn } = deadlinesFor(input);
  const { publishBy, submitBy, binderDue } = movingDeadlinesFor(input);
  return {
    code: "explain-group-deadlines",
    params: { startOn },
    citation,
    steps: [
      { code: "explain-shop-from", params: { shopFromOn } },
      deadline(publishBy, { kept: "explain-publish-by", moved: "explain-publish-by-moved" }),
      { code: "explain-enrollment-ends-by", params: { enrollmentEndsByOn } },
      deadline(submitBy, { kept: "explain-submit-by", moved: "explain-submit-by-moved" }),
      deadline(binderDue, { kept: "explain-binder-due", moved: "explain-binder-due-moved" }),
      ...(sendToIssuersFromOn ? [{ code: "explain-sent-to-issuers-from", params: { sendToIssuersFromOn } }] : []),
      explainPlanYearEnd(input),
    ],
  };
}

function deadline({ namedOn, dueOn }: DeadlineDay, codes: { kept: string; moved: string }): Explanation {
  return namedOn === dueOn
    ? { code: codes.kept, params: { dueOn } }
    : { code: codes.moved, params: { namedOn, dueOn } };
}

/** The last day of the plan year that starts on `startOn`. */
export function explainPlanYearEnd(input: {
  profile: Pick<CalendarProfile, "planYearEnd">;
  startOn: CalendarDate;
}): Explanation {
  const code =
    input.profile.planYearEnd === "december-31" ? "explain-plan-year-december" : "explain-plan-year-twelve-months";
  return { code, params: { startOn: input.startOn, endsOn: planYearEndsOn(input) }, citation: planYearCitation };
}

/** The earliest start of a group whose enrollment is received (or whose offer is published) on a day. */
export function explainEarliestStart(input: {
  profile: CalendarProfile;
  receivedOn: CalendarDate;
  deadline?: StartDeadline;
}): Explanation {
  const { profile, receivedOn } = input;
  const startOn = earliestStartOn(input);
  const { publishByOn, submitByOn } = deadlinesFor({ profile, startOn });
  return input.deadline === "publish"
    ? { code: "explain-earliest-start-published", params: { receivedOn, startOn, deadlineOn: publishByOn }, citation }
    : { code: "explain-earliest-start-submitted", params: { receivedOn, startOn, deadlineOn: submitByOn }, citation };
}

/** The renewal that follows the plan year from `startOn`. */
export function explainRenewal(input: { profile: CalendarProfile; startOn: CalendarDate }): Explanation {
  const { profile, startOn } = input;
  const { renewsOn, publishesItselfOn } = renewalCalendar(input);
  return {
    code: "explain-renewal",
    params: { renewsOn, publishesItselfOn },
    citation: renewalCitation,
    steps: [
      explainPlanYearEnd({ profile, startOn }),
      explainGroupDeadlines({ profile, startOn: renewsOn, cycle: "renewal" }),
    ],
  };
}

// Employees get at least the exchange's minimum number of days to choose (both ends counted), inside the months in
// which the group may shop, and finished in time for the employer to submit the group before the submission day.
// 45 CFR 155.725(e) and (h) (2015); the lengths are figures of the exchange. Calendar days.
import type { EnrollmentCycle } from "../exchange-profile/exchange-profile";
import { allowed, refused, type Problem, type Ruling } from "../problem";
import { addDays, addMonths, daysBetween, type CalendarDate } from "./calendar-date";
import { deadlinesFor, earliestStartOn, type CalendarProfile } from "./group-start-calendar.rule";

export const citation = "45 CFR 155.725(e)";

/**
 * Whether employees may choose from `opensOn` to `closesOn` for coverage from `startOn`. Problems:
 * `open-enrollment-ends-before-it-starts`, `open-enrollment-starts-in-the-past`, `open-enrollment-starts-too-early`,
 * `open-enrollment-too-short`, `open-enrollment-too-long`, `open-enrollment-ends-too-late`.
 */
export function openEnrollmentRuling({
  profile,
  today,
  startOn,
  opensOn,
  closesOn,
  cycle = "initial",
}: {
  profile: CalendarProfile;
  today: CalendarDate;
  startOn: CalendarDate;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  cycle?: EnrollmentCycle;
}): Ruling {
  if (closesOn < opensOn) {
    return refused({ code: "open-enrollment-ends-before-it-starts", field: "closesOn", params: { opensOn, closesOn } });
  }
  const { shopFromOn, enrollmentEndsByOn } = deadlinesFor({ profile, startOn, cycle });
  const { enrollmentMinimumDays: minimumDays } = profile.calendar[cycle];
  const maximumMonths = profile.calendar.enrollmentMaximumMonths;
  const days = daysBetween({ from: opensOn, to: closesOn }) + 1;
  const problems: Problem[] = [];
  if (opensOn < today) {
    problems.push({ code: "open-enrollment-starts-in-the-past", field: "opensOn", params: { opensOn, today } });
  }
  if (opensOn < shopFromOn) {
    problems.push({ code: "open-enrollment-starts-too-early", field: "opensOn", params: { opensOn, shopFromOn } });
  }
  if (days < minimumDays) {
    const latestOpensOn = addDays(enrollmentEndsByOn, 1 - minimumDays);
    const nextStartOn = earliestStartOn({ profile, receivedOn: today, deadline: "publish" });
    const params = { days, minimumDays, latestOpensOn, nextStartOn };
    problems.push({ code: "open-enrollment-too-short", field: "closesOn", params, citation });
  }
  if (closesOn >= addMonths(opensOn, maximumMonths)) {
    problems.push({ code: "open-enrollment-too-long", field: "closesOn", params: { days, maximumMonths } });
  }
  if (closesOn > enrollmentEndsByOn) {
    const params = { closesOn, latestOn: enrollmentEndsByOn };
    problems.push({ code: "open-enrollment-ends-too-late", field: "closesOn", params, citation });
  }
  return problems.length === 0 ? allowed : refused(...problems);
}

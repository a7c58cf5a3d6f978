// Why somebody's coverage starts when it starts, and until when they may choose: the calendar rules are run on the same
// input, and their answer is put into words. No day is counted here.

import type { Explanation } from "../../explanation";
import type { CalendarDate } from "../calendar-date";
import { citation as windowCitation, newHireWindow } from "../new-hire-window.rule";
import {
  citation,
  employeeCoverageStartOn,
  latestCoverageStartOn,
  waitingPeriodMaximumDays,
  waitingPeriodWorking,
  type WaitingPeriodCode,
  type WaitingPeriodWorking,
} from "../waiting-period.rule";

const startCodes: Readonly<Record<WaitingPeriodWorking["startsOn"], string>> = {
  "that-day": "explain-coverage-starts-that-day",
  "first-of-month-on-or-after": "explain-coverage-starts-first-on-or-after",
  "first-of-month-after": "explain-coverage-starts-first-after",
};

/** One employee's first day of coverage. */
export function explainEmployeeCoverageStart(input: {
  waitingPeriod: WaitingPeriodCode;
  hiredOn: CalendarDate;
  groupStartOn: CalendarDate;
}): Explanation {
  const { hiredOn, groupStartOn } = input;
  const coverageStartOn = employeeCoverageStartOn(input);
  const { waitingPeriodDays, countedToOn, startsOn, coverageStartOn: ownStartOn } = waitingPeriodWorking(input);
  const steps: Explanation[] = [
    waitingPeriodDays === 0
      ? { code: "explain-waiting-from-hire", params: { hiredOn } }
      : { code: "explain-waiting-days", params: { hiredOn, count: waitingPeriodDays, countedToOn } },
    { code: startCodes[startsOn], params: { coverageStartOn: ownStartOn } },
  ];
  if (ownStartOn < groupStartOn) steps.push({ code: "explain-coverage-not-before-group", params: { groupStartOn } });
  else {
    const params = { latestOn: latestCoverageStartOn(hiredOn), maximumDays: waitingPeriodMaximumDays };
    steps.push({ code: "explain-waiting-limit", params, citation });
  }
  return { code: "explain-coverage-start", params: { coverageStartOn }, citation, steps };
}

/** Until when a newly hired person may choose. */
export function explainNewHireWindow(input: { hiredOn: CalendarDate; coverageStartOn: CalendarDate }): Explanation {
  const { opensOn, closesOn, employerReportsByOn } = newHireWindow(input);
  const code = closesOn > employerReportsByOn ? "explain-new-hire-window-long-wait" : "explain-new-hire-window";
  return {
    code,
    params: { opensOn, closesOn, coverageStartOn: input.coverageStartOn },
    citation: windowCitation,
    steps: [{ code: "explain-new-hire-reported-by", params: { employerReportsByOn } }],
  };
}

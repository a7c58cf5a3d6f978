// A newly qualified employee may choose from the first day of being qualified, for at least 30 days. When the waiting
// period is longer than 45 days, the window does not close earlier than 15 days before the wait would end.
// The employer reports the person by the 30th day. 45 CFR 155.725(g) (2015) and 157.205(e)-(f). Calendar days.
import { addDays, daysBetween, type CalendarDate } from "./calendar-date";

export const citation = "45 CFR 155.725(g); 45 CFR 157.205(e)-(f)";

const windowDays = 30;
const longWaitDays = 45;
const closesBeforeWaitEndsDays = 15;

export type NewHireWindow = {
  readonly opensOn: CalendarDate;
  /** The last day on which the person may choose. */
  readonly closesOn: CalendarDate;
  readonly employerReportsByOn: CalendarDate;
};

/** `coverageStartOn` is the first day of coverage after the waiting period. */
export function newHireWindow({
  hiredOn,
  coverageStartOn,
}: {
  hiredOn: CalendarDate;
  coverageStartOn: CalendarDate;
}): NewHireWindow {
  const thirtieth = addDays(hiredOn, windowDays);
  const beforeWaitEnds = addDays(coverageStartOn, -closesBeforeWaitEndsDays);
  const isLongWait = daysBetween({ from: hiredOn, to: coverageStartOn }) > longWaitDays;
  return {
    opensOn: hiredOn,
    closesOn: isLongWait && beforeWaitEnds > thirtieth ? beforeWaitEnds : thirtieth,
    employerReportsByOn: thirtieth,
  };
}

// From 15 November to 15 December each year a small group may not be turned away for too few takers or too small a
// contribution; issuers may only confine such groups to that window. Its result is a start on the following 1 January.
// 45 CFR 147.104(b)(1)(i)(B). Calendar days, both ends included.
import { fromParts, partsOf, yearOf, type CalendarDate } from "../calendar/calendar-date";
import type { ExchangeProfile } from "../exchange-profile/exchange-profile";

export const citation = "45 CFR 147.104(b)(1)(i)(B)";

/** Whether a group submitted on `submittedOn` for `startOn` comes in through the annual window. */
export function isAnnualWindowStart({
  profile,
  submittedOn,
  startOn,
}: {
  profile: Pick<ExchangeProfile, "annualWindow">;
  submittedOn: CalendarDate;
  startOn: CalendarDate;
}): boolean {
  const { from, to, startMonth } = profile.annualWindow;
  const year = yearOf(submittedOn);
  const start = partsOf(startOn);
  return (
    fromParts({ year, ...from }) <= submittedOn &&
    submittedOn <= fromParts({ year, ...to }) &&
    start.year === year + 1 &&
    start.month === startMonth
  );
}

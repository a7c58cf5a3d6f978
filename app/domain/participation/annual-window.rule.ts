// From 15 November to 15 December each year a small group may not be turned away for too few takers or too small a
// contribution; issuers may only confine such groups to that window. Its result is a start on the following 1 January.
// 45 CFR 147.104(b)(1)(i)(B). Calendar days, both ends included.
import { firstOfMonth, fromParts, yearOf, type CalendarDate } from "../calendar/calendar-date";
import type { ExchangeProfile } from "../exchange-profile/exchange-profile";

export const citation = "45 CFR 147.104(b)(1)(i)(B)";

export type AnnualWindowDays = {
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
  /** First day of the month in which a group that comes in through the window starts. */
  readonly startOn: CalendarDate;
};

/** The window of the calendar year that holds `on`. */
export function annualWindowOf({
  profile,
  on,
}: {
  profile: Pick<ExchangeProfile, "annualWindow">;
  on: CalendarDate;
}): AnnualWindowDays {
  const { from, to, startMonth } = profile.annualWindow;
  const year = yearOf(on);
  return {
    fromOn: fromParts({ year, ...from }),
    toOn: fromParts({ year, ...to }),
    startOn: fromParts({ year: year + 1, month: startMonth, day: 1 }),
  };
}

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
  const window = annualWindowOf({ profile, on: submittedOn });
  return window.fromOn <= submittedOn && submittedOn <= window.toOn && firstOfMonth(startOn) === window.startOn;
}

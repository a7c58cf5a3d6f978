import { addMonths, firstOfMonth, type CalendarDate } from "~/domain/calendar/calendar-date";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { failed, type Outcome } from "~/domain/problem";
import { today } from "~/platform/clock.server";
import type { Tx } from "~db/client.server";
import { lockRoster } from "~db/repositories/roster/employee.server";
import { findCoverageStartOn } from "~db/repositories/roster/roster-match.server";
import { serializably } from "~db/serializably.server";

/** Who acts for which business, as the guard found them. */
export type RosterAct = {
  readonly employerId: string;
  readonly userId: string;
  readonly actorName: string;
  readonly today: CalendarDate;
};

/** Today where the business is, and whether its marketplace lets tobacco change a price. */
export function rosterDay(state: string): { readonly today: CalendarDate; readonly asksTobacco: boolean } {
  const eastern = today("America/New_York");
  const profile = profileFor({ state, on: eastern });
  if (!profile.ok) return { today: eastern, asksTobacco: false };
  return { today: today(profile.value.timeZone), asksTobacco: profile.value.tobaccoAllowed };
}

/**
 * Changes the roster of one business, one change after the other, and never between an employee's look at a price and
 * the signature under it.
 */
export async function withRoster<T>(
  { employerId, userId }: Pick<RosterAct, "employerId" | "userId">,
  work: (tx: Tx) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return serializably({ kind: "employer", employerId, userId }, async (tx) => {
    if (!(await lockRoster(tx, employerId))) return failed({ code: "stale" });
    return work(tx);
  });
}

/** The day on which ages count for who may be covered: the plan year's first, else the next first of a month. */
export async function coverageStartOn(tx: Tx, act: Pick<RosterAct, "employerId" | "today">): Promise<CalendarDate> {
  return (await findCoverageStartOn(tx, act.employerId)) ?? addMonths(firstOfMonth(act.today), 1);
}

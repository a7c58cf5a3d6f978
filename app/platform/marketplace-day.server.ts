import type { CalendarDate } from "../domain/calendar/calendar-date";
import { exchangeTimeZone } from "../domain/exchange-profile/profile-for";
import { isUsState } from "../domain/exchange-profile/us-state";
import { today } from "./clock.server";

/** Today where the marketplace that serves a state keeps its days. Ask once per request and pass it on. */
export function marketplaceToday(state: string): CalendarDate {
  const on = today("UTC");
  return isUsState(state) ? today(exchangeTimeZone({ state, on })) : on;
}

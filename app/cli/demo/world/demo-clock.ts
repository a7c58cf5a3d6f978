import type { Clock } from "~/features/enrollment/invitations/open-invitation.command.server";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { marketplaceToday } from "~/platform/marketplace-day.server";

/** Links end at an instant: on a fixed day that is past they work only when they are used on that day. */
export function demoClock(): Clock {
  const { fixedToday } = env();
  const instant = now();
  const noon = fixedToday === undefined ? instant.getTime() : Date.parse(`${fixedToday}T17:00:00Z`);
  return { now: new Date(Math.min(instant.getTime(), noon)), todayIn: marketplaceToday };
}

// A group's coverage renews on the day after its plan year ends. Before that the employer's own election period comes,
// then the employees'; an offer that nobody published by its day goes out as it stands on the next. Somebody who does
// nothing stays in the same plan while it is still offered. 45 CFR 155.725(c)-(e), (j) (2015).
// Calendar days; which of them move off weekends and holidays is a figure of the exchange.
import type { PlanKey } from "../plan-catalog/plan";
import { addDays, type CalendarDate } from "./calendar-date";
import { deadlinesFor, type CalendarProfile, type GroupDeadlines } from "./group-start-calendar.rule";
import { planYearEndsOn } from "./plan-year.rule";

export const citation = "45 CFR 155.725(c)-(e), (j)";

export type RenewalCalendar = GroupDeadlines & {
  readonly renewsOn: CalendarDate;
  /** The employer's last offer goes out unchanged on this day when nothing was published before. */
  readonly publishesItselfOn: CalendarDate;
};

/** The first day of the plan year that follows the one from `startOn`. */
export function renewalStartOn({
  profile,
  startOn,
}: {
  profile: Pick<CalendarProfile, "planYearEnd">;
  startOn: CalendarDate;
}): CalendarDate {
  return addDays(planYearEndsOn({ profile, startOn }), 1);
}

/** Every day of the renewal that follows the plan year from `startOn`. */
export function renewalCalendar({
  profile,
  startOn,
}: {
  profile: CalendarProfile;
  startOn: CalendarDate;
}): RenewalCalendar {
  const renewsOn = renewalStartOn({ profile, startOn });
  const deadlines = deadlinesFor({ profile, startOn: renewsOn, cycle: "renewal" });
  return { ...deadlines, renewsOn, publishesItselfOn: addDays(deadlines.publishByOn, 1) };
}

export const renewalStages = ["not-open", "employer-elects", "published-unchanged", "renewed"] as const;
/** `published-unchanged`: the day to publish has passed, so the last offer stands for whoever published none. */
export type RenewalStage = (typeof renewalStages)[number];

export function renewalStageOn({
  profile,
  startOn,
  today,
}: {
  profile: CalendarProfile;
  startOn: CalendarDate;
  today: CalendarDate;
}): RenewalStage {
  const { shopFromOn, publishesItselfOn, renewsOn } = renewalCalendar({ profile, startOn });
  if (today < shopFromOn) return "not-open";
  if (today < publishesItselfOn) return "employer-elects";
  return today < renewsOn ? "published-unchanged" : "renewed";
}

/** What becomes of somebody who does nothing at renewal: the same plan, or none because it is no longer offered. */
export function passiveRenewal({
  currentPlanId,
  offeredPlanIds,
}: {
  currentPlanId: PlanKey;
  offeredPlanIds: readonly PlanKey[];
}): { readonly kind: "stays"; readonly planId: PlanKey } | { readonly kind: "must-choose" } {
  return offeredPlanIds.includes(currentPlanId) ? { kind: "stays", planId: currentPlanId } : { kind: "must-choose" };
}

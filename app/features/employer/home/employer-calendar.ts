import { daysBetween, type CalendarDate } from "~/domain/calendar/calendar-date";
import {
  availableStartDates,
  groupStartCalendar,
  type Milestone,
  type MilestoneCode,
} from "~/domain/calendar/group-start-calendar.rule";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import type { HomeApplication } from "./home.query.server";

export type EmployerCalendar = {
  readonly startOn: CalendarDate;
  /** False: nobody has chosen yet, and this is the next start that is open. */
  readonly isChosen: boolean;
  readonly milestones: readonly Milestone[];
  readonly next: { readonly step: MilestoneCode; readonly on: CalendarDate; readonly daysLeft: number } | null;
};

/** What a business has to do next, by how far its plan year is; the first that has not passed counts. */
const deadlinesAhead: Readonly<Partial<Record<HomeApplication["state"], readonly MilestoneCode[]>>> = {
  draft: ["publish-by"],
  published: ["open-enrollment-ends", "submit-by"],
  enrollment_open: ["open-enrollment-ends", "submit-by"],
  enrollment_closed: ["submit-by"],
  submitted: ["binder-due", "coverage-starts"],
  active: ["plan-year-ends"],
};

/** The dates of the chosen start, or of the next one that is open; undefined when none is. */
export function employerCalendar({
  application,
  profile,
  today,
}: {
  application: Pick<HomeApplication, "state" | "startOn" | "opensOn" | "closesOn"> | null;
  profile: ExchangeProfile;
  today: CalendarDate;
}): EmployerCalendar | undefined {
  const startOn = application?.startOn ?? availableStartDates({ profile, today, deadline: "publish" })[0]?.startOn;
  if (startOn === undefined) return undefined;
  const openEnrollment = application ? { opensOn: application.opensOn, closesOn: application.closesOn } : undefined;
  const calendar = groupStartCalendar({ profile, today, startOn, ...(openEnrollment ? { openEnrollment } : {}) });
  if (!calendar.ok) return undefined;
  const milestones = calendar.value.filter(({ code }) => code !== "plan-year-ends" && code !== "shop-from");
  const wanted = deadlinesAhead[application?.state ?? "draft"] ?? [];
  const ahead = wanted.flatMap((step) => calendar.value.find(({ code, passed }) => code === step && !passed) ?? []);
  const [next] = ahead;
  return {
    startOn,
    isChosen: application !== null,
    milestones,
    next: next ? { step: next.code, on: next.on, daysLeft: daysBetween({ from: today, to: next.on }) } : null,
  };
}

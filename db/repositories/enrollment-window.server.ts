import { and, eq, lt, lte, or } from "drizzle-orm";
import type { CalendarDate } from "../../app/domain/calendar/calendar-date";
import type { Tx } from "../client.server";
import { employers } from "../schema/employers";
import { benefitApplications } from "../schema/plan-year";

const columns = {
  employerId: benefitApplications.employerId,
  applicationId: benefitApplications.applicationId,
  state: benefitApplications.state,
  version: benefitApplications.version,
  startOn: benefitApplications.startOn,
  openEnrollmentStartsOn: benefitApplications.openEnrollmentStartsOn,
  openEnrollmentEndsOn: benefitApplications.openEnrollmentEndsOn,
  employerState: employers.state,
};

/** A benefit application whose employees' window may begin or be over. */
export type EnrollmentWindow = Pick<
  typeof benefitApplications.$inferSelect,
  Exclude<keyof typeof columns, "employerState">
> & { readonly employerState: string };

/** Published ones whose window has begun by `day`, and open ones whose window was over before it. Worker door. */
export async function listWindowsToTurn(tx: Tx, day: CalendarDate): Promise<EnrollmentWindow[]> {
  const a = benefitApplications;
  return tx
    .select(columns)
    .from(a)
    .innerJoin(employers, eq(employers.employerId, a.employerId))
    .where(
      or(
        and(eq(a.state, "published"), lte(a.openEnrollmentStartsOn, day)),
        and(eq(a.state, "enrollment_open"), lt(a.openEnrollmentEndsOn, day)),
      ),
    );
}

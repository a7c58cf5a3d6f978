import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "../../client.server";
import { eligibilityDeterminations } from "../../schema/employers";
import { benefitApplications } from "../../schema/plan-year";

export type DeterminationRecord = typeof eligibilityDeterminations.$inferSelect;

export async function appendDetermination(
  tx: Tx,
  employerId: string,
  row: Omit<DeterminationRecord, "employerId" | "createdAt">,
): Promise<void> {
  await tx.insert(eligibilityDeterminations).values({ ...row, employerId });
}

export async function findLatestDetermination(tx: Tx, employerId: string): Promise<DeterminationRecord | undefined> {
  const [row] = await tx
    .select()
    .from(eligibilityDeterminations)
    .where(eq(eligibilityDeterminations.employerId, employerId))
    .orderBy(desc(eligibilityDeterminations.createdAt), desc(eligibilityDeterminations.determinationId))
    .limit(1);
  return row;
}

/** Whether a plan year is in force: a business that outgrows the limit then stays eligible. */
export async function hasActivePlanYear(tx: Tx, employerId: string): Promise<boolean> {
  const [row] = await tx
    .select({ applicationId: benefitApplications.applicationId })
    .from(benefitApplications)
    .where(and(eq(benefitApplications.employerId, employerId), eq(benefitApplications.state, "active")))
    .limit(1);
  return row !== undefined;
}

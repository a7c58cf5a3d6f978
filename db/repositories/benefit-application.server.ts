import { and, desc, eq, notInArray, sql } from "drizzle-orm";
import type { PayFrequency } from "../../app/domain/contribution/paycheck";
import type { Tx } from "../client.server";
import { employers } from "../schema/employers";
import { benefitApplications } from "../schema/plan-year";

export type BenefitApplication = typeof benefitApplications.$inferSelect;
export type CoverageYearColumns = Pick<
  BenefitApplication,
  | "startOn"
  | "endOn"
  | "openEnrollmentStartsOn"
  | "openEnrollmentEndsOn"
  | "submitByOn"
  | "waitingPeriod"
  | "offersDependents"
>;
type CatalogPin = Pick<BenefitApplication, "catalogVersionId" | "ratingArea">;

/**
 * The plan year that the business works on, locked until the transaction ends: the draft where there is one, else the
 * latest. Undefined before the first is begun.
 */
export async function lockCurrentApplication(tx: Tx, employerId: string): Promise<BenefitApplication | undefined> {
  const [row] = await tx
    .select()
    .from(benefitApplications)
    .where(
      and(
        eq(benefitApplications.employerId, employerId),
        notInArray(benefitApplications.state, ["canceled", "ineligible"]),
      ),
    )
    .orderBy(sql`(${benefitApplications.state} = 'draft') desc`, desc(benefitApplications.startOn))
    .limit(1)
    .for("update");
  return row;
}

/** Serializes the first saves of one business: without a row there is nothing else to lock. */
export async function lockEmployer(
  tx: Tx,
  employerId: string,
): Promise<Pick<typeof employers.$inferSelect, "standing" | "payFrequency"> | undefined> {
  const [row] = await tx
    .select({ standing: employers.standing, payFrequency: employers.payFrequency })
    .from(employers)
    .where(eq(employers.employerId, employerId))
    .for("update");
  return row;
}

export async function insertApplication(
  tx: Tx,
  employerId: string,
  row: CoverageYearColumns & { readonly applicationId: string },
): Promise<void> {
  await tx.insert(benefitApplications).values({ ...row, employerId });
}

/** The caller holds the row's lock and has compared versions. */
export async function updateApplication(
  tx: Tx,
  employerId: string,
  {
    applicationId,
    changes,
  }: {
    applicationId: string;
    changes: Partial<CoverageYearColumns & CatalogPin & Pick<BenefitApplication, "state" | "publishedAt">>;
  },
): Promise<void> {
  await tx
    .update(benefitApplications)
    .set({ ...changes, version: sql`${benefitApplications.version} + 1` })
    .where(and(eq(benefitApplications.employerId, employerId), eq(benefitApplications.applicationId, applicationId)));
}

/** How often the business pays its people; bumps the version that its details form checks. */
export async function updatePayFrequency(tx: Tx, employerId: string, payFrequency: PayFrequency): Promise<void> {
  await tx
    .update(employers)
    .set({ payFrequency, version: sql`${employers.version} + 1` })
    .where(eq(employers.employerId, employerId));
}

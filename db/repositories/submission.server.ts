import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { InferInsertModel } from "drizzle-orm";
import type { Tx } from "../client.server";
import { plans } from "../schema/catalog";
import { employerMemberships, employers } from "../schema/employers";
import { benefitApplications, benefitOffers, electionMembers, elections, groupSubmissions } from "../schema/plan-year";
import { dependents, employees } from "../schema/roster";

export type ApplicationRecord = typeof benefitApplications.$inferSelect;
export type ElectionRecord = typeof elections.$inferSelect & {
  readonly members: readonly (typeof electionMembers.$inferSelect)[];
};
export type EmployeeRecord = typeof employees.$inferSelect;
export type DependentRecord = typeof dependents.$inferSelect;
export type SubmissionRecord = typeof groupSubmissions.$inferSelect;

/** Everything a group's submission is judged by and made from. */
export type SubmissionMaterial = {
  readonly employer: typeof employers.$inferSelect;
  /** Null when nobody signs, or the person has no live membership of this business. */
  readonly signer: typeof employerMemberships.$inferSelect | null;
  readonly offers: readonly (typeof benefitOffers.$inferSelect)[];
  /** Active ones, by name. */
  readonly employees: readonly EmployeeRecord[];
  /** Those named in a live election. */
  readonly dependents: readonly DependentRecord[];
  /** Live ones only. */
  readonly elections: readonly ElectionRecord[];
};

/** The application, locked until the transaction ends. */
export async function lockApplication(
  tx: Tx,
  employerId: string,
  applicationId: string,
): Promise<ApplicationRecord | undefined> {
  const [row] = await tx
    .select()
    .from(benefitApplications)
    .where(and(eq(benefitApplications.employerId, employerId), eq(benefitApplications.applicationId, applicationId)))
    .for("update");
  return row;
}

/**
 * Keeps everybody on the roster as they are until the transaction ends. A serializable transaction that waited for
 * somebody who changed one of them meanwhile is told to begin again. With the business's lock held.
 */
export async function lockPeople(tx: Tx, employerId: string): Promise<void> {
  await tx
    .select({ employeeId: employees.employeeId })
    .from(employees)
    .where(eq(employees.employerId, employerId))
    .for("share");
  await tx
    .select({ dependentId: dependents.dependentId })
    .from(dependents)
    .where(eq(dependents.employerId, employerId))
    .for("share");
}

export async function findSubmission(
  tx: Tx,
  employerId: string,
  applicationId: string,
): Promise<SubmissionRecord | undefined> {
  const [row] = await tx
    .select()
    .from(groupSubmissions)
    .where(and(eq(groupSubmissions.employerId, employerId), eq(groupSubmissions.applicationId, applicationId)));
  return row;
}

export async function loadSubmissionMaterial(
  tx: Tx,
  employerId: string,
  { applicationId, userId }: { applicationId: string; userId?: string | undefined },
): Promise<SubmissionMaterial | undefined> {
  const [employer] = await tx.select().from(employers).where(eq(employers.employerId, employerId));
  if (!employer) return undefined;
  const offers = await tx
    .select()
    .from(benefitOffers)
    .where(and(eq(benefitOffers.employerId, employerId), eq(benefitOffers.applicationId, applicationId)));
  const staff = await tx
    .select()
    .from(employees)
    .where(and(eq(employees.employerId, employerId), eq(employees.standing, "active")))
    .orderBy(asc(employees.lastName), asc(employees.firstName), asc(employees.employeeId));
  const live = await loadLiveElections(tx, employerId, applicationId);
  const memberIds = live.flatMap((election) => election.members.map((member) => member.memberId));
  return {
    employer,
    signer: userId === undefined ? null : await loadSigner(tx, employerId, userId),
    offers,
    employees: staff,
    dependents: await loadDependents(tx, employerId, memberIds),
    elections: live,
  };
}

async function loadSigner(tx: Tx, employerId: string, userId: string): Promise<SubmissionMaterial["signer"]> {
  const [signer] = await tx
    .select()
    .from(employerMemberships)
    .where(
      and(
        eq(employerMemberships.employerId, employerId),
        eq(employerMemberships.userId, userId),
        eq(employerMemberships.state, "active"),
      ),
    );
  return signer ?? null;
}

async function loadLiveElections(tx: Tx, employerId: string, applicationId: string): Promise<ElectionRecord[]> {
  const rows = await tx
    .select()
    .from(elections)
    .where(
      and(
        eq(elections.employerId, employerId),
        eq(elections.applicationId, applicationId),
        isNull(elections.supersededAt),
      ),
    )
    .orderBy(asc(elections.employeeId), asc(elections.line));
  if (rows.length === 0) return [];
  const members = await tx
    .select()
    .from(electionMembers)
    .where(
      and(
        eq(electionMembers.employerId, employerId),
        inArray(
          electionMembers.electionId,
          rows.map((row) => row.electionId),
        ),
      ),
    );
  return rows.map((row) => ({ ...row, members: members.filter((member) => member.electionId === row.electionId) }));
}

async function loadDependents(tx: Tx, employerId: string, memberIds: readonly string[]): Promise<DependentRecord[]> {
  if (memberIds.length === 0) return [];
  return tx
    .select()
    .from(dependents)
    .where(and(eq(dependents.employerId, employerId), inArray(dependents.dependentId, [...memberIds])));
}

/** The unique constraint on the application refuses a second one. */
export async function insertSubmission(
  tx: Tx,
  employerId: string,
  row: Omit<InferInsertModel<typeof groupSubmissions>, "employerId">,
): Promise<void> {
  await tx.insert(groupSubmissions).values({ ...row, employerId });
}

/** False when the application has changed since it was read. */
export async function moveApplication(
  tx: Tx,
  employerId: string,
  {
    application,
    to,
    submittedAt,
  }: {
    application: Pick<ApplicationRecord, "applicationId" | "version" | "state">;
    to: ApplicationRecord["state"];
    submittedAt?: Date;
  },
): Promise<boolean> {
  const rows = await tx
    .update(benefitApplications)
    .set({ state: to, version: sql`${benefitApplications.version} + 1`, ...(submittedAt ? { submittedAt } : {}) })
    .where(
      and(
        eq(benefitApplications.employerId, employerId),
        eq(benefitApplications.applicationId, application.applicationId),
        eq(benefitApplications.version, application.version),
        eq(benefitApplications.state, application.state),
      ),
    )
    .returning({ applicationId: benefitApplications.applicationId });
  return rows.length === 1;
}

const electedPlanColumns = {
  planId: plans.planId,
  /** The variant sold through the exchange. */
  variantId: plans.variantId,
  issuerId: plans.issuerId,
  issuerName: plans.issuerName,
  line: plans.line,
  metalLevel: plans.metalLevel,
  offerable: plans.offerable,
  childOnly: plans.childOnly,
  serviceAreaKey: plans.serviceAreaKey,
};

export type ElectedPlan = Pick<typeof plans.$inferSelect, keyof typeof electedPlanColumns>;

/** The plans as the catalog had them that the offer was made from. */
export async function loadElectedPlans(
  tx: Tx,
  { catalogVersionId, planIds }: { catalogVersionId: number; planIds: readonly string[] },
): Promise<ElectedPlan[]> {
  if (planIds.length === 0) return [];
  return tx
    .selectDistinctOn([plans.planId], electedPlanColumns)
    .from(plans)
    .where(and(eq(plans.catalogVersionId, catalogVersionId), inArray(plans.planId, [...planIds])))
    .orderBy(asc(plans.planId), desc(plans.offerable), asc(plans.variantId));
}

import { desc, eq } from "drizzle-orm";
import type { Tx } from "../client.server";
import { auditLog } from "../schema/employers";

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;
export type AuditEntry = {
  readonly employerId: string;
  /** Null for the timetable's own work. */
  readonly actorUserId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly subject: string | null;
  readonly details: AuditDetails;
};

/** In the transaction of the act itself, or the act is not recorded. */
export async function insertAuditEntry(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values(entry);
}

/** The newest first. Employer door. */
export async function listAuditEntries(
  tx: Tx,
  { employerId, limit }: { employerId: string; limit: number },
): Promise<(AuditEntry & { readonly sequence: number; readonly at: Date })[]> {
  return tx
    .select()
    .from(auditLog)
    .where(eq(auditLog.employerId, employerId))
    .orderBy(desc(auditLog.sequence))
    .limit(limit);
}

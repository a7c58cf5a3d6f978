import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../../client.server";
import { dependents } from "../../schema/roster";

export type DependentRecord = typeof dependents.$inferSelect;
export type DependentColumns = Omit<
  DependentRecord,
  "employerId" | "dependentId" | "employeeId" | "removedAt" | "version" | "createdAt"
>;
export type NewDependent = DependentColumns & Pick<DependentRecord, "employerId" | "dependentId" | "employeeId">;

const rowsAtOnce = 500;

/** Removed ones too. Employer or person door. */
export async function findDependent(
  tx: Tx,
  { employerId, dependentId }: { employerId: string; dependentId: string },
): Promise<DependentRecord | undefined> {
  const [row] = await tx
    .select()
    .from(dependents)
    .where(and(eq(dependents.employerId, employerId), eq(dependents.dependentId, dependentId)));
  return row;
}

/** The family of one employee, the oldest first, without those who were removed. */
export async function listFamily(
  tx: Tx,
  { employerId, employeeId }: { employerId: string; employeeId: string },
): Promise<DependentRecord[]> {
  return tx
    .select()
    .from(dependents)
    .where(
      and(eq(dependents.employerId, employerId), eq(dependents.employeeId, employeeId), isNull(dependents.removedAt)),
    )
    .orderBy(dependents.bornOn, dependents.dependentId);
}

export async function insertDependents(tx: Tx, rows: readonly NewDependent[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.insert(dependents).values(rows.slice(from, from + rowsAtOnce));
  }
}

/** False when somebody changed or removed the person first. */
export async function updateDependent(
  tx: Tx,
  employerId: string,
  { dependentId, version, changes }: { dependentId: string; version: number; changes: Partial<DependentColumns> },
): Promise<boolean> {
  const rows = await tx
    .update(dependents)
    .set({ ...changes, version: version + 1 })
    .where(
      and(
        eq(dependents.employerId, employerId),
        eq(dependents.dependentId, dependentId),
        eq(dependents.version, version),
        isNull(dependents.removedAt),
      ),
    )
    .returning({ dependentId: dependents.dependentId });
  return rows.length === 1;
}

export async function removeDependent(
  tx: Tx,
  { employerId, dependentId, at }: { employerId: string; dependentId: string; at: Date },
): Promise<void> {
  await tx
    .update(dependents)
    .set({ removedAt: at, version: sql`${dependents.version} + 1` })
    .where(and(eq(dependents.employerId, employerId), eq(dependents.dependentId, dependentId)));
}

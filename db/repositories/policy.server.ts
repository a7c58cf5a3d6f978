import type { InferInsertModel } from "drizzle-orm";
import type { Tx } from "../client.server";
import { policies } from "../schema/enrollment";
import { policyRegistry } from "../schema/registries";

export type PolicyRow = InferInsertModel<typeof policies>;

/** Reserves ids across all businesses; answers those that were still free. Employer door. */
export async function reservePolicyIds(tx: Tx, employerId: string, policyIds: readonly string[]): Promise<string[]> {
  if (policyIds.length === 0) return [];
  const rows = await tx
    .insert(policyRegistry)
    .values(policyIds.map((policyId) => ({ policyId, employerId })))
    .onConflictDoNothing()
    .returning({ policyId: policyRegistry.policyId });
  return rows.map((row) => row.policyId);
}

export async function insertPolicies(tx: Tx, employerId: string, rows: readonly Omit<PolicyRow, "employerId">[]) {
  if (rows.length > 0) await tx.insert(policies).values(rows.map((row) => ({ ...row, employerId })));
}

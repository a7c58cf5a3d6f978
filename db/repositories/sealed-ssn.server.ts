import { inArray } from "drizzle-orm";
import type { Tx } from "../client.server";
import { dependents, employees } from "../schema/roster";

export type SealedSsn = {
  readonly table: "employees" | "dependents";
  readonly employerId: string;
  readonly memberId: string;
  readonly sealed: string;
};

/** The sealed Social Security numbers of these people, as far as they have given one. Worker door. */
export async function listSealedSsns(tx: Tx, memberIds: readonly string[]): Promise<SealedSsn[]> {
  if (memberIds.length === 0) return [];
  const staff = await tx
    .select({ employerId: employees.employerId, memberId: employees.employeeId, sealed: employees.ssnSealed })
    .from(employees)
    .where(inArray(employees.employeeId, [...memberIds]));
  const family = await tx
    .select({ employerId: dependents.employerId, memberId: dependents.dependentId, sealed: dependents.ssnSealed })
    .from(dependents)
    .where(inArray(dependents.dependentId, [...memberIds]));
  return [
    ...staff.map((row) => ({ table: "employees" as const, ...row })),
    ...family.map((row) => ({ table: "dependents" as const, ...row })),
  ].flatMap(({ sealed, ...row }) => (sealed === null ? [] : [{ ...row, sealed }]));
}

import { and, eq, sql } from "drizzle-orm";
import type { CoverageLine } from "../../../app/domain/coverage-line";
import type { Tx } from "../../client.server";
import { offerScenarios } from "../../schema/plan-year";

export type OfferScenario = typeof offerScenarios.$inferSelect;
type Found = { readonly employerId: string; readonly scenarioId: string };

/** How many designs of one line the business has put aside. Employer door. */
export function countScenarios(tx: Tx, { employerId, line }: { employerId: string; line: CoverageLine }) {
  return tx.$count(offerScenarios, and(eq(offerScenarios.employerId, employerId), eq(offerScenarios.line, line)));
}

export async function insertScenario(
  tx: Tx,
  row: Pick<OfferScenario, "employerId" | "scenarioId" | "line" | "name" | "terms">,
): Promise<void> {
  await tx.insert(offerScenarios).values(row);
}

/** Held to the end of the transaction; undefined when it is not there. */
export async function lockScenario(tx: Tx, { employerId, scenarioId }: Found): Promise<OfferScenario | undefined> {
  const [row] = await tx.select().from(offerScenarios).where(thisOne({ employerId, scenarioId })).for("update");
  return row;
}

export async function renameScenario(tx: Tx, found: Found, name: string): Promise<void> {
  await tx
    .update(offerScenarios)
    .set({ name, version: sql`${offerScenarios.version} + 1` })
    .where(thisOne(found));
}

export async function deleteScenario(tx: Tx, found: Found): Promise<void> {
  await tx.delete(offerScenarios).where(thisOne(found));
}

function thisOne({ employerId, scenarioId }: Found) {
  return and(eq(offerScenarios.employerId, employerId), eq(offerScenarios.scenarioId, scenarioId));
}

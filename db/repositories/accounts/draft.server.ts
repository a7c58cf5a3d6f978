import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "../../client.server";
import { formDrafts } from "../../schema/accounts";

export type StoredDraft = { readonly sealedValues: string; readonly savedAt: Date };
type DraftKey = { readonly userId: string; readonly formKey: string };

/** Person door. */
export async function upsertDraft(
  tx: Tx,
  { userId, formKey, sealedValues, savedAt }: DraftKey & StoredDraft,
): Promise<void> {
  await tx
    .insert(formDrafts)
    .values({ userId, formKey, sealedValues, savedAt })
    .onConflictDoUpdate({
      target: [formDrafts.userId, formDrafts.formKey],
      set: { sealedValues, savedAt, version: sql`${formDrafts.version} + 1` },
    });
}

/** Held against other writers until this transaction ends when `forUpdate` is set. Person door. */
export async function findDraft(
  tx: Tx,
  { userId, formKey, forUpdate }: DraftKey & { readonly forUpdate: boolean },
): Promise<StoredDraft | undefined> {
  const query = tx
    .select({ sealedValues: formDrafts.sealedValues, savedAt: formDrafts.savedAt })
    .from(formDrafts)
    .where(and(eq(formDrafts.userId, userId), eq(formDrafts.formKey, formKey)));
  const [draft] = forUpdate ? await query.for("update") : await query;
  return draft;
}

export async function deleteDraft(tx: Tx, { userId, formKey }: DraftKey): Promise<void> {
  await tx.delete(formDrafts).where(and(eq(formDrafts.userId, userId), eq(formDrafts.formKey, formKey)));
}

/** How many drafts the person has; bounds what one account can store. */
export async function countDrafts(tx: Tx, userId: string): Promise<number> {
  return tx.$count(formDrafts, eq(formDrafts.userId, userId));
}

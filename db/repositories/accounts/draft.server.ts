import { and, eq, sql, type SQL } from "drizzle-orm";
import type { Tx } from "../../client.server";
import { formDrafts } from "../../schema/accounts";

export type StoredDraft = { readonly sealedValues: string; readonly savedAt: Date };
export type DraftKey = { readonly userId: string; readonly formKey: string };

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

/** Every draft of a form about one record, whichever version of the record it began from. Person door. */
export async function deleteDraftsOfRecord(
  tx: Tx,
  { userId, stem, except }: { userId: string; stem: string; except?: string },
): Promise<void> {
  const ofRecord = sql`left(${formDrafts.formKey}, ${stem.length}) = ${stem}
    and substr(${formDrafts.formKey}, ${stem.length + 1}) ~ '^-v[0-9]+$'`;
  const others = except === undefined ? [] : [sql`${formDrafts.formKey} <> ${except}`];
  await tx.delete(formDrafts).where(and(eq(formDrafts.userId, userId), ofRecord, ...others));
}

/** For a query in the person door: the sealed drafts whose names begin so, by name; null when there are none. */
export function sealedDraftsLike(userId: string, beginning: string): SQL<Readonly<Record<string, string>> | null> {
  return sql`(select json_object_agg(f.form_key, f.sealed_values) from form_drafts f
    where f.user_id = ${userId} and f.form_key like ${`${beginning}%`})`;
}

/** How many drafts the person has; bounds what one account can store. */
export async function countDrafts(tx: Tx, userId: string): Promise<number> {
  return tx.$count(formDrafts, eq(formDrafts.userId, userId));
}

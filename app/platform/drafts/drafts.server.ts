import { z } from "zod";
import { withDoor } from "~db/client.server";
import { countDrafts, deleteDraft, findDraft, upsertDraft } from "~db/repositories/accounts/draft.server";
import { failed, done, type Outcome } from "../../domain/problem";
import { now } from "../clock.server";
import { SealBrokenError, openText, sealText, type SealedPlace } from "../secrets/sealing.server";

/** Field values as they were typed: the name of the input, and each value it posted. */
export type DraftValues = Readonly<Record<string, readonly string[]>>;

export const draftValuesSchema = z.record(z.string().max(200), z.array(z.string().max(10_000)).max(2_000));
const largestCharacters = 200_000;
const mostDrafts = 200;

/** Which form, with its subject, as `employer-registration` or `employee:<id>`. */
export function isFormKey(text: string | undefined): text is string {
  return text !== undefined && /^[a-z][a-z0-9-]{0,60}(:[0-9a-z-]{1,80}){0,2}$/.test(text);
}

function placeOf(userId: string, formKey: string): SealedPlace {
  return { table: "form_drafts", column: "sealed_values", owner: `person:${userId}`, rowId: formKey };
}

/** Keeps the whole form as it stands. Problem `draft-too-large` beyond 200,000 characters. */
export async function saveDraft(userId: string, formKey: string, values: DraftValues): Promise<Outcome<Date>> {
  return store({ userId, formKey, values, merge: false });
}

/** Keeps the changed fields over what is there; for saving while somebody types. */
export async function saveDraftFields(userId: string, formKey: string, changed: DraftValues): Promise<Outcome<Date>> {
  return store({ userId, formKey, values: changed, merge: true });
}

type DraftChange = { userId: string; formKey: string; values: DraftValues; merge: boolean };

async function store({ userId, formKey, values, merge }: DraftChange): Promise<Outcome<Date>> {
  if (!isFormKey(formKey)) return failed({ code: "draft-unknown-form" });
  return withDoor({ kind: "person", userId }, async (tx) => {
    const before = await findDraft(tx, { userId, formKey, forUpdate: true });
    if (!before && (await countDrafts(tx, userId)) >= mostDrafts) return failed({ code: "draft-too-many" });
    const kept = merge && before ? (openValues(userId, formKey, before.sealedValues) ?? {}) : {};
    const parsed = draftValuesSchema.safeParse({ ...kept, ...withoutSecrets(values) });
    const text = parsed.success ? JSON.stringify(parsed.data) : "";
    if (!parsed.success || text.length > largestCharacters) return failed({ code: "draft-too-large" });
    const savedAt = now();
    await upsertDraft(tx, { userId, formKey, sealedValues: sealText(placeOf(userId, formKey), text), savedAt });
    return done(savedAt);
  });
}

/** What the person typed before and has not sent; undefined when there is nothing. */
export async function loadDraft(
  userId: string,
  formKey: string,
): Promise<{ readonly values: DraftValues; readonly savedAt: Date } | undefined> {
  const stored = await withDoor({ kind: "person", userId }, (tx) =>
    findDraft(tx, { userId, formKey, forUpdate: false }),
  );
  const values = stored && openValues(userId, formKey, stored.sealedValues);
  return stored && values ? { values, savedAt: stored.savedAt } : undefined;
}

/** After the form was sent, or when the person starts over. */
export async function discardDraft(userId: string, formKey: string): Promise<void> {
  await withDoor({ kind: "person", userId }, (tx) => deleteDraft(tx, { userId, formKey }));
}

/** A draft that no longer opens (the installation's key was changed) counts as none: it is a convenience, not a record. */
function openValues(userId: string, formKey: string, sealed: string): DraftValues | undefined {
  try {
    return draftValuesSchema.parse(JSON.parse(openText(placeOf(userId, formKey), sealed)));
  } catch (error) {
    if (error instanceof SealBrokenError) return undefined;
    throw error;
  }
}

/** Passwords and one-time codes are never kept, whoever asks. */
function withoutSecrets(values: DraftValues): DraftValues {
  const secret = /password|passcode|one-?time-?code|token/i;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.test(name)));
}

import { z } from "zod";
import { withDoor } from "~db/client.server";
import {
  countDrafts,
  deleteDraft,
  deleteDraftsOfRecord,
  findDraft,
  upsertDraft,
  type DraftKey,
} from "~db/repositories/accounts/draft.server";
import { failed, done, type Outcome } from "../../domain/problem";
import { now } from "../clock.server";
import { SealBrokenError, openText, sealText, type SealedPlace } from "../secrets/sealing.server";

/** Field values as they were typed: the name of the input, and each value it posted. */
export type DraftValues = Readonly<Record<string, readonly string[]>>;

export type { DraftKey as FormDraft } from "~db/repositories/accounts/draft.server";

export const draftValuesSchema = z.record(z.string().max(200), z.array(z.string().max(10_000)).max(2_000));
const largestCharacters = 200_000;
const mostDrafts = 200;

/** Which form, with its subject, as `employer-registration` or `employee:<id>`. */
export function isFormKey(text: string | undefined): text is string {
  return text !== undefined && /^[a-z][a-z0-9-]{0,60}(:[0-9a-z-]{1,80}){0,2}$/.test(text);
}

/**
 * The name of a draft that changes a record: it is of use only while the record is as it was when the draft began, so
 * that nobody's newer change is undone by it.
 */
export function versionedFormKey(stem: string, version: number): string {
  return `${stem}-v${version}`;
}

const versionEnd = /-v\d+$/;

function placeOf({ userId, formKey }: DraftKey): SealedPlace {
  return { table: "form_drafts", column: "sealed_values", owner: `person:${userId}`, rowId: formKey };
}

/** For a draft's own column. What it holds was put through `withoutSecrets`, or never was a form's. */
export function sealDraftText(key: DraftKey, text: string): string {
  return sealText(placeOf(key), text);
}

/** Undefined for a draft that no longer opens (the installation's key was changed): it is a convenience, not a record. */
export function openDraftText(key: DraftKey, sealed: string): string | undefined {
  try {
    return openText(placeOf(key), sealed);
  } catch (error) {
    if (error instanceof SealBrokenError) return undefined;
    throw error;
  }
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
    const kept = merge && before ? (openDraft({ userId, formKey }, before.sealedValues) ?? {}) : {};
    const parsed = draftValuesSchema.safeParse({ ...kept, ...withoutSecrets(values) });
    const text = parsed.success ? JSON.stringify(parsed.data) : "";
    if (!parsed.success || text.length > largestCharacters) return failed({ code: "draft-too-large" });
    const savedAt = now();
    await upsertDraft(tx, { userId, formKey, sealedValues: sealDraftText({ userId, formKey }, text), savedAt });
    if (!before && versionEnd.test(formKey)) {
      await deleteDraftsOfRecord(tx, { userId, stem: formKey.replace(versionEnd, ""), except: formKey });
    }
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
  const values = stored && openDraft({ userId, formKey }, stored.sealedValues);
  return stored && values ? { values, savedAt: stored.savedAt } : undefined;
}

/** After the form was sent, or when the person starts over. */
export async function discardDraft(userId: string, formKey: string): Promise<void> {
  await withDoor({ kind: "person", userId }, (tx) =>
    versionEnd.test(formKey)
      ? deleteDraftsOfRecord(tx, { userId, stem: formKey.replace(versionEnd, "") })
      : deleteDraft(tx, { userId, formKey }),
  );
}

/** A draft as a query of the person door answered it; undefined when it no longer opens. */
function openDraft(key: DraftKey, sealed: string): DraftValues | undefined {
  const text = openDraftText(key, sealed);
  return text === undefined ? undefined : draftValuesSchema.parse(JSON.parse(text));
}

export type DraftOpener = (formKey: string) => DraftValues | undefined;

/** Opens what a query found among a person's drafts. */
export function draftOpener(userId: string, sealed: Readonly<Record<string, string>> | null): DraftOpener {
  return (formKey) => {
    const found = sealed?.[formKey];
    return found === undefined ? undefined : openDraft({ userId, formKey }, found);
  };
}

/** Passwords, one-time codes and Social Security numbers are never kept, whoever asks. */
function withoutSecrets(values: DraftValues): DraftValues {
  const secret = /password|passcode|one-?time-?code|token|(^|[._-])ssn($|[._-])/i;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.test(name)));
}

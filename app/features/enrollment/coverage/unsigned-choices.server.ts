import { z } from "zod";
import { coverageLines, type CoverageLine } from "~/domain/coverage-line";
import type { CoverageChoice } from "~/domain/enrollment/coverage-choice.rule";
import { waiverReasons } from "~/domain/participation/waiver-reason";
import { openDraftText, sealDraftText } from "~/platform/drafts/drafts.server";
import { deleteDraft, findDraft, upsertDraft } from "~db/repositories/accounts/draft.server";
import type { Tx } from "~db/client.server";

// What somebody chose and has not signed. It is kept as a draft of theirs, so that it is still there after signing out.

export type UnsignedChoices = Partial<Record<CoverageLine, CoverageChoice>>;
type ChoicesKey = { readonly userId: string; readonly employerId: string; readonly applicationId: string };

/** The draft's name but for the application's id at its end. */
export function choicesKeyStem(employerId: string): string {
  return `coverage:${employerId}:`;
}

function formKeyOf({ employerId, applicationId }: ChoicesKey): string {
  return `${choicesKeyStem(employerId)}${applicationId}`;
}

const waived = z
  .tuple([z.literal("waive"), z.enum(waiverReasons)])
  .transform(([kind, reason]): CoverageChoice => ({ kind, reason }));
const elected = z
  .tuple([z.literal("elect"), z.string()])
  .rest(z.string())
  .transform(([kind, planId, ...coveredIds]): CoverageChoice => ({ kind, planId, coveredIds }));
const stored = z.partialRecord(z.enum(coverageLines), z.union([waived, elected]));

function wordsOf(choice: CoverageChoice): string[] {
  return choice.kind === "waive" ? [choice.kind, choice.reason] : [choice.kind, choice.planId, ...choice.coveredIds];
}

/** None when the draft no longer opens or says what nobody can choose any more: it is a convenience, not a record. */
export function openChoices(key: ChoicesKey, sealed: string | null): UnsignedChoices {
  if (sealed === null) return {};
  const text = openDraftText({ userId: key.userId, formKey: formKeyOf(key) }, sealed);
  const parsed = stored.safeParse(text === undefined ? {} : JSON.parse(text));
  return parsed.success ? parsed.data : {};
}

/** Puts one line's answer beside the others. Person door. */
export async function keepChoice(
  tx: Tx,
  key: ChoicesKey,
  { line, choice, at }: { line: CoverageLine; choice: CoverageChoice; at: Date },
): Promise<void> {
  const name = { userId: key.userId, formKey: formKeyOf(key) };
  const before = await findDraft(tx, { ...name, forUpdate: true });
  const choices = { ...openChoices(key, before?.sealedValues ?? null), [line]: choice };
  const words = Object.fromEntries(Object.entries(choices).map(([of, answer]) => [of, wordsOf(answer)]));
  await upsertDraft(tx, { ...name, sealedValues: sealDraftText(name, JSON.stringify(words)), savedAt: at });
}

/** Once they are signed. Person door. */
export async function forgetChoices(tx: Tx, key: ChoicesKey): Promise<void> {
  await deleteDraft(tx, { userId: key.userId, formKey: formKeyOf(key) });
}

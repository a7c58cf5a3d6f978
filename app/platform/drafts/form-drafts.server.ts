import type { TypedResponse } from "@remix-run/node";
import type { z } from "zod";
import type { Problem } from "../../domain/problem";
import { echoOf, type FormReply } from "../forms/parse-form";
import { problemReply } from "../forms/reply.server";
import { saveDraft, type DraftValues, type FormDraft } from "./drafts.server";

/** Hidden values that belong to one page, and what is asked only once a form was refused for it. */
const ofOnePage = ["employeeId", "dependentId", "version", "intent", "isAnotherPerson", "ageConfirmed"];

/** Keeps a refused form as it was sent: a box that was not ticked counts as not ticked. */
export async function keepRefused({ userId, formKey }: FormDraft, form: FormData, schema: z.ZodObject): Promise<void> {
  const unsent = Object.keys(schema.shape).map((name): [string, string[]] => [name, []]);
  await saveDraft(userId, formKey, kept({ ...Object.fromEntries(unsent), ...echoOf(form) }));
}

/** Like `problemReply`, and the form is still there on another day or another device. */
export async function draftedReply(
  problems: readonly Problem[],
  form: FormData,
  { draft, schema }: { draft: FormDraft; schema: z.ZodObject },
): Promise<TypedResponse<FormReply>> {
  await keepRefused(draft, form, schema);
  return problemReply(problems, form);
}

/** Fills a form with what was typed before and not sent; null without any. */
export function restoredReply(values: DraftValues | undefined): FormReply | null {
  const restored = kept(values ?? {});
  return Object.keys(restored).length === 0 ? null : { problems: [], values: restored, isDraft: true };
}

function kept(values: DraftValues): DraftValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !ofOnePage.includes(name)));
}

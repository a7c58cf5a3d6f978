import { draftOpener, versionedFormKey, type FormDraft } from "~/platform/drafts/drafts.server";
import { restoredReply } from "~/platform/drafts/form-drafts.server";
import type { FormReply } from "~/platform/forms/parse-form";
import type { CoverageScene } from "./coverage-scene.server";

/** How the names of an employee's drafts about one business begin. */
export function ownFormsStem(employerId: string): string {
  return `own-record:${employerId}:`;
}

/** `version` is the one on file, or the one that a posted form was made from. */
type OwnForm =
  | { readonly form: "new-dependent" }
  | { readonly form: "details"; readonly version: number | FormDataEntryValue | null }
  | {
      readonly form: "dependent";
      readonly dependentId: string;
      readonly version: number | FormDataEntryValue | null;
    };

/** A form that keeps what is typed, with what was typed on an earlier visit. */
export type DraftedForm = { readonly formKey: string; readonly restored: FormReply | null };

export function ownDraft({ act, record }: CoverageScene, of: OwnForm): DraftedForm {
  const formKey = formKeyOf(ownFormsStem(act.employer.employerId), of);
  return { formKey, restored: restoredReply(draftOpener(act.userId, record.sealedDrafts)(formKey)) };
}

/** The same as it is kept and thrown away. */
export function ownDraftKey({ act: { userId, employer } }: CoverageScene, of: OwnForm): FormDraft {
  return { userId, formKey: formKeyOf(ownFormsStem(employer.employerId), of) };
}

function formKeyOf(stem: string, of: OwnForm): string {
  if (of.form === "new-dependent") return `${stem}new-dependent`;
  const subject = of.form === "details" ? "details" : of.dependentId;
  return versionedFormKey(`${stem}${subject}`, Number(of.version));
}

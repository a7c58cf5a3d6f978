import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { frameOf, ownRecordActOf } from "~/features/enrollment/coverage/coverage-frame.server";
import { requireCoverage } from "~/features/enrollment/coverage/coverage-guard.server";
import { CoverageEyebrow } from "~/features/enrollment/coverage/coverage-steps";
import { DependentForm } from "~/features/enrollment/coverage/family/dependent.form";
import { addDependentSchema } from "~/features/enrollment/coverage/family/dependent.schema";
import { addToFamily } from "~/features/enrollment/coverage/family/save-dependent.command.server";
import { ownDraft, ownDraftKey } from "~/features/enrollment/coverage/own-drafts.server";
import { now } from "~/platform/clock.server";
import { discardDraft } from "~/platform/drafts/drafts.server";
import { draftedReply } from "~/platform/drafts/form-drafts.server";
import { parseForm } from "~/platform/forms/parse-form";
import { newId } from "~/platform/id.server";
import { LinkButton } from "~/ui/content/button";
import { RestoredDraft } from "~/ui/forms/restored-draft";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["coverage", "account"], title: "coverage:family.new" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scene } = await requireCoverage(request, params["employerId"]);
  const frame = frameOf(scene);
  if (!frame.offersDependents) return redirect(frame.base);
  const draft = ownDraft(scene, { form: "new-dependent" });
  return json({ frame, asksTobacco: scene.profile.tobaccoAllowed, dependentId: newId(), draft });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scene } = await requireCoverage(request, params["employerId"]);
  const form = await request.formData();
  const parsed = parseForm(addDependentSchema, form);
  const draft = ownDraftKey(scene, { form: "new-dependent" });
  const about = { draft, schema: addDependentSchema };
  if (!parsed.ok) return draftedReply(parsed.problems, form, about);
  const { dependentId, ...input } = parsed.value;
  const outcome = await addToFamily({ ...ownRecordActOf(scene, now()), dependentId }, input);
  if (!outcome.ok) return draftedReply(outcome.problems, form, about);
  await discardDraft(draft.userId, draft.formKey);
  return redirect(`${frameOf(scene).base}/family`);
}

export default function NewMemberRoute() {
  const { t } = useTranslation(["coverage", "shared"]);
  const { frame, asksTobacco, dependentId, draft } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <PageHeading eyebrow={<CoverageEyebrow frame={frame} />} lead={t("coverage:family.newLead")}>
        {t("coverage:family.new")}
      </PageHeading>
      {draft.restored && !answered ? <RestoredDraft formKey={draft.formKey} /> : null}
      <DependentForm
        reply={answered ?? draft.restored ?? undefined}
        asksTobacco={asksTobacco}
        hidden={{ dependentId }}
        formKey={draft.formKey}
      />
      <p>
        <LinkButton to={`${frame.base}/family`} look="quiet">
          {t("shared:action.back")}
        </LinkButton>
      </p>
    </>
  );
}

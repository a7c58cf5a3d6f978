import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { afterFamily, frameOf, ownRecordActOf } from "~/features/enrollment/coverage/coverage-frame.server";
import { requireCoverage } from "~/features/enrollment/coverage/coverage-guard.server";
import { CoverageEyebrow, CoverageSteps, type CoverageFrame } from "~/features/enrollment/coverage/coverage-steps";
import { detailsReply } from "~/features/enrollment/coverage/details/details-reply.server";
import {
  DetailsForm,
  type DetailsOnFile,
  type DetailsReply,
} from "~/features/enrollment/coverage/details/details.form";
import { detailsSchema } from "~/features/enrollment/coverage/details/details.schema";
import { saveDetails } from "~/features/enrollment/coverage/details/save-details.command.server";
import { ownDraft, ownDraftKey, type DraftedForm } from "~/features/enrollment/coverage/own-drafts.server";
import { now } from "~/platform/clock.server";
import { discardDraft } from "~/platform/drafts/drafts.server";
import { parseForm } from "~/platform/forms/parse-form";
import { RestoredDraft } from "~/ui/forms/restored-draft";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["coverage", "account"], title: "coverage:details.title" } satisfies PageHandle;

type PageData = {
  frame: CoverageFrame;
  isOpen: boolean;
  details: DetailsOnFile;
  usualState: string;
  asksTobacco: boolean;
  draft: DraftedForm;
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scene } = await requireCoverage(request, params["employerId"]);
  return json<PageData>({
    frame: frameOf(scene),
    isOpen: scene.offer?.window === "open",
    details: scene.record.employee,
    usualState: scene.act.employer.state,
    asksTobacco: scene.profile.tobaccoAllowed,
    draft: ownDraft(scene, { form: "details", version: scene.record.employee.version }),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scene } = await requireCoverage(request, params["employerId"]);
  const { today } = scene.act;
  const form = await request.formData();
  const parsed = parseForm(detailsSchema, form);
  const draft = ownDraftKey(scene, { form: "details", version: form.get("version") });
  if (!parsed.ok) return detailsReply(parsed.problems, form, { today, draft });
  const outcome = await saveDetails(ownRecordActOf(scene, now()), parsed.value);
  if (!outcome.ok) return detailsReply(outcome.problems, form, { today, draft });
  await discardDraft(draft.userId, draft.formKey);
  const { base, offersDependents } = frameOf(scene);
  if (outcome.value.isOpenAgain) return redirect(`${base}/check`);
  const isFirstTime = scene.offer?.window === "open" && scene.offer.lines.every((line) => !scene.offer?.choices[line]);
  return redirect(isFirstTime && offersDependents ? `${base}/family` : afterFamily(scene));
}

export default function DetailsRoute() {
  const { t } = useTranslation("coverage");
  const { frame, isOpen, details, draft, ...form } = useLoaderData() as PageData;
  const reply = useActionData() as DetailsReply | undefined;
  return (
    <>
      {isOpen ? <CoverageSteps frame={frame} current="details" /> : null}
      <PageHeading
        eyebrow={<CoverageEyebrow frame={frame} />}
        lead={t("details.lead", { business: frame.businessName })}
      >
        {t("details.title")}
      </PageHeading>
      {draft.restored && !reply ? <RestoredDraft formKey={draft.formKey} /> : null}
      <DetailsForm
        key={details.version}
        details={details}
        {...form}
        reply={reply ?? draft.restored ?? undefined}
        formKey={draft.formKey}
      />
    </>
  );
}

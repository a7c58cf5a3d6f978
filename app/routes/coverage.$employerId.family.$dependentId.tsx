import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { frameOf, ownRecordActOf } from "~/features/enrollment/coverage/coverage-frame.server";
import { requireCoverage } from "~/features/enrollment/coverage/coverage-guard.server";
import type { CoverageScene } from "~/features/enrollment/coverage/coverage-scene.server";
import { DependentForm } from "~/features/enrollment/coverage/family/dependent.form";
import { changeDependentSchema } from "~/features/enrollment/coverage/family/dependent.schema";
import {
  changeFamilyMember,
  removeFromFamily,
} from "~/features/enrollment/coverage/family/save-dependent.command.server";
import { ownDraft, ownDraftKey } from "~/features/enrollment/coverage/own-drafts.server";
import { now } from "~/platform/clock.server";
import { discardDraft } from "~/platform/drafts/drafts.server";
import { draftedReply } from "~/platform/drafts/form-drafts.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { isId } from "~/platform/id.server";
import { notFound } from "~/platform/permissions/permissions.server";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { ConfirmButton } from "~/ui/forms/form-buttons";
import { RestoredDraft } from "~/ui/forms/restored-draft";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading, Section } from "~/ui/frame/page-parts";

export const handle = { i18n: ["coverage", "account"], title: "coverage:family.member" } satisfies PageHandle;

function requireMember({ record }: CoverageScene, dependentId: string | undefined) {
  const member = record.family.find((candidate) => candidate.dependentId === dependentId);
  if (!member) throw notFound();
  return member;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scene } = await requireCoverage(request, params["employerId"]);
  const member = requireMember(scene, params["dependentId"]);
  const elections = Object.values(scene.offer?.elections ?? {});
  const isSigned = elections.some(
    (election) => election?.live && election.members.some(({ memberId }) => memberId === member.dependentId),
  );
  const { dependentId, version } = member;
  const draft = ownDraft(scene, { form: "dependent", dependentId, version });
  return json({ frame: frameOf(scene), member, isSigned, asksTobacco: scene.profile.tobaccoAllowed, draft });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scene } = await requireCoverage(request, params["employerId"]);
  const { dependentId } = params;
  if (!isId(dependentId)) throw notFound();
  const act = { ...ownRecordActOf(scene, now()), dependentId };
  const to = `${frameOf(scene).base}/family`;
  const form = await request.formData();
  if (form.get("intent") === "remove") {
    const removed = await removeFromFamily(act);
    if (!removed.ok) return problemReply(removed.problems, form);
    return redirect(removed.value.isOpenAgain ? `${to}?again=1` : to);
  }
  requireMember(scene, dependentId);
  const parsed = parseForm(changeDependentSchema, form);
  const draft = ownDraftKey(scene, { form: "dependent", dependentId, version: form.get("version") });
  const about = { draft, schema: changeDependentSchema };
  if (!parsed.ok) return draftedReply(parsed.problems, form, about);
  const outcome = await changeFamilyMember(act, parsed.value);
  if (!outcome.ok) return draftedReply(outcome.problems, form, about);
  await discardDraft(draft.userId, draft.formKey);
  return redirect(outcome.value.isOpenAgain ? `${to}?again=1` : to);
}

export default function MemberRoute() {
  const { t } = useTranslation(["coverage", "shared"]);
  const { frame, member, isSigned, asksTobacco, draft } = useLoaderData<typeof loader>();
  const name = `${member.firstName} ${member.lastName}`;
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeading eyebrow={t(`coverage:relationship.${member.relationship}`)}>{name}</PageHeading>
      {isSigned ? <Alert tone="info">{t("coverage:family.isSigned", { name })}</Alert> : null}
      {draft.restored && !reply ? <RestoredDraft formKey={draft.formKey} /> : null}
      <DependentForm
        key={member.version}
        member={member}
        reply={
          reply?.values["intent"] ? { problems: reply.problems, values: {} } : (reply ?? draft.restored ?? undefined)
        }
        asksTobacco={asksTobacco}
        hidden={{ version: String(member.version) }}
        formKey={draft.formKey}
      />
      <Section heading={t("coverage:family.removeHeading")}>
        <ConfirmButton
          label={t("coverage:family.remove", { name })}
          question={t(isSigned ? "coverage:family.removeSigned" : "coverage:family.removeQuestion", { name })}
          confirmLabel={t("coverage:family.removeConfirm", { name })}
          fields={{ intent: "remove" }}
        />
      </Section>
      <p>
        <LinkButton to={`${frame.base}/family`} look="quiet">
          {t("shared:action.back")}
        </LinkButton>
      </p>
    </>
  );
}

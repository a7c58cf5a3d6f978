import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DependentForm } from "~/features/roster/family/dependent.form";
import { addDependentSchema } from "~/features/roster/family/dependent.schema";
import { requireFamily } from "~/features/roster/family/family-guard.server";
import { addDependent } from "~/features/roster/family/save-dependent.command.server";
import { rosterDay } from "~/features/roster/roster-act.server";
import { draftsOfEmployee, newDependentFormKey } from "~/features/roster/roster-drafts.server";
import { discardDraft } from "~/platform/drafts/drafts.server";
import { draftedReply, restoredReply } from "~/platform/drafts/form-drafts.server";
import { parseForm } from "~/platform/forms/parse-form";
import { newId } from "~/platform/id.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { RestoredDraft } from "~/ui/forms/restored-draft";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["roster", "account"], title: "roster:dependent.newTitle" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const draftsLike = draftsOfEmployee(params["employeeId"]);
  const { user, employer, draftOf } = await requireEmployerAccess(request, params["employerId"], { draftsLike });
  const { employerId, state } = employer;
  const { employee } = await requireFamily({ employerId, userId: user.userId }, params["employeeId"]);
  const employeeName = `${employee.firstName} ${employee.lastName}`;
  const formKey = newDependentFormKey(employee.employeeId);
  const restored = restoredReply(draftOf(formKey));
  const { asksTobacco } = rosterDay(state);
  return json({ employeeName, dependentId: newId(), asksTobacco, formKey, restored });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId } = employer;
  const { employee } = await requireFamily({ employerId, userId: user.userId }, params["employeeId"]);
  const { employeeId } = employee;
  const form = await request.formData();
  const parsed = parseForm(addDependentSchema, form);
  const draft = { userId: user.userId, formKey: newDependentFormKey(employeeId) };
  if (!parsed.ok) return draftedReply(parsed.problems, form, { draft, schema: addDependentSchema });
  const { dependentId, ...input } = parsed.value;
  const act = { employerId, userId: user.userId, actorName: membership.fullName, ...rosterDay(employer.state) };
  const outcome = await addDependent({ ...act, employeeId, dependentId, input });
  if (!outcome.ok) return draftedReply(outcome.problems, form, { draft, schema: addDependentSchema });
  await discardDraft(draft.userId, draft.formKey);
  return redirect(`/employers/${employerId}/roster/${employeeId}?done=dependent-added`);
}

export default function NewDependentPage() {
  const { t } = useTranslation("roster");
  const { employeeName, dependentId, asksTobacco, formKey, restored } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <PageHeading eyebrow={employeeName} lead={t("dependent.lead")}>
        {t("dependent.newHeading")}
      </PageHeading>
      {restored && !answered ? <RestoredDraft formKey={formKey} /> : null}
      <DependentForm
        schema={addDependentSchema}
        reply={answered ?? restored ?? undefined}
        asksTobacco={asksTobacco}
        hidden={{ dependentId }}
        formKey={formKey}
      />
    </>
  );
}

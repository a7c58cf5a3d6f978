import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { EmployeeForm, type EmployeeReply } from "~/features/roster/employee/employee.form";
import { addEmployeeSchema } from "~/features/roster/employee/employee.schema";
import { addEmployee } from "~/features/roster/employee/save-employee.command.server";
import { employeeReply } from "~/features/roster/employee/employee-reply.server";
import { rosterDay } from "~/features/roster/roster-act.server";
import { discardDraft, loadDraft } from "~/platform/drafts/drafts.server";
import { restoredReply } from "~/platform/drafts/form-drafts.server";
import { parseForm } from "~/platform/forms/parse-form";
import { newId } from "~/platform/id.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { DraftStatus } from "~/ui/forms/draft-status";
import { RestoredDraft } from "~/ui/forms/restored-draft";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["roster", "account"], title: "roster:add.title" } satisfies PageHandle;

const draftKey = (employerId: string) => `new-employee:${employerId}`;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, dbaName, state } = employer;
  const draft = await loadDraft(user.userId, draftKey(employerId));
  const { asksTobacco } = rosterDay(state);
  const restored = restoredReply(draft?.values);
  return json({
    employerId,
    groupName: dbaName ?? legalName,
    employeeId: newId(),
    asksTobacco,
    restored,
    draftKey: draftKey(employerId),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId } = employer;
  const day = rosterDay(employer.state);
  const form = await request.formData();
  const draft = { userId: user.userId, formKey: draftKey(employerId) };
  const about = { draft, today: day.today, schema: addEmployeeSchema };
  const parsed = parseForm(addEmployeeSchema, form);
  if (!parsed.ok) return employeeReply(parsed.problems, form, about);
  const { employeeId, ...input } = parsed.value;
  const act = { employerId, userId: user.userId, actorName: membership.fullName, ...day };
  const outcome = await addEmployee({ ...act, employeeId, input });
  if (!outcome.ok) return employeeReply(outcome.problems, form, about);
  await discardDraft(draft.userId, draft.formKey);
  return redirect(`/employers/${employerId}/roster/${employeeId}?done=added`);
}

export default function NewEmployeePage() {
  const { t } = useTranslation("roster");
  const {
    employerId,
    groupName,
    employeeId,
    asksTobacco,
    restored,
    draftKey: formKey,
  } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const reply: EmployeeReply | undefined = answered ?? restored ?? undefined;
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={groupName} />} lead={t("add.lead")}>
        {t("add.heading")}
      </PageHeading>
      {restored && !answered ? <RestoredDraft formKey={formKey} /> : null}
      <EmployeeForm
        schema={addEmployeeSchema}
        reply={reply}
        asksTobacco={asksTobacco}
        hidden={{ employeeId }}
        draftStatus={({ formRef }) => <DraftStatus formKey={formKey} formRef={formRef} />}
      />
    </>
  );
}

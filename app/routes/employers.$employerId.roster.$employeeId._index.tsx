import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { EmployeeForm } from "~/features/roster/employee/employee.form";
import { employeeReply } from "~/features/roster/employee/employee-reply.server";
import { changeEmployeeSchema } from "~/features/roster/employee/employee.schema";
import { changeEmployee } from "~/features/roster/employee/save-employee.command.server";
import { requireFamily, signedNoteOf } from "~/features/roster/family/family-guard.server";
import { FamilyList, NumberOnFile } from "~/features/roster/family/family-list";
import { SignedNote } from "~/features/roster/family/signed-note";
import { RosterNotice } from "~/features/roster/list/roster-notice";
import { rosterDay } from "~/features/roster/roster-act.server";
import { draftsOfEmployee, employeeFormKey } from "~/features/roster/roster-drafts.server";
import { discardDraft } from "~/platform/drafts/drafts.server";
import { restoredReply } from "~/platform/drafts/form-drafts.server";
import { parseForm } from "~/platform/forms/parse-form";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { LinkButton } from "~/ui/content/button";
import { DraftStatus } from "~/ui/forms/draft-status";
import { RestoredDraft } from "~/ui/forms/restored-draft";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading, Section } from "~/ui/frame/page-parts";

export const handle = { i18n: ["roster", "account"], title: "roster:edit.title" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const draftsLike = draftsOfEmployee(params["employeeId"]);
  const { user, employer, membership, draftOf } = await requireEmployerAccess(request, params["employerId"], {
    draftsLike,
  });
  const { employerId, legalName, dbaName, state } = employer;
  const found = await requireFamily({ employerId, userId: user.userId }, params["employeeId"]);
  const { employee, family } = found;
  const justDone = new URL(request.url).searchParams.get("done");
  const isOwner = membership.role === "owner";
  const { asksTobacco, today } = rosterDay(state);
  const note = signedNoteOf(found, { memberId: employee.employeeId, today });
  const formKey = employeeFormKey(employee.employeeId, employee.version);
  return json({
    ...{ employerId, groupName: dbaName ?? legalName, employee, family, justDone, isOwner, asksTobacco, note },
    ...{ formKey, restored: restoredReply(draftOf(formKey)) },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId } = employer;
  const { employee } = await requireFamily({ employerId, userId: user.userId }, params["employeeId"]);
  const { employeeId } = employee;
  const day = rosterDay(employer.state);
  const form = await request.formData();
  const parsed = parseForm(changeEmployeeSchema, form);
  const draft = { userId: user.userId, formKey: employeeFormKey(employeeId, form.get("version")) };
  const about = { draft, today: day.today, schema: changeEmployeeSchema };
  if (!parsed.ok) return employeeReply(parsed.problems, form, about);
  const { version, ...input } = parsed.value;
  const act = { employerId, userId: user.userId, actorName: membership.fullName, ...day };
  const outcome = await changeEmployee({ ...act, employeeId, version, input });
  if (!outcome.ok) return employeeReply(outcome.problems, form, about);
  await discardDraft(draft.userId, draft.formKey);
  const done = outcome.value.isOpenAgain ? "changed-again" : "changed";
  return redirect(`/employers/${employerId}/roster/${employeeId}?done=${done}`);
}

export default function EmployeePage() {
  const { t } = useTranslation("roster");
  const { employerId, groupName, employee, family, justDone, isOwner, ...page } = useLoaderData<typeof loader>();
  const { asksTobacco, note, formKey, restored } = page;
  const answered = useActionData<typeof action>();
  const rosterTo = `/employers/${employerId}/roster`;
  const to = `${rosterTo}/${employee.employeeId}`;
  const name = `${employee.firstName} ${employee.lastName}`;
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={groupName} />}>{name}</PageHeading>
      <RosterNotice act={justDone} />
      <FamilyList family={family} to={to} />
      <Section heading={t("ssn.heading")}>
        <NumberOnFile lastFour={employee.ssnLastFour} revealTo={isOwner ? `${to}/ssn` : undefined} />
      </Section>
      <SignedNote note={note} name={name} />
      {restored && !answered ? <RestoredDraft formKey={formKey} /> : null}
      <EmployeeForm
        key={employee.version}
        schema={changeEmployeeSchema}
        employee={employee}
        reply={answered ?? restored ?? undefined}
        asksTobacco={asksTobacco}
        hidden={{ version: String(employee.version) }}
        draftStatus={({ formRef }) => <DraftStatus formKey={formKey} formRef={formRef} />}
      />
      <Section heading={t("removal.heading")}>
        <p>{t("removal.when")}</p>
        <LinkButton to={`${to}/removal`} look="secondary">
          {t("removal.open", { name })}
        </LinkButton>
      </Section>
      <p>
        <LinkButton to={rosterTo} look="quiet">
          {t("edit.back")}
        </LinkButton>
      </p>
    </>
  );
}

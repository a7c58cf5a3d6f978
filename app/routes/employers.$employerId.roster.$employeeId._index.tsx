import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { EmployeeForm } from "~/features/roster/employee/employee.form";
import { employeeReply } from "~/features/roster/employee/employee-reply.server";
import { changeEmployeeSchema } from "~/features/roster/employee/employee.schema";
import { changeEmployee } from "~/features/roster/employee/save-employee.command.server";
import { requireFamily } from "~/features/roster/family/family-guard.server";
import { FamilyList, NumberOnFile } from "~/features/roster/family/family-list";
import { RosterNotice } from "~/features/roster/list/roster-notice";
import { rosterDay } from "~/features/roster/roster-act.server";
import { parseForm } from "~/platform/forms/parse-form";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { LinkButton } from "~/ui/content/button";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading, Section } from "~/ui/frame/page-parts";

export const handle = { i18n: ["roster"], title: "roster:edit.title" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, dbaName, state } = employer;
  const { employee, family } = await requireFamily({ employerId, userId: user.userId }, params["employeeId"]);
  const justDone = new URL(request.url).searchParams.get("done");
  const isOwner = membership.role === "owner";
  const { asksTobacco } = rosterDay(state);
  return json({ employerId, groupName: dbaName ?? legalName, employee, family, justDone, isOwner, asksTobacco });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId } = employer;
  const { employee } = await requireFamily({ employerId, userId: user.userId }, params["employeeId"]);
  const { employeeId } = employee;
  const day = rosterDay(employer.state);
  const form = await request.formData();
  const parsed = parseForm(changeEmployeeSchema, form);
  if (!parsed.ok) return employeeReply(parsed.problems, form, { today: day.today });
  const { version, ...input } = parsed.value;
  const act = { employerId, userId: user.userId, actorName: membership.fullName, ...day };
  const outcome = await changeEmployee({ ...act, employeeId, version, input });
  if (!outcome.ok) return employeeReply(outcome.problems, form, { today: day.today });
  return redirect(`/employers/${employerId}/roster/${employeeId}?done=changed`);
}

export default function EmployeePage() {
  const { t } = useTranslation("roster");
  const { employerId, groupName, employee, family, justDone, isOwner, asksTobacco } = useLoaderData<typeof loader>();
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
      <EmployeeForm
        key={employee.version}
        schema={changeEmployeeSchema}
        employee={employee}
        reply={useActionData<typeof action>()}
        asksTobacco={asksTobacco}
        hidden={{ version: String(employee.version) }}
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

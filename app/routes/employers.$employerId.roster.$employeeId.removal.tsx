import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { takeOffRoster } from "~/features/roster/employee/remove-employee.command.server";
import { requireFamily } from "~/features/roster/family/family-guard.server";
import { rosterDay } from "~/features/roster/roster-act.server";
import { problemReply } from "~/platform/forms/reply.server";
import { notFound, requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { isId } from "~/platform/id.server";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { ActForm } from "~/ui/forms/act-form";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["roster"], title: "roster:removal.title" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, dbaName } = employer;
  const { employee, family } = await requireFamily({ employerId, userId: user.userId }, params["employeeId"]);
  const { employeeId, firstName, lastName, hasPolicy } = employee;
  const name = `${firstName} ${lastName}`;
  return json({ employerId, groupName: dbaName ?? legalName, employeeId, name, hasPolicy, familyCount: family.length });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employeeId } = params;
  if (!isId(employeeId)) throw notFound();
  const { employerId } = employer;
  const form = await request.formData();
  const { today } = rosterDay(employer.state);
  const act = { employerId, userId: user.userId, actorName: membership.fullName, today };
  const outcome = await takeOffRoster({ ...act, employeeId });
  if (outcome.ok) return redirect(`/employers/${employerId}/roster?done=removed`);
  if (outcome.problems.some(({ code }) => code === "stale")) throw notFound();
  return problemReply(outcome.problems, form);
}

export default function RemovalPage() {
  const { t } = useTranslation(["roster", "shared"]);
  const { employerId, groupName, employeeId, name, hasPolicy, familyCount } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const to = `/employers/${employerId}/roster/${employeeId}`;
  const back = (
    <LinkButton to={to} look={hasPolicy ? "primary" : "secondary"}>
      {t("shared:action.back")}
    </LinkButton>
  );
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={groupName} />}>
        {t("removal.question", { name })}
      </PageHeading>
      {hasPolicy ? (
        <>
          <Alert tone="warning">{t("problems:employee-has-coverage", { name })}</Alert>
          {back}
        </>
      ) : (
        <ActForm reply={reply}>
          <p>{t("removal.effect", { name })}</p>
          {familyCount > 0 ? <p>{t("removal.family", { count: familyCount })}</p> : null}
          <FormActions>
            <SubmitButton look="danger">{t("removal.confirm", { name })}</SubmitButton>
            {back}
          </FormActions>
        </ActForm>
      )}
    </>
  );
}

import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireFamilyMember, signedNoteOf } from "~/features/roster/family/family-guard.server";
import { SignedNote } from "~/features/roster/family/signed-note";
import { takeOutOfFamily } from "~/features/roster/family/save-dependent.command.server";
import { rosterDay } from "~/features/roster/roster-act.server";
import { problemReply } from "~/platform/forms/reply.server";
import { isId } from "~/platform/id.server";
import { notFound, requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { LinkButton } from "~/ui/content/button";
import { ActForm } from "~/ui/forms/act-form";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["roster"], title: "roster:dependent.removeHeading" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const scope = { employerId: employer.employerId, userId: user.userId };
  const found = await requireFamilyMember(scope, params["employeeId"], params["dependentId"]);
  const { employee, dependent } = found;
  const { today } = rosterDay(employer.state);
  return json({
    note: signedNoteOf(found, { memberId: dependent.dependentId, today }),
    name: `${dependent.firstName} ${dependent.lastName}`,
    employeeName: `${employee.firstName} ${employee.lastName}`,
    employeeTo: `/employers/${employer.employerId}/roster/${employee.employeeId}`,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employeeId, dependentId } = params;
  if (!isId(employeeId) || !isId(dependentId)) throw notFound();
  const { employerId } = employer;
  const form = await request.formData();
  const { today } = rosterDay(employer.state);
  const act = { employerId, userId: user.userId, actorName: membership.fullName, today };
  const outcome = await takeOutOfFamily({ ...act, employeeId, dependentId });
  if (outcome.ok) {
    const done = outcome.value.isOpenAgain ? "dependent-removed-again" : "dependent-removed";
    return redirect(`/employers/${employerId}/roster/${employeeId}?done=${done}`);
  }
  if (outcome.problems.some(({ code }) => code === "stale")) throw notFound();
  return problemReply(outcome.problems, form);
}

export default function DependentRemovalPage() {
  const { t } = useTranslation(["roster", "shared"]);
  const { name, employeeName, employeeTo, note } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading eyebrow={employeeName}>
        {t("dependent.removeQuestion", { name, employee: employeeName })}
      </PageHeading>
      <ActForm reply={useActionData<typeof action>()}>
        <SignedNote note={note} name={name} employee={employeeName} />
        <p>{t("dependent.removeEffect")}</p>
        <FormActions>
          <SubmitButton look="danger">{t("dependent.removeConfirm", { name })}</SubmitButton>
          <LinkButton to={employeeTo} look="secondary">
            {t("shared:action.back")}
          </LinkButton>
        </FormActions>
      </ActForm>
    </>
  );
}

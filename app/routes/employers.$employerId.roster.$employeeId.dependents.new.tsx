import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DependentForm } from "~/features/roster/family/dependent.form";
import { addDependentSchema } from "~/features/roster/family/dependent.schema";
import { requireFamily } from "~/features/roster/family/family-guard.server";
import { addDependent } from "~/features/roster/family/save-dependent.command.server";
import { rosterDay } from "~/features/roster/roster-act.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { newId } from "~/platform/id.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["roster"], title: "roster:dependent.newTitle" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const { employee } = await requireFamily({ employerId, userId: user.userId }, params["employeeId"]);
  const employeeName = `${employee.firstName} ${employee.lastName}`;
  return json({ employeeName, dependentId: newId(), asksTobacco: rosterDay(state).asksTobacco });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId } = employer;
  const { employee } = await requireFamily({ employerId, userId: user.userId }, params["employeeId"]);
  const { employeeId } = employee;
  const form = await request.formData();
  const parsed = parseForm(addDependentSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const { dependentId, ...input } = parsed.value;
  const act = { employerId, userId: user.userId, actorName: membership.fullName, ...rosterDay(employer.state) };
  const outcome = await addDependent({ ...act, employeeId, dependentId, input });
  if (!outcome.ok) return problemReply(outcome.problems, form);
  return redirect(`/employers/${employerId}/roster/${employeeId}?done=dependent-added`);
}

export default function NewDependentPage() {
  const { t } = useTranslation("roster");
  const { employeeName, dependentId, asksTobacco } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading eyebrow={employeeName} lead={t("dependent.lead")}>
        {t("dependent.newHeading")}
      </PageHeading>
      <DependentForm
        schema={addDependentSchema}
        reply={useActionData<typeof action>()}
        asksTobacco={asksTobacco}
        hidden={{ dependentId }}
      />
    </>
  );
}

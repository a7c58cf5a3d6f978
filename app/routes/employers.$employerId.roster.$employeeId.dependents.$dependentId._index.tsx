import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DependentForm } from "~/features/roster/family/dependent.form";
import { changeDependentSchema } from "~/features/roster/family/dependent.schema";
import { requireFamilyMember } from "~/features/roster/family/family-guard.server";
import { NumberOnFile } from "~/features/roster/family/family-list";
import { changeDependent } from "~/features/roster/family/save-dependent.command.server";
import { rosterDay } from "~/features/roster/roster-act.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { LinkButton } from "~/ui/content/button";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading, Section } from "~/ui/frame/page-parts";

export const handle = { i18n: ["roster"], title: "roster:dependent.title" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const scope = { employerId, userId: user.userId };
  const { employee, dependent } = await requireFamilyMember(scope, params["employeeId"], params["dependentId"]);
  const { employeeId, firstName, lastName } = employee;
  const isOwner = membership.role === "owner";
  const employeeTo = `/employers/${employerId}/roster/${employeeId}`;
  const { asksTobacco } = rosterDay(state);
  return json({ employeeName: `${firstName} ${lastName}`, employeeTo, dependent, isOwner, asksTobacco });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId } = employer;
  const scope = { employerId, userId: user.userId };
  const { employee, dependent } = await requireFamilyMember(scope, params["employeeId"], params["dependentId"]);
  const [employeeId, dependentId] = [employee.employeeId, dependent.dependentId];
  const act = { ...scope, actorName: membership.fullName, employeeId, dependentId, ...rosterDay(employer.state) };
  const form = await request.formData();
  const parsed = parseForm(changeDependentSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const { version, ...input } = parsed.value;
  const outcome = await changeDependent({ ...act, version, input });
  if (!outcome.ok) return problemReply(outcome.problems, form);
  return redirect(`/employers/${employerId}/roster/${employeeId}?done=dependent-changed`);
}

export default function DependentPage() {
  const { t } = useTranslation("roster");
  const { employeeName, employeeTo, dependent, isOwner, asksTobacco } = useLoaderData<typeof loader>();
  const name = `${dependent.firstName} ${dependent.lastName}`;
  const revealTo = isOwner ? `${employeeTo}/ssn?member=${dependent.dependentId}` : undefined;
  return (
    <>
      <PageHeading eyebrow={employeeName}>{name}</PageHeading>
      <NumberOnFile lastFour={dependent.ssnLastFour} revealTo={revealTo} />
      <DependentForm
        key={dependent.version}
        schema={changeDependentSchema}
        dependent={dependent}
        reply={useActionData<typeof action>()}
        asksTobacco={asksTobacco}
        hidden={{ version: String(dependent.version) }}
      />
      <Section heading={t("dependent.removeHeading")}>
        <LinkButton to={`${employeeTo}/dependents/${dependent.dependentId}/removal`} look="secondary">
          {t("dependent.remove", { name })}
        </LinkButton>
      </Section>
      <p>
        <LinkButton to={employeeTo} look="quiet">
          {t("dependent.back", { name: employeeName })}
        </LinkButton>
      </p>
    </>
  );
}

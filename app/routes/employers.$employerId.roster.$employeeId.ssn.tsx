import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { revealSsn } from "~/features/roster/employee/reveal-ssn.command.server";
import { RevealSsnForm } from "~/features/roster/employee/reveal-ssn.form";
import { revealSsnSchema } from "~/features/roster/employee/reveal-ssn.schema";
import { requireFamily } from "~/features/roster/family/family-guard.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { notFound, requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["roster"], title: "roster:ssn.title" } satisfies PageHandle;

const notKept = { "Cache-Control": "no-store" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"], { role: "owner" });
  const { employerId, legalName, dbaName } = employer;
  const { employee, family } = await requireFamily({ employerId, userId: user.userId }, params["employeeId"]);
  const memberId = new URL(request.url).searchParams.get("member") ?? employee.employeeId;
  const member = memberId === employee.employeeId ? employee : family.find((one) => one.dependentId === memberId);
  if (!member?.ssnLastFour) throw notFound();
  const { firstName, lastName, ssnLastFour } = member;
  const subject = { memberId, name: `${firstName} ${lastName}`, lastFour: ssnLastFour };
  return json({
    employerId,
    groupName: dbaName ?? legalName,
    subject,
    employeeTo: `/employers/${employerId}/roster/${employee.employeeId}`,
  });
}

/** The whole number is on this one answer and nowhere else. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"], { role: "owner" });
  const { employerId } = employer;
  const { employee } = await requireFamily({ employerId, userId: user.userId }, params["employeeId"]);
  const form = await request.formData();
  const parsed = parseForm(revealSsnSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const act = { employerId, userId: user.userId, actorName: membership.fullName, employeeId: employee.employeeId };
  const outcome = await revealSsn({ ...act, input: parsed.value });
  if (!outcome.ok) return problemReply(outcome.problems, form);
  return json({ revealed: outcome.value }, { headers: notKept });
}

export function headers() {
  return notKept;
}

export default function RevealSsnPage() {
  const { t } = useTranslation("roster");
  const { employerId, groupName, subject, employeeTo } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const revealed = reply && "revealed" in reply ? reply.revealed : undefined;
  return (
    <>
      <PageHeading
        eyebrow={<BusinessEyebrow employerId={employerId} name={groupName} />}
        lead={revealed ? undefined : t("ssn.lead")}
      >
        {t("ssn.of", { name: subject.name })}
      </PageHeading>
      {revealed ? (
        <Alert tone="info" heading={revealed.number} live>
          {t("ssn.once")}
        </Alert>
      ) : (
        <RevealSsnForm reply={reply && "problems" in reply ? reply : undefined} memberId={subject.memberId} />
      )}
      <p>
        <LinkButton to={employeeTo} look={revealed ? "primary" : "quiet"}>
          {t("ssn.back")}
        </LinkButton>
      </p>
    </>
  );
}

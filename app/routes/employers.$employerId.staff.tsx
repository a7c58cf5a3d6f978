import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { businessTimeZone } from "~/features/employer/business-time-zone.server";
import { decideMembership } from "~/features/employer/staff/decide-membership.command.server";
import { decideMembershipSchema } from "~/features/employer/staff/decide-membership.schema";
import { listStaff } from "~/features/employer/staff/staff-list.query.server";
import { FormerStaff, JoinRequests, StaffList } from "~/features/employer/staff/staff-lists";
import { now } from "~/platform/clock.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["employer"], title: "employer:staff.title" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, dbaName, state } = employer;
  const people = await listStaff({ employerId, userId: user.userId });
  return json({
    employerId,
    name: dbaName ?? legalName,
    timeZone: businessTimeZone(state),
    people,
    mayDecide: membership.role === "owner",
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"], { role: "owner" });
  const form = await request.formData();
  const parsed = parseForm(decideMembershipSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const { employerId } = employer;
  const outcome = await decideMembership({ employerId, owner: user, now: now(), input: parsed.value });
  return outcome.ok ? redirect(`/employers/${employerId}/staff`) : problemReply(outcome.problems, form);
}

export default function StaffPage() {
  const { t } = useTranslation("employer");
  const { employerId, name, timeZone, people, mayDecide } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const eyebrow = <BusinessEyebrow employerId={employerId} name={name} />;
  return (
    <>
      <PageHeading eyebrow={eyebrow} lead={t("staff.lead")}>
        {t("staff.title")}
      </PageHeading>
      <ErrorSummary problems={reply?.problems ?? []} />
      <JoinRequests people={people} mayDecide={mayDecide} timeZone={timeZone} />
      <StaffList people={people} mayDecide={mayDecide} />
      <FormerStaff people={people} mayDecide={mayDecide} />
    </>
  );
}

import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { remindUndecided, sendAgain } from "~/features/enrollment/invitations/send-again.command.server";
import { sendAgainSchema } from "~/features/enrollment/invitations/send-again.schema";
import { now } from "~/platform/clock.server";
import { parseForm } from "~/platform/forms/parse-form";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { notFound, requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { limitedReply } from "~/platform/rate-limit/limited-reply.server";
import { LinkButton } from "~/ui/content/button";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["enrollment"], title: "enrollment:send.title" } satisfies PageHandle;

/** The page is only seen when something was refused; otherwise the board is. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, dbaName } = employer;
  return json({ employerId, board: `/employers/${employerId}/enrollment`, groupName: dbaName ?? legalName });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const form = await request.formData();
  const parsed = parseForm(sendAgainSchema, form);
  if (!parsed.ok) throw notFound();
  const actor = { employerId, userId: user.userId, actorName: membership.fullName };
  const act = { ...actor, today: marketplaceToday(state), now: now() };
  const board = `/employers/${employerId}/enrollment`;
  if ("who" in parsed.value) {
    const outcome = await remindUndecided(act);
    return outcome.ok ? redirect(`${board}?done=all&people=${outcome.value}`) : limitedReply(outcome.problems, form);
  }
  const outcome = await sendAgain(act, parsed.value);
  if (outcome.ok) return redirect(`${board}?done=${outcome.value}`);
  if (outcome.problems.some(({ code }) => code === "employee-not-on-roster")) throw notFound();
  return limitedReply(outcome.problems, form);
}

export default function SendAgainRoute() {
  const { t } = useTranslation("enrollment");
  const { employerId, board, groupName } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={groupName} />}>
        {t("send.title")}
      </PageHeading>
      <ErrorSummary problems={reply?.problems ?? []} />
      <LinkButton to={board} look="secondary">
        {t("send.back")}
      </LinkButton>
    </>
  );
}

import { json, redirect, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { faultParams, passwordFault } from "~/features/account/password.schema";
import { acceptChoice } from "~/features/enrollment/invitations/accept-choice.server";
import { acceptInvitation, type Acceptance } from "~/features/enrollment/invitations/accept-invitation.command.server";
import { AcceptForm } from "~/features/enrollment/invitations/accept.form";
import { acceptSchema } from "~/features/enrollment/invitations/accept.schema";
import { isConfirmed } from "~/features/enrollment/invitations/confirmation.server";
import { businessOf, findByToken } from "~/features/enrollment/invitations/open-invitation.command.server";
import { now } from "~/platform/clock.server";
import { parseForm } from "~/platform/forms/parse-form";
import { localeOf } from "~/platform/i18n/locale.server";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { limitedReply } from "~/platform/rate-limit/limited-reply.server";
import { sessionTokenOf } from "~/platform/session/session-cookie.server";
import { findUser } from "~/platform/session/session.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["invitation"], title: "invitation:account.title" } satisfies PageHandle;

const clock = () => ({ now: now(), todayIn: marketplaceToday });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const found = await findByToken(token, clock());
  const cookies = request.headers.get("Cookie");
  // The link's own page says what is wrong with it, and asks who is there.
  const mayPass = found?.state === "live" && (await isConfirmed(cookies, found.record.invitationId, now()));
  if (!mayPass) throw redirect(`/invitation/${token}`);
  const { record } = found;
  const choice = await acceptChoice(record.email, await findUser(request));
  return json({ business: businessOf(record), firstName: record.firstName, choice, returnTo: `/invitation/${token}` });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { token = "" } = params;
  const form = await request.formData();
  const parsed = parseForm(acceptSchema, form);
  if (!parsed.ok) return limitedReply(parsed.problems, form);
  const { value } = parsed;
  const way = value.way === "password" ? passwordWay(value) : await accountWay(request);
  // Signed out meanwhile: the link's page begins again.
  if (!way) throw redirect(`/invitation/${token}`);
  const acceptance = { token, way, cookies: request.headers.get("Cookie"), language: await localeOf(request) };
  const password = { passwordFault, passwordParams: faultParams };
  const outcome = await acceptInvitation(
    { ...acceptance, ...password, earlierSession: sessionTokenOf(request) },
    clock(),
  );
  if (!outcome.ok) return limitedReply(outcome.problems, form);
  const { employerId, cookie } = outcome.value;
  return redirectDocument(`/coverage/${employerId}`, cookie ? { headers: { "Set-Cookie": cookie } } : {});
}

function passwordWay({ password, email }: { password: string; email?: string | undefined }): Acceptance["way"] {
  return { kind: "password", password, email };
}

async function accountWay(request: Request): Promise<Acceptance["way"] | undefined> {
  const user = await findUser(request);
  return user && { kind: "this-account", user };
}

export default function InvitationAccountRoute() {
  const { t } = useTranslation("invitation");
  const { business, firstName, choice, returnTo } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeading eyebrow={business} lead={t("account.lead", { business })}>
        {t("account.heading", { name: firstName })}
      </PageHeading>
      <AcceptForm choice={choice} reply={reply} returnTo={returnTo} />
    </>
  );
}

import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { confirmIdentity } from "~/features/enrollment/invitations/confirm-identity.command.server";
import { confirmationCookie } from "~/features/enrollment/invitations/confirmation.server";
import { DeadLink } from "~/features/enrollment/invitations/dead-link";
import { IdentityForm } from "~/features/enrollment/invitations/identity.form";
import { identitySchema } from "~/features/enrollment/invitations/identity.schema";
import { businessOf, openInvitation } from "~/features/enrollment/invitations/open-invitation.command.server";
import { pageInOwnLanguage } from "~/features/enrollment/invitations/page-language.server";
import { now } from "~/platform/clock.server";
import { parseForm } from "~/platform/forms/parse-form";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { limitedReply } from "~/platform/rate-limit/limited-reply.server";
import { findUser } from "~/platform/session/session.server";
import { formatDate } from "~/ui/format/dates";
import { useLocale } from "~/ui/format/use-locale";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["invitation"], title: "invitation:page.title" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await openInvitation(params["token"], { now: now(), todayIn: marketplaceToday });
  if (!found) return json({ state: "unknown" as const, business: null, closesOn: null }, { status: 404 });
  const { state, record } = found;
  const user = await findUser(request);
  if (state === "used" && user && user.userId === record.userId) throw redirect(`/coverage/${record.employerId}`);
  const elsewhere = await pageInOwnLanguage(request, record.language);
  if (elsewhere) throw elsewhere;
  const page = { business: businessOf(record), closesOn: record.closesOn };
  return json({ state, ...page }, { status: state === "live" ? 200 : 410 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const { token = "" } = params;
  const parsed = parseForm(identitySchema, form);
  if (!parsed.ok) return limitedReply(parsed.problems, form);
  const at = now();
  const outcome = await confirmIdentity(token, parsed.value, { now: at, todayIn: marketplaceToday });
  if (!outcome.ok) return limitedReply(outcome.problems, form);
  const headers = { "Set-Cookie": await confirmationCookie(outcome.value, at) };
  return redirect(`/invitation/${token}/account`, { headers });
}

export default function InvitationRoute() {
  const { t } = useTranslation("invitation");
  const locale = useLocale();
  const { state, business, closesOn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (state !== "live") return <DeadLink state={state} business={business} />;
  return (
    <>
      <PageHeading lead={t("page.lead", { business })}>{t("page.heading", { business })}</PageHeading>
      <p>
        <strong>{t("page.until", { until: formatDate(locale, closesOn, "long") })}</strong>
      </p>
      <p>{t("identity.why")}</p>
      <IdentityForm reply={reply} />
    </>
  );
}

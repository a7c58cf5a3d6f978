import { json, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isResetLinkLive, resetPassword } from "~/features/account/reset-password/reset-password.command.server";
import { ResetPasswordForm } from "~/features/account/reset-password/reset-password.form";
import { resetPasswordSchema } from "~/features/account/reset-password/reset-password.schema";
import { parseForm } from "~/platform/forms/parse-form";
import { limitedReply } from "~/platform/rate-limit/limited-reply.server";
import { endSession } from "~/platform/session/session.server";
import { LinkButton } from "~/ui/content/button";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["account"], title: "account:reset.title" } satisfies PageHandle;

export async function loader({ params }: LoaderFunctionArgs) {
  const isLive = await isResetLinkLive(params["token"]);
  return json({ isLive }, { status: isLive ? 200 : 410 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(resetPasswordSchema, form);
  if (!parsed.ok) return limitedReply(parsed.problems, form);
  const outcome = await resetPassword(params["token"], parsed.value.password);
  if (!outcome.ok) return limitedReply(outcome.problems, form);
  return redirectDocument("/sign-in?notice=changed", { headers: await endSession(request) });
}

export default function ResetPasswordPage() {
  const { t } = useTranslation("account");
  const { isLive } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!isLive) {
    return (
      <>
        <PageHeading lead={t("reset.deadText")}>{t("reset.deadTitle")}</PageHeading>
        <LinkButton to="/forgot-password">{t("reset.again")}</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeading>{t("reset.title")}</PageHeading>
      <ResetPasswordForm reply={reply} />
    </>
  );
}

import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ForgotPasswordForm } from "~/features/account/reset-password/forgot-password.form";
import { requestPasswordReset } from "~/features/account/reset-password/reset-password.command.server";
import { forgotPasswordSchema } from "~/features/account/reset-password/reset-password.schema";
import { parseForm } from "~/platform/forms/parse-form";
import { hasDemonstrationMailbox } from "~/platform/mail/carrier.server";
import { limitedReply } from "~/platform/rate-limit/limited-reply.server";
import { Alert } from "~/ui/content/alert";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["account"], title: "account:forgot.title" } satisfies PageHandle;

export function loader({ request }: LoaderFunctionArgs) {
  const sent = new URL(request.url).searchParams.has("sent");
  return json({ sent, hasMailbox: sent && hasDemonstrationMailbox() });
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(forgotPasswordSchema, form);
  if (!parsed.ok) return limitedReply(parsed.problems, form);
  const outcome = await requestPasswordReset(parsed.value.email);
  if (!outcome.ok) return limitedReply(outcome.problems, form);
  return redirect("/forgot-password?sent");
}

export default function ForgotPasswordPage() {
  const { t } = useTranslation("account");
  const { sent, hasMailbox } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeading lead={t("forgot.lead")}>{t("forgot.title")}</PageHeading>
      {sent ? (
        <Alert tone="success" live>
          {t("forgot.sent")}
        </Alert>
      ) : null}
      {hasMailbox ? (
        <p>
          <Link className="usa-link" to="/mailbox">
            {t("mailbox.open")}
          </Link>
        </p>
      ) : null}
      <ForgotPasswordForm reply={reply} />
    </>
  );
}

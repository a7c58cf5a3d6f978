import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { sendVerificationLink } from "~/features/account/verify-email/verify-email.command.server";
import { hasDemonstrationMailbox } from "~/platform/mail/carrier.server";
import { limitedReply } from "~/platform/rate-limit/limited-reply.server";
import { afterSignIn } from "~/platform/redirect.server";
import { requireUser } from "~/platform/session/session.server";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { ActForm } from "~/ui/forms/act-form";
import { SubmitButton } from "~/ui/forms/form-buttons";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["account"], title: "account:verify.title" } satisfies PageHandle;

function returnToOf(request: Request): string {
  return afterSignIn(new URL(request.url).searchParams.get("returnTo"));
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { email, isEmailVerified } = await requireUser(request);
  const sent = new URL(request.url).searchParams.has("sent");
  return json({ email, isEmailVerified, sent, returnTo: returnToOf(request), hasMailbox: hasDemonstrationMailbox() });
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const returnTo = returnToOf(request);
  const outcome = await sendVerificationLink(user, returnTo);
  if (!outcome.ok) return limitedReply(outcome.problems, new FormData());
  return redirect(`/verify-email?${new URLSearchParams({ returnTo, sent: "again" })}`);
}

export default function VerifyEmailPage() {
  const { t } = useTranslation("account");
  const { email, isEmailVerified, sent, returnTo, hasMailbox } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (isEmailVerified) {
    return (
      <>
        <PageHeading lead={t("verify.done")}>{t("verify.title")}</PageHeading>
        <LinkButton to={returnTo}>{t("verify.continue")}</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeading lead={t("verify.lead")}>{t("verify.title")}</PageHeading>
      {sent ? (
        <Alert tone="success" live>
          {t("verify.sentAgain")}
        </Alert>
      ) : null}
      <p>{t("verify.sentTo", { email })}</p>
      {hasMailbox ? (
        <p>
          <Link className="usa-link" to="/mailbox">
            {t("mailbox.open")}
          </Link>
        </p>
      ) : null}
      <ActForm reply={reply}>
        <SubmitButton look="secondary">{t("verify.again")}</SubmitButton>
      </ActForm>
    </>
  );
}

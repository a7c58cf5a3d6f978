import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isVerificationLinkLive, verifyEmail } from "~/features/account/verify-email/verify-email.command.server";
import { problemReply } from "~/platform/forms/reply.server";
import { afterSignIn } from "~/platform/redirect.server";
import { findUser } from "~/platform/session/session.server";
import { LinkButton } from "~/ui/content/button";
import { ActForm } from "~/ui/forms/act-form";
import { SubmitButton } from "~/ui/forms/form-buttons";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["account"], title: "account:verify.linkTitle" } satisfies PageHandle;

export async function loader({ params }: LoaderFunctionArgs) {
  const isLive = await isVerificationLinkLive(params["token"]);
  return json({ isLive }, { status: isLive ? 200 : 410 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await verifyEmail(params["token"]);
  if (!outcome.ok) return problemReply(outcome.problems, new FormData());
  const returnTo = afterSignIn(new URL(request.url).searchParams.get("returnTo"));
  if (await findUser(request)) return redirect(returnTo);
  return redirect(`/sign-in?${new URLSearchParams({ notice: "verified", returnTo })}`);
}

export default function VerifyLinkPage() {
  const { t } = useTranslation("account");
  const { isLive } = useLoaderData<typeof loader>();
  if (!isLive) {
    return (
      <>
        <PageHeading lead={t("verify.deadText")}>{t("verify.deadTitle")}</PageHeading>
        <LinkButton to="/verify-email">{t("verify.signIn")}</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeading lead={t("verify.linkText")}>{t("verify.linkTitle")}</PageHeading>
      <ActForm>
        <SubmitButton>{t("verify.confirm")}</SubmitButton>
      </ActForm>
    </>
  );
}

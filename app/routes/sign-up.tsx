import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signUp } from "~/features/account/sign-up/sign-up.command.server";
import { SignUpForm } from "~/features/account/sign-up/sign-up.form";
import { signUpSchema } from "~/features/account/sign-up/sign-up.schema";
import { parseForm } from "~/platform/forms/parse-form";
import { locales } from "~/platform/i18n/languages";
import { localeOf } from "~/platform/i18n/locale.server";
import { limitedReply } from "~/platform/rate-limit/limited-reply.server";
import { afterSignIn } from "~/platform/redirect.server";
import { findUser } from "~/platform/session/session.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["account"], title: "account:signUp.title" } satisfies PageHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const returnTo = afterSignIn(new URL(request.url).searchParams.get("returnTo"));
  if (await findUser(request)) throw redirect(returnTo);
  return json({ returnTo, language: await localeOf(request) });
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(signUpSchema, form);
  if (!parsed.ok) return limitedReply(parsed.problems, form);
  const outcome = await signUp(parsed.value);
  if (!outcome.ok) return limitedReply(outcome.problems, form);
  return redirect(`/sign-up/sent?${new URLSearchParams({ returnTo: afterSignIn(parsed.value.returnTo) })}`);
}

export default function SignUpPage() {
  const { t } = useTranslation("account");
  const { returnTo, language } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading lead={t("signUp.lead")}>{t("signUp.title")}</PageHeading>
      <SignUpForm reply={useActionData<typeof action>()} returnTo={returnTo} language={language} languages={locales} />
      <p>
        {t("signUp.haveAccount")}{" "}
        <Link className="usa-link" to={`/sign-in?${new URLSearchParams({ returnTo })}`}>
          {t("signUp.signIn")}
        </Link>
      </p>
    </>
  );
}

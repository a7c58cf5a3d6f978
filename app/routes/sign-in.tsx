import { json, redirect, redirectDocument, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signIn } from "~/features/account/sign-in/sign-in.command.server";
import { SignInForm } from "~/features/account/sign-in/sign-in.form";
import { signInSchema } from "~/features/account/sign-in/sign-in.schema";
import { parseForm } from "~/platform/forms/parse-form";
import { limitedReply } from "~/platform/rate-limit/limited-reply.server";
import { afterSignIn } from "~/platform/redirect.server";
import { sessionTokenOf } from "~/platform/session/session-cookie.server";
import { findUser } from "~/platform/session/session.server";
import { Alert } from "~/ui/content/alert";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["account"], title: "account:signIn.title" } satisfies PageHandle;

const notices = ["verified", "changed", "signedOut"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const returnTo = afterSignIn(searchParams.get("returnTo"));
  if (await findUser(request)) throw redirect(returnTo);
  return json({ returnTo, notice: notices.find((notice) => notice === searchParams.get("notice")) ?? null });
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(signInSchema, form);
  if (!parsed.ok) return limitedReply(parsed.problems, form);
  const outcome = await signIn(parsed.value, sessionTokenOf(request));
  if (!outcome.ok) return limitedReply(outcome.problems, form);
  // A whole new document, because the person's language may be another than the visitor's.
  return redirectDocument(afterSignIn(parsed.value.returnTo), { headers: { "Set-Cookie": outcome.value } });
}

export default function SignInPage() {
  const { t } = useTranslation("account");
  const { returnTo, notice } = useLoaderData<typeof loader>();
  const query = new URLSearchParams({ returnTo });
  return (
    <>
      <PageHeading>{t("signIn.title")}</PageHeading>
      {notice ? (
        <Alert tone="success" live>
          {t(`signIn.${notice}`)}
        </Alert>
      ) : null}
      <SignInForm reply={useActionData<typeof action>()} returnTo={returnTo} />
      <p>
        <Link className="usa-link" to="/forgot-password">
          {t("signIn.forgot")}
        </Link>
      </p>
      <p>
        {t("signIn.noAccount")}{" "}
        <Link className="usa-link" to={`/sign-up?${query}`}>
          {t("signIn.create")}
        </Link>
      </p>
    </>
  );
}

import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { hasDemonstrationMailbox } from "~/platform/mail/carrier.server";
import { afterSignIn } from "~/platform/redirect.server";
import { LinkButton } from "~/ui/content/button";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["account"], title: "account:sent.title" } satisfies PageHandle;

export function loader({ request }: LoaderFunctionArgs) {
  const returnTo = afterSignIn(new URL(request.url).searchParams.get("returnTo"));
  return json({ returnTo, hasMailbox: hasDemonstrationMailbox() });
}

export default function SentPage() {
  const { t } = useTranslation("account");
  const { returnTo, hasMailbox } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading lead={t("sent.text")}>{t("sent.title")}</PageHeading>
      {hasMailbox ? (
        <p>
          <Link className="usa-link" to="/mailbox">
            {t("mailbox.open")}
          </Link>
        </p>
      ) : null}
      <p>{t("sent.none")}</p>
      <LinkButton to={`/sign-in?${new URLSearchParams({ returnTo })}`}>{t("sent.signIn")}</LinkButton>
    </>
  );
}

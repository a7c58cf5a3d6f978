import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findMailboxMessage } from "~/features/account/mailbox/demonstration-mailbox.query.server";
import { mailboxTimeZone } from "~/features/account/mailbox/mailbox.columns";
import { MailboxText } from "~/features/account/mailbox/mailbox-text";
import { hasDemonstrationMailbox } from "~/platform/mail/carrier.server";
import { notFound } from "~/platform/permissions/permissions.server";
import { InstantText } from "~/ui/content/amount";
import { SummaryList } from "~/ui/content/summary-list";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["account"], title: "account:mailbox.title" } satisfies PageHandle;

export async function loader({ params }: LoaderFunctionArgs) {
  if (!hasDemonstrationMailbox()) throw notFound();
  const message = await findMailboxMessage(params["messageId"]);
  if (!message) throw notFound();
  return json({ message });
}

export default function MailboxMessagePage() {
  const { t } = useTranslation("account");
  const { message } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading>
        <span lang={message.language}>{message.subject}</span>
      </PageHeading>
      <SummaryList
        rows={[
          { key: "to", label: t("mailbox.to"), value: message.recipient },
          {
            key: "at",
            label: t("mailbox.at"),
            value: <InstantText at={message.createdAt} timeZone={mailboxTimeZone} />,
          },
        ]}
      />
      <MailboxText text={message.text} language={message.language} />
      <p>
        <Link className="usa-link" to="/mailbox">
          {t("mailbox.back")}
        </Link>
      </p>
    </>
  );
}

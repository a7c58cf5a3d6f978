import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { listMailbox } from "~/features/account/mailbox/demonstration-mailbox.query.server";
import { mailboxColumns } from "~/features/account/mailbox/mailbox.columns";
import { hasDemonstrationMailbox } from "~/platform/mail/carrier.server";
import { notFound } from "~/platform/permissions/permissions.server";
import { Alert } from "~/ui/content/alert";
import { DataTable } from "~/ui/data-table";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["account"], title: "account:mailbox.title" } satisfies PageHandle;

export async function loader() {
  if (!hasDemonstrationMailbox()) throw notFound();
  return json({ rows: await listMailbox() });
}

export default function MailboxPage() {
  const { t } = useTranslation("account");
  const { rows } = useLoaderData<typeof loader>();
  const columns = useMemo(() => mailboxColumns(t), [t]);
  return (
    <>
      <PageHeading>{t("mailbox.title")}</PageHeading>
      <Alert tone="warning">{t("mailbox.lead")}</Alert>
      <DataTable
        caption={t("mailbox.caption")}
        columns={columns}
        rows={rows}
        rowKey={({ messageId }) => messageId}
        empty={{ heading: t("mailbox.empty"), text: t("mailbox.emptyText") }}
      />
    </>
  );
}

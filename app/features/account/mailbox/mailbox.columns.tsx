import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { InstantText } from "~/ui/content/amount";
import type { TableColumn } from "~/ui/data-table";

export const mailboxTimeZone = "America/New_York";

export type MailboxRow = {
  readonly messageId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly language: string;
  readonly createdAt: string;
};

/** `t` has the account catalog. */
export function mailboxColumns(t: TFunction): readonly TableColumn<MailboxRow>[] {
  return [
    {
      key: "subject",
      header: t("mailbox.subject"),
      rowHeader: true,
      cell: ({ messageId, subject, language }) => (
        <Link className="usa-link" to={`/mailbox/${messageId}`} lang={language}>
          {subject}
        </Link>
      ),
    },
    { key: "recipient", header: t("mailbox.to"), cell: ({ recipient }) => recipient },
    {
      key: "at",
      header: t("mailbox.at"),
      cell: ({ createdAt }) => <InstantText at={createdAt} timeZone={mailboxTimeZone} />,
    },
  ];
}

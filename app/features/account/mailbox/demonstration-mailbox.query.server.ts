import { desc, eq } from "drizzle-orm";
import { withDoor } from "~db/client.server";
import { mailMessages } from "~db/schema/mail";
import { isId } from "~/platform/id.server";
import type { Locale } from "~/platform/i18n/languages";
import { openMailBody } from "~/platform/mail/mail-body.server";

const mostListed = 100;

export type MailboxLine = {
  readonly messageId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly language: Locale;
  readonly createdAt: Date;
};

const lineColumns = {
  messageId: mailMessages.messageId,
  recipient: mailMessages.recipient,
  subject: mailMessages.subject,
  language: mailMessages.language,
  createdAt: mailMessages.createdAt,
};

/** The newest hundred messages, to anybody. Callers answer 404 when a mail server is set. */
export async function listMailbox(): Promise<readonly MailboxLine[]> {
  return withDoor({ kind: "worker" }, (tx) =>
    tx
      .select(lineColumns)
      .from(mailMessages)
      .orderBy(desc(mailMessages.createdAt), desc(mailMessages.messageId))
      .limit(mostListed),
  );
}

/** One message with its text; undefined when there is none. */
export async function findMailboxMessage(
  messageId: string | undefined,
): Promise<(MailboxLine & { readonly text: string }) | undefined> {
  if (!isId(messageId)) return undefined;
  const [found] = await withDoor({ kind: "worker" }, (tx) =>
    tx
      .select({ ...lineColumns, sealedBody: mailMessages.sealedBody })
      .from(mailMessages)
      .where(eq(mailMessages.messageId, messageId)),
  );
  if (!found) return undefined;
  const { sealedBody, ...line } = found;
  return { ...line, text: openMailBody(messageId, sealedBody).text };
}

import type { Tx } from "~db/client.server";
import { insertMail } from "~db/repositories/mail.server";
import { invariant } from "../../domain/invariant";
import { newId } from "../id.server";
import type { Locale } from "../i18n/languages";
import { enqueue } from "../queue/job-queue.server";
import { sealMailBody } from "./mail-body.server";

/** What a mail says, made by a typed template in the recipient's language. */
export type MailContent = { readonly subject: string; readonly text: string; readonly html: string };

/**
 * Puts a mail on its way in the caller's transaction: it goes out when the act is done, and not when it is undone.
 * Works through any door. Returns the message's id.
 */
export async function queueMail(
  tx: Tx,
  { to, language, subject, text, html }: MailContent & { readonly to: string; readonly language: Locale },
): Promise<string> {
  invariant(!/[\r\n\0]/.test(to + subject), "a mail's address and subject are one line each");
  const messageId = newId();
  await insertMail(tx, {
    messageId,
    recipient: to,
    subject,
    language,
    sealedBody: sealMailBody(messageId, { text, html }),
  });
  await enqueue(tx, "send-mail", { messageId });
  return messageId;
}

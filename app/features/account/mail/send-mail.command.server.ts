import { withDoor } from "~db/client.server";
import { findQueuedMail, markMailRefused, markMailSent, noteMailFailure } from "~db/repositories/mail.server";
import type { MailCarrier } from "~/integrations/mail/port";
import { now } from "~/platform/clock.server";
import { openMailBody } from "~/platform/mail/mail-body.server";

/** Thrown so that the queue tries again later. */
export class MailDelayed extends Error {
  override readonly name = "MailDelayed";
}

/**
 * Sends one queued message. No transaction is open while the mail server is spoken to; a message that went out just
 * before a crash may go out again, under the same Message-ID.
 */
export async function sendMail(carrier: MailCarrier, { messageId }: { messageId: string }): Promise<void> {
  const mail = await withDoor({ kind: "worker" }, (tx) => findQueuedMail(tx, messageId));
  if (!mail) return;
  const { recipient: to, subject, language, sealedBody } = mail;
  const carriage = await carrier.carry({ messageId, to, subject, language, ...openMailBody(messageId, sealedBody) });
  if (carriage.outcome === "kept") return;
  await withDoor({ kind: "worker" }, async (tx) => {
    if (carriage.outcome === "sent") return markMailSent(tx, { messageId, at: now() });
    if (carriage.outcome === "refused") return markMailRefused(tx, { messageId, failure: carriage.reason });
    return noteMailFailure(tx, { messageId, failure: carriage.reason });
  });
  if (carriage.outcome === "delayed") throw new MailDelayed(carriage.reason);
}

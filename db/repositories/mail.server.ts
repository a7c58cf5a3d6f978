import { and, eq } from "drizzle-orm";
import type { Tx } from "../client.server";
import { mailMessages } from "../schema/mail";

export type QueuedMail = Pick<
  typeof mailMessages.$inferSelect,
  "messageId" | "recipient" | "subject" | "language" | "sealedBody"
>;

const queuedColumns = {
  messageId: mailMessages.messageId,
  recipient: mailMessages.recipient,
  subject: mailMessages.subject,
  language: mailMessages.language,
  sealedBody: mailMessages.sealedBody,
};

/** Any door may queue; nobody but the worker may read it again. */
export async function insertMail(tx: Tx, mail: QueuedMail): Promise<void> {
  await tx.insert(mailMessages).values(mail);
}

/** Undefined when it is gone, sent or refused. The job queue gives a message to one sender at a time. Worker door. */
export async function findQueuedMail(tx: Tx, messageId: string): Promise<QueuedMail | undefined> {
  const [mail] = await tx
    .select(queuedColumns)
    .from(mailMessages)
    .where(and(eq(mailMessages.messageId, messageId), eq(mailMessages.state, "queued")));
  return mail;
}

export async function markMailSent(tx: Tx, { messageId, at }: { messageId: string; at: Date }): Promise<void> {
  await tx
    .update(mailMessages)
    .set({ state: "sent", sentAt: at, failure: null })
    .where(eq(mailMessages.messageId, messageId));
}

/** The receiving server will never take it; nobody tries again. */
export async function markMailRefused(
  tx: Tx,
  { messageId, failure }: { messageId: string; failure: string },
): Promise<void> {
  await tx.update(mailMessages).set({ state: "refused", failure }).where(eq(mailMessages.messageId, messageId));
}

/** What went wrong this time; it stays queued. */
export async function noteMailFailure(
  tx: Tx,
  { messageId, failure }: { messageId: string; failure: string },
): Promise<void> {
  await tx.update(mailMessages).set({ failure }).where(eq(mailMessages.messageId, messageId));
}

import { beforeAll, describe, expect, it } from "vitest";
import { withDoor } from "~db/client.server";
import type { Carriage, MailCarrier, OutgoingMail } from "~/integrations/mail/port";
import { newId } from "~/platform/id.server";
import { queueMail } from "~/platform/mail/queue-mail.server";
import { installJobQueue } from "~/platform/queue/install-job-queue.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { MailDelayed, sendMail } from "./send-mail.command.server";

const database = useTestDatabase();
beforeAll(() => installJobQueue(database.urls));

const content = { subject: "Hola", text: "Un enlace secreto\n", html: "<p>Un enlace secreto</p>" };

function carrierThat(...carriages: Carriage[]): MailCarrier & { readonly carried: OutgoingMail[] } {
  const carried: OutgoingMail[] = [];
  return {
    carried,
    carry: async (mail) => {
      carried.push(mail);
      return carriages[carried.length - 1] ?? { outcome: "sent" };
    },
    close: () => undefined,
  };
}

function queue(to = "rosa@panaderia.test"): Promise<string> {
  return withDoor({ kind: "public" }, (tx) => queueMail(tx, { to, language: "es", ...content }));
}

async function stateOf(messageId: string) {
  const [row] = await database.asAdmin(
    (sql) =>
      sql`select state, failure, sent_at is not null as dated from mail_messages where message_id = ${messageId}`,
  );
  return row;
}

describe("a queued mail", () => {
  it("is carried with its text and marked as sent, once", async () => {
    const messageId = await queue();
    const carrier = carrierThat();
    await sendMail(carrier, { messageId });
    await sendMail(carrier, { messageId });
    expect(carrier.carried).toEqual([{ messageId, to: "rosa@panaderia.test", language: "es", ...content }]);
    expect(await stateOf(messageId)).toEqual({ state: "sent", failure: null, dated: true });
  });

  it("stays queued and is tried again when the mail server is not ready", async () => {
    const messageId = await queue();
    const carrier = carrierThat({ outcome: "delayed", reason: "ECONNECTION" });
    await expect(sendMail(carrier, { messageId })).rejects.toThrow(MailDelayed);
    expect(await stateOf(messageId)).toEqual({ state: "queued", failure: "ECONNECTION", dated: false });
    await sendMail(carrier, { messageId });
    expect(await stateOf(messageId)).toEqual({ state: "sent", failure: null, dated: true });
  });

  it("is given up when the mailbox does not exist", async () => {
    const messageId = await queue();
    const carrier = carrierThat({ outcome: "refused", reason: "EENVELOPE 550" });
    await sendMail(carrier, { messageId });
    await sendMail(carrier, { messageId });
    expect(carrier.carried).toHaveLength(1);
    expect(await stateOf(messageId)).toEqual({ state: "refused", failure: "EENVELOPE 550", dated: false });
  });

  it("stays where it is without a mail server", async () => {
    const messageId = await queue();
    await sendMail(carrierThat({ outcome: "kept" }), { messageId });
    expect(await stateOf(messageId)).toEqual({ state: "queued", failure: null, dated: false });
  });

  it("does not exist when the act that wrote it was undone", async () => {
    const undone = withDoor({ kind: "public" }, async (tx) => {
      await queueMail(tx, { to: "undone@panaderia.test", language: "en", ...content });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    const rows = await database.asAdmin(
      (sql) => sql`select 1 from mail_messages where recipient = 'undone@panaderia.test'`,
    );
    expect(rows).toHaveLength(0);
  });

  it("has a job of its own, which carries no more than its id", async () => {
    const messageId = await queue();
    const jobs = await database.asAdmin(
      (sql) => sql`select data from pgboss.job where data->>'messageId' = ${messageId}`,
    );
    expect(jobs.map(({ data }) => data)).toEqual([{ messageId }]);
  });

  it("is refused with a line break in its address or subject", async () => {
    await expect(queue("rosa@panaderia.test\r\nBcc: eve@evil.test")).rejects.toThrow("one line");
  });

  it("cannot be read through any door but the worker's", async () => {
    await queue();
    const read = withDoor({ kind: "employer", employerId: newId() }, (tx) => tx.execute("select * from mail_messages"));
    await expect(read).rejects.toThrow();
  });
});

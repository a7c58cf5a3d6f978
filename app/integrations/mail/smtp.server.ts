import nodemailer from "nodemailer";
import type { Carriage, MailCarrier, OutgoingMail } from "./port";

/** Sends through a mail server, `smtp://user:password@host:587` or `smtps://...`. `from` as `Name <address>`. */
export function smtpCarrier({ url, from }: { url: string; from: string }): MailCarrier {
  const transport = nodemailer.createTransport(url, { from });
  return { carry: (mail) => send(mail), close: () => transport.close() };

  async function send(mail: OutgoingMail): Promise<Carriage> {
    try {
      await transport.sendMail({
        to: { name: "", address: mail.to },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        // The same message sent twice after a lost answer carries the same id, so that mail programs show it once.
        messageId: `<${mail.messageId}@${addressHost(from)}>`,
        headers: { "Content-Language": mail.language, "Auto-Submitted": "auto-generated" },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { outcome: "sent" };
    } catch (error) {
      return carriageOf(error);
    }
  }
}

/** A 5xx answer is for good; anything else, no answer included, is worth another try. The reason names no recipient. */
function carriageOf(error: unknown): Carriage {
  if (!(error instanceof Error)) throw error;
  const responseCode: unknown = Reflect.get(error, "responseCode");
  const code: unknown = Reflect.get(error, "code");
  const status = typeof responseCode === "number" ? responseCode : undefined;
  const reason = [typeof code === "string" ? code : "unknown", ...(status ? [String(status)] : [])].join(" ");
  // A mail server that does not accept our own password answers 5xx too, but the mail is not to blame.
  const ours = code === "EAUTH" || code === "ETLS";
  return status !== undefined && status >= 500 && !ours
    ? { outcome: "refused", reason }
    : { outcome: "delayed", reason };
}

function addressHost(from: string): string {
  return /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
}

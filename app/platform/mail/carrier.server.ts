import { demonstrationMailbox } from "../../integrations/mail/demonstration-mailbox.server";
import type { MailCarrier } from "../../integrations/mail/port";
import { smtpCarrier } from "../../integrations/mail/smtp.server";
import { env } from "../env.server";

/** Whether mail stays here to be read on the mailbox page, because no mail server is set. */
export function hasDemonstrationMailbox(): boolean {
  return env().smtpUrl === undefined;
}

/** The mail server of SMTP_URL, or the demonstration mailbox. */
export function makeMailCarrier(): MailCarrier {
  const { smtpUrl, mailFrom } = env();
  return smtpUrl ? smtpCarrier({ url: smtpUrl, from: mailFrom }) : demonstrationMailbox();
}

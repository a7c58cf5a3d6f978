import type { Locale } from "~/platform/i18n/languages";
import { translator } from "~/platform/i18n/translator.server";
import { composeMail } from "~/platform/mail/compose-mail.server";
import type { MailContent } from "~/platform/mail/queue-mail.server";
import { linkMinutes, siteUrl } from "./email-link.server";

type ToPerson = { readonly fullName: string };
type WithLink = ToPerson & { readonly url: string };

/** Sent at sign-up, and when somebody asks for another link. */
export function verifyEmailMail(language: Locale, { fullName, url }: WithLink): MailContent {
  const t = translator(language, "account");
  return composeMail(language, {
    subject: t("mail.verify.subject"),
    greeting: t("mail.greeting", { name: fullName }),
    paragraphs: [t("mail.verify.text")],
    action: { label: t("mail.verify.action"), url },
    after: [t("mail.verify.after", { hours: linkMinutes["verify-email"] / 60 })],
  });
}

/** Sent to the owner of an address with which somebody tried to sign up again. */
export function alreadySignedUpMail(language: Locale, { fullName }: ToPerson): MailContent {
  const t = translator(language, "account");
  return composeMail(language, {
    subject: t("mail.already.subject"),
    greeting: t("mail.greeting", { name: fullName }),
    paragraphs: [t("mail.already.text")],
    action: { label: t("mail.already.action"), url: siteUrl("/sign-in") },
    after: [t("mail.already.after", { url: siteUrl("/forgot-password") })],
  });
}

export function resetPasswordMail(language: Locale, { fullName, url }: WithLink): MailContent {
  const t = translator(language, "account");
  return composeMail(language, {
    subject: t("mail.reset.subject"),
    greeting: t("mail.greeting", { name: fullName }),
    paragraphs: [t("mail.reset.text")],
    action: { label: t("mail.reset.action"), url },
    after: [t("mail.reset.after", { minutes: linkMinutes["reset-password"] })],
  });
}

/** Tells the owner, so that a change they did not make does not stay unseen. */
export function passwordChangedMail(language: Locale, { fullName }: ToPerson): MailContent {
  const t = translator(language, "account");
  return composeMail(language, {
    subject: t("mail.changed.subject"),
    greeting: t("mail.greeting", { name: fullName }),
    paragraphs: [t("mail.changed.text")],
    action: { label: t("mail.changed.action"), url: siteUrl("/forgot-password") },
    after: [],
  });
}

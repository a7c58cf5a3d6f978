import { env } from "~/platform/env.server";
import type { Locale } from "~/platform/i18n/languages";
import { translator } from "~/platform/i18n/translator.server";
import { composeMail } from "~/platform/mail/compose-mail.server";
import type { MailContent } from "~/platform/mail/queue-mail.server";

function siteUrl(path: string): string {
  return new URL(path, env().publicOrigin).href;
}

/** To an owner: somebody asks to act for the business. */
export function joinRequestMail(
  language: Locale,
  {
    ownerName,
    business,
    person,
    employerId,
  }: {
    ownerName: string;
    business: string;
    person: { readonly fullName: string; readonly email: string };
    employerId: string;
  },
): MailContent {
  const t = translator(language, "employer");
  return composeMail(language, {
    subject: t("mail.joinRequest.subject", { business }),
    greeting: t("mail.greeting", { name: ownerName }),
    paragraphs: [
      t("mail.joinRequest.text", { person: person.fullName, email: person.email, business }),
      t("mail.joinRequest.meaning"),
    ],
    action: { label: t("mail.joinRequest.action"), url: siteUrl(`/employers/${employerId}/staff`) },
    after: [t("mail.joinRequest.after")],
  });
}

/** To the person who asked. */
export function joinDecisionMail(
  language: Locale,
  { name, business, approved, employerId }: { name: string; business: string; approved: boolean; employerId: string },
): MailContent {
  const t = translator(language, "employer");
  const greeting = t("mail.greeting", { name });
  if (!approved) {
    // Whoever knows an EIN can ask: somebody refused does not learn whose it is.
    return composeMail(language, {
      subject: t("mail.joinRefused.subject"),
      greeting,
      paragraphs: [t("mail.joinRefused.text")],
    });
  }
  return composeMail(language, {
    subject: t("mail.joinApproved.subject", { business }),
    greeting,
    paragraphs: [t("mail.joinApproved.text", { business })],
    action: { label: t("mail.joinApproved.action"), url: siteUrl(`/employers/${employerId}`) },
  });
}

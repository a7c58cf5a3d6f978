import { env } from "~/platform/env.server";
import { locales, type Locale } from "~/platform/i18n/languages";
import { translator } from "~/platform/i18n/translator.server";
import { composeMail } from "~/platform/mail/compose-mail.server";
import type { MailContent } from "~/platform/mail/queue-mail.server";
import { formatDate } from "~/ui/format/dates";
import { promisedSentence } from "~/ui/format/contribution-words";
import type { OpenOffer } from "~db/repositories/roster/invitation.server";

export function siteUrl(path: string): string {
  return new URL(path, env().publicOrigin).href;
}

export function invitationUrl(token: string): string {
  return siteUrl(`/invitation/${token}`);
}

/** The sentences that mail and letter share, in the person's language. */
export function offerWords(language: Locale, offer: OpenOffer): { readonly until: string; readonly what: string[] } {
  const t = translator(language, "invitation");
  const { business, offersDependents } = offer;
  const until = formatDate(language, offer.closesOn, "long");
  const hasDental = offer.offers.some(({ line }) => line === "dental");
  const medical = offer.offers.find(({ line }) => line === "medical");
  const what = [t(hasDental ? "mail.offersBoth" : "mail.offers", { business })];
  if (medical) {
    const promise = { scheme: medical.scheme, dependents: offersDependents, business };
    what.push(promisedSentence({ t, locale: language }, promise));
  }
  return { until, what: [...what, t("mail.deadline", { until })] };
}

/** The other languages' own sentence that the page speaks them too. */
export function otherLanguages(language: Locale): string[] {
  return locales.filter((other) => other !== language).map((other) => translator(other, "invitation")("mail.alsoHere"));
}

/** To somebody on the roster who has no account yet. */
export function invitationMail(
  language: Locale,
  { offer, name, token, isReminder }: { offer: OpenOffer; name: string; token: string; isReminder: boolean },
): MailContent {
  const t = translator(language, "invitation");
  const { until, what } = offerWords(language, offer);
  const { business } = offer;
  return composeMail(language, {
    subject: t(isReminder ? "mail.subjectAgain" : "mail.subject", { business, until }),
    greeting: t("mail.greeting", { name }),
    paragraphs: [...what, t("mail.steps")],
    action: { label: t("mail.action"), url: invitationUrl(token) },
    after: [t("mail.once"), t("mail.mistake", { business }), ...otherLanguages(language)],
  });
}

/** To somebody who has an account: nothing to open but the coverage pages. `isNew`: the offer was just published. */
export function choiceMail(
  language: Locale,
  { offer, name, employerId, isNew }: { offer: OpenOffer; name: string; employerId: string; isNew: boolean },
): MailContent {
  const t = translator(language, "invitation");
  const { until, what } = offerWords(language, offer);
  const { business } = offer;
  return composeMail(language, {
    subject: t(isNew ? "mail.subject" : "mail.subjectAgain", { business, until }),
    greeting: t("mail.greeting", { name }),
    paragraphs: what,
    action: { label: t("mail.actionChoose"), url: siteUrl(`/coverage/${employerId}`) },
  });
}

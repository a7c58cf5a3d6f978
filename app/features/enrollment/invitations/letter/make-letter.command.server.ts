import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import type { Locale } from "~/platform/i18n/languages";
import { translator } from "~/platform/i18n/translator.server";
import { listInvitees } from "~db/repositories/roster/invitation.server";
import { invitationUrl, offerWords, otherLanguages } from "../invitation-mail.server";
import { makeLinks, nameOf, type InviteAct } from "../invite-employees.command.server";
import { withOpenOffer } from "../send-again.command.server";

/** A letter in the person's own language, which may be another than the owner's. */
export type Letter = {
  readonly language: Locale;
  readonly heading: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly url: string;
  readonly steps: string;
  readonly after: readonly string[];
};

/**
 * A letter with a new link, for somebody without an e-mail address; an older letter's link stops working. Problems:
 * `employee-not-on-roster`, `letter-not-needed` {name}, those of `withOpenOffer`.
 */
export async function makeLetter(act: InviteAct, employeeId: string): Promise<Outcome<Letter>> {
  const { employerId, userId: actorUserId, actorName, now } = act;
  return withOpenOffer(act, async (tx, offer): Promise<Outcome<Letter>> => {
    const question = { employerId, applicationId: offer.applicationId, at: now, employeeId };
    const [person] = await listInvitees(tx, question);
    if (!person) return failed({ code: "employee-not-on-roster" });
    const name = nameOf(person);
    if (person.email !== null || person.hasJoined) return failed({ code: "letter-not-needed", params: { name } });
    const links = await makeLinks(tx, { employerId, now, offer, people: [person] });
    const entry = { employerId, actorUserId, actorName, subject: employeeId, details: { name } };
    await writeAudit(tx, { ...entry, action: "invitation-letter-made" });
    const { language } = person;
    const t = translator(language, "invitation");
    const { until, what } = offerWords(language, offer);
    return done({
      language,
      heading: t("mail.subject", { business: offer.business, until }),
      greeting: t("mail.greeting", { name }),
      paragraphs: what,
      steps: t("letter.steps"),
      url: invitationUrl(links.get(employeeId) ?? ""),
      after: [t("mail.once"), t("mail.mistake", { business: offer.business }), ...otherLanguages(language)],
    });
  });
}

import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { PricedPerson } from "~/domain/enrollment/signed-choice.rule";
import { shortName } from "~/domain/household/same-person";
import { env } from "~/platform/env.server";
import type { Locale } from "~/platform/i18n/languages";
import { translator } from "~/platform/i18n/translator.server";
import { composeMail } from "~/platform/mail/compose-mail.server";
import type { MailContent } from "~/platform/mail/queue-mail.server";
import { formatDate } from "~/ui/format/dates";
import { formatList } from "~/ui/format/money";
import type { CoveredChange } from "./signed-choices.server";

type SignAgain = {
  readonly business: string;
  readonly employerId: string;
  readonly change: CoveredChange;
  readonly closesOn: CalendarDate;
};

const details = ["bornOn", "usesTobacco", "relationship", "hiredOn"] as const;

/** To an employee whose signature was taken back: what the business changed, and until when to sign again. */
export function signAgainMail(language: Locale, { business, employerId, change, closesOn }: SignAgain): MailContent {
  const t = translator(language, "roster");
  return composeMail(language, {
    subject: t("signAgain.subject"),
    greeting: t("signAgain.greeting", { name: change.employee.firstName }),
    paragraphs: [whatChanged(language, business, change), t("signAgain.effect")],
    action: {
      label: t("signAgain.action"),
      url: new URL(`/coverage/${employerId}/check`, env().publicOrigin).href,
    },
    after: [
      t("signAgain.until", { closesOn: formatDate(language, closesOn, "long") }),
      t("signAgain.mistake", { business }),
    ],
  });
}

function whatChanged(language: Locale, business: string, { before, after, person, ...change }: CoveredChange): string {
  const t = translator(language, "roster");
  const name = shortName(person);
  if (after === null) return t("signAgain.left", { business, name });
  const words = changedDetails(before, after).map((detail) => t(`signAgain.detail.${detail}`));
  const isEmployee = change.memberId === change.employee.employeeId;
  return t(isEmployee ? "signAgain.changedYou" : "signAgain.changedMember", {
    ...{ business, name, details: formatList(language, words) },
  });
}

function changedDetails(before: PricedPerson, after: PricedPerson) {
  return details.filter((detail) => before[detail] !== after[detail]);
}

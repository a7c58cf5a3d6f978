import { coverageLines } from "~/domain/coverage-line";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import { env } from "~/platform/env.server";
import type { Locale } from "~/platform/i18n/languages";
import { translator } from "~/platform/i18n/translator.server";
import { composeMail } from "~/platform/mail/compose-mail.server";
import type { MailContent } from "~/platform/mail/queue-mail.server";
import { formatDate } from "~/ui/format/dates";
import { formatCents, formatList } from "~/ui/format/money";
import type { AnsweredLine } from "../coverage-price.server";
import type { CoverageScene, OfferScene } from "../coverage-scene.server";

type SignedScene = CoverageScene & { readonly offer: OfferScene };

/** To the employee: what was signed, what it costs, and what happens next. Says no reason of a waiver. */
export function coverageMail(
  language: Locale,
  { scene, lines }: { scene: SignedScene; lines: readonly AnsweredLine[] },
): MailContent {
  const t = translator(language, "coverage");
  const { employer } = scene.act;
  const business = employer.dbaName ?? employer.legalName;
  const { closesOn } = scene.offer.application;
  const ordered = coverageLines.flatMap((line) => lines.filter((answer) => answer.line === line));
  return composeMail(language, {
    subject: t("mail.subject", { business }),
    greeting: t("mail.greeting", { name: scene.record.employee.firstName }),
    paragraphs: [...ordered.map((answer) => answerSentence(language, scene, answer)), t("mail.notFinal", { business })],
    action: { label: t("mail.action"), url: new URL(`/coverage/${employer.employerId}`, env().publicOrigin).href },
    after: [t("mail.change", { business, closesOn: formatDate(language, closesOn, "long") })],
  });
}

function answerSentence(language: Locale, { act, offer }: SignedScene, { line, plan, price }: AnsweredLine): string {
  const t = translator(language, "coverage");
  if (!plan || !price) return t(`mail.waived.${line}`);
  return t(`mail.elected.${line}`, {
    plan: planTitle(plan),
    people: formatList(
      language,
      price.people.map(({ name }) => name),
    ),
    month: formatCents(language, price.employeeShareCents),
    paycheck: formatCents(language, price.paycheckCents),
    frequency: t(`pay.${act.employer.payFrequency}`),
    startOn: formatDate(language, offer.coverageStartOn, "plain"),
  });
}

import type { Locale } from "../i18n/languages";
import { translator } from "../i18n/translator.server";
import type { MailContent } from "./queue-mail.server";

/** The parts of a mail, already in the recipient's language; plain text, never HTML. */
export type MailParts = {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  readonly after?: readonly string[];
};

/** One mail twice: as plain text, and as HTML that a screen reader reads in the same order. */
export function composeMail(language: Locale, parts: MailParts): MailContent {
  const footer = translator(language, "account")("mail.footer");
  const subject = parts.subject.replace(/\s+/g, " ").trim();
  const after = parts.after ?? [];
  const link = parts.action ? [`${parts.action.label}:\n${parts.action.url}`] : [];
  const text = [parts.greeting, ...parts.paragraphs, ...link, ...after, footer].join("\n\n");
  return { subject, text: `${text}\n`, html: htmlOf(language, subject, { ...parts, after }, footer) };
}

function htmlOf(language: Locale, subject: string, parts: MailParts, footer: string): string {
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`;
  const action = parts.action
    ? [`<p><a href="${escaped(parts.action.url)}" style="font-weight:bold">${escaped(parts.action.label)}</a></p>`]
    : [];
  return [
    "<!doctype html>",
    `<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#1b1b1b;max-width:36em">',
    `<h1 style="font-size:20px">${escaped(subject)}</h1>`,
    ...[parts.greeting, ...parts.paragraphs].map(paragraph),
    ...action,
    ...(parts.after ?? []).map(paragraph),
    `<p style="color:#565c65">${escaped(footer)}</p>`,
    "</body></html>",
  ].join("\n");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

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
  const productName = translator(language, "shared")("product.name");
  const paragraph = (text: string) => `<p>${escaped(text)}</p>`;
  const action = parts.action ? [buttonOf(parts.action)] : [];
  return [
    "<!doctype html>",
    `<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(subject)}</title></head>`,
    '<body style="font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#1c1d1f;max-width:36em;padding:16px">',
    `<p style="border-bottom:4px solid #d54309;font-weight:bold;padding-bottom:8px">${escaped(productName)}</p>`,
    `<h1 style="font-size:22px;line-height:1.25">${escaped(subject)}</h1>`,
    ...[parts.greeting, ...parts.paragraphs].map(paragraph),
    ...action,
    ...(parts.after ?? []).map(paragraph),
    `<p style="border-top:1px solid #a9aeb1;color:#565c65;font-size:14px;padding-top:12px">${escaped(footer)}</p>`,
    "</body></html>",
  ].join("\n");
}

/** A link that is easy to hit, and its address for those who cannot press it. */
function buttonOf({ label, url }: NonNullable<MailParts["action"]>): string {
  const look = "background:#0f6460;border-radius:4px;color:#ffffff;display:inline-block;font-weight:bold";
  const href = escaped(url);
  return (
    `<p style="margin:24px 0 8px"><a href="${href}" style="${look};padding:12px 20px;text-decoration:none">` +
    `${escaped(label)}</a></p><p style="font-size:14px;margin-top:0;word-break:break-all">${href}</p>`
  );
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

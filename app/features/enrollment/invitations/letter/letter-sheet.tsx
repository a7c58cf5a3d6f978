import { useTranslation } from "react-i18next";
import type { Letter } from "./make-letter.command.server";
import { QrCode } from "./qr-code";

/** The letter as it is printed, in the language of the person it is for. */
export function LetterSheet({ letter }: { letter: Letter }) {
  const { t } = useTranslation("invitation");
  const { language, heading, greeting, paragraphs, steps, url, after } = letter;
  return (
    <article lang={language} className="sf-letter" aria-label={heading}>
      <h2>{heading}</h2>
      <p>{greeting}</p>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>{steps}</p>
      <QrCode text={url} label={t("letter.qr")} />
      <p className="sf-code">{url}</p>
      {after.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </article>
  );
}

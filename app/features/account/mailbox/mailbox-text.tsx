import { Fragment } from "react";

/** A mail's text with its addresses as links; blank lines part the paragraphs. */
export function MailboxText({ text, language }: { text: string; language: string }) {
  return (
    <div lang={language}>
      {text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph, at) => (
          <p key={at}>
            {paragraph.split(/(https?:\/\/\S+)/).map((piece, index) =>
              index % 2 === 1 ? (
                <a key={index} className="usa-link sf-long-word" href={piece}>
                  {piece}
                </a>
              ) : (
                <Fragment key={index}>{piece}</Fragment>
              ),
            )}
          </p>
        ))}
    </div>
  );
}

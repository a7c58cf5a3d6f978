import { useTranslation } from "react-i18next";

/** Terms of the trade that a page uses, each with its plain meaning one tap away. They live in the glossary catalog. */
export function WordsOnThisPage({ terms }: { terms: readonly string[] }) {
  const { t } = useTranslation(["shared", "glossary"]);
  return (
    <section className="sf-section">
      <h2 className="sf-section__heading">{t("explain.words")}</h2>
      {terms.map((term) => (
        <details key={term} className="sf-term">
          <summary className="sf-term__word">{t(`glossary:${term}.name`)}</summary>
          <p className="sf-term__meaning">{t(`glossary:${term}.meaning`)}</p>
        </details>
      ))}
    </section>
  );
}

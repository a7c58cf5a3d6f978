import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/content/alert";
import { Explain } from "~/ui/content/explain";
import { ExplanationLines } from "~/ui/content/explanation-lines";
import { ProblemText } from "~/ui/content/problem-text";
import { formatCents, formatWholeDollars } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import type { CreditAnswer } from "./tax-credit-page.server";

type CreditAnswerProps = { answer: CreditAnswer } & ComponentProps<typeof ExplanationLines>;

/** The estimated credit, why there is none, every line of the form, and what would make it larger. */
export function CreditAnswerView({ answer, line }: CreditAnswerProps) {
  const { t } = useTranslation("tax-credit");
  const locale = useLocale();
  const { taxYear, creditCents, refusals, estimatedFromYear, isComplete, changes } = answer;
  const params = { year: taxYear };
  return (
    <Section heading={t("answer.heading", params)}>
      {refusals.length > 0 ? (
        <Alert tone="warning" heading={t("answer.none", params)}>
          <ul className="usa-list">
            {refusals.map((problem) => (
              <li key={problem.code}>
                <ProblemText problem={problem} />
              </li>
            ))}
          </ul>
        </Alert>
      ) : (
        <>
          <p className="sf-plan__price">
            <span className="sf-plan__amount">{formatCents(locale, creditCents)}</span>{" "}
            <span className="sf-plan__per">{t("answer.per", params)}</span>
          </p>
          {creditCents === 0 ? <p>{t("answer.nothingLeft")}</p> : null}
          {isComplete ? null : <p>{t("answer.atMost")}</p>}
        </>
      )}
      {estimatedFromYear === null ? null : (
        <Alert tone="info">{t("answer.estimated", { year: taxYear, figures: estimatedFromYear })}</Alert>
      )}
      <Explain>
        <ExplanationLines line={line} />
      </Explain>
      {changes.length > 0 ? (
        <>
          <h3>{t("changes.heading")}</h3>
          <p>{t("changes.lead")}</p>
          <ul className="usa-list">
            {changes.map(({ kind, byCents, gainCents, creditCents: after }) => (
              <li key={kind}>
                {t(`changes.${kind}`, {
                  by: byCents === null ? "" : formatWholeDollars(locale, byCents),
                  gain: formatCents(locale, gainCents),
                  credit: formatCents(locale, after),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="usa-hint">{t("answer.adviser")}</p>
    </Section>
  );
}

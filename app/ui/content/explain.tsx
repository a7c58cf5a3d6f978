import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type ExplainProps = { summary?: ReactNode; citation?: string | undefined; children: ReactNode };

/** "How we worked this out": opens in place, with or without scripts. */
export function Explain({ summary, citation, children }: ExplainProps) {
  const { t } = useTranslation("shared");
  return (
    <details className="sf-explain">
      <summary className="sf-explain__summary">{summary ?? t("explain.summary")}</summary>
      <div className="sf-explain__body">
        {children}
        {citation ? (
          <p className="sf-explain__source">
            {t("explain.source")} <cite className="sf-citation">{citation}</cite>
          </p>
        ) : null}
      </div>
    </details>
  );
}

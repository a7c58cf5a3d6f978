import { useTranslation } from "react-i18next";
import type { FteStep } from "~/domain/eligibility/fte-count.rule";
import { citation } from "~/domain/eligibility/fte-count.rule";
import { Explain } from "~/ui/content/explain";

/** The count line by line; for a typed count, what was typed. */
export function FteWorking({ steps, fte }: { steps: readonly FteStep[]; fte: number }) {
  const { t } = useTranslation(["employer", "problems"]);
  const lines = steps.map((step) => t(`problems:${step.code}`, { ...step.params }));
  return (
    <Explain citation={citation}>
      {lines.length === 0 ? (
        <p>{t("eligibility.typedCount", { fte })}</p>
      ) : (
        <ol className="usa-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
    </Explain>
  );
}

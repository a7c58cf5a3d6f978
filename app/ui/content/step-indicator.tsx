import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type StepIndicatorProps = { steps: readonly { key: string; label: ReactNode }[]; currentKey: string };

/** Where a person is among a handful of pages. */
export function StepIndicator({ steps, currentKey }: StepIndicatorProps) {
  const { t } = useTranslation("shared");
  const current = steps.findIndex((step) => step.key === currentKey);
  return (
    <div className="usa-step-indicator usa-step-indicator--counters-sm" aria-label={t("steps.label")} role="group">
      <ol className="usa-step-indicator__segments">
        {steps.map((step, index) => (
          <li
            key={step.key}
            className={`usa-step-indicator__segment ${segmentState(index, current)}`.trim()}
            aria-current={index === current ? "step" : undefined}
          >
            <span className="usa-step-indicator__segment-label">
              {step.label}
              {index === current ? null : (
                <span className="usa-sr-only"> {t(index < current ? "steps.done" : "steps.ahead")}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p className="sf-steps__count">
        {t("steps.count", { step: current + 1, total: steps.length })}
        <span className="sf-steps__name">: {steps[current]?.label}</span>
      </p>
    </div>
  );
}

function segmentState(index: number, current: number): string {
  if (index < current) return "usa-step-indicator__segment--complete";
  return index === current ? "usa-step-indicator__segment--current" : "";
}

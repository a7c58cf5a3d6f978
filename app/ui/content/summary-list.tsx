import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export type SummaryRow = {
  key: string;
  label: ReactNode;
  value: ReactNode;
  /** Page that changes the answer and comes back here. `changeWhat` completes "Change …" for screen readers. */
  changeTo?: string | undefined;
  changeWhat?: string;
};

/** Answers to check, each with its Change link. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const { t } = useTranslation("shared");
  return (
    <dl className="sf-summary">
      {rows.map((row) => (
        <div key={row.key} className="sf-summary__row">
          <dt className="sf-summary__label">{row.label}</dt>
          <dd className="sf-summary__value">{row.value}</dd>
          {row.changeTo ? (
            <dd className="sf-summary__action">
              <Link className="usa-link" to={row.changeTo}>
                {t("action.change")}
                <span className="usa-sr-only"> {row.changeWhat ?? row.label}</span>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

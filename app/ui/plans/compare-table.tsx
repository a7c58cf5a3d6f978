import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export type ComparedPlan = { key: string; heading: ReactNode; price?: ReactNode; action?: ReactNode };
export type CompareRow = {
  key: string;
  label: ReactNode;
  /** One cell a plan, in the plans' order; null is shown as "Not stated", never blank. */
  cells: readonly ReactNode[];
  /** Positions of the lowest amount, marked in words: more than one where it is shared. */
  lowest?: readonly number[];
};
/** Without a heading the rows stand by themselves; what can be done on the screen only is not printed. */
export type CompareGroup = { key: string; heading?: ReactNode; rows: readonly CompareRow[]; screenOnly?: boolean };

type CompareTableProps = { caption: ReactNode; plans: readonly ComparedPlan[]; groups: readonly CompareGroup[] };

/** Plans side by side; header and first column stay in sight. The one thing that may scroll sideways on a phone. */
export function CompareTable({ caption, plans, groups }: CompareTableProps) {
  const { t } = useTranslation("shared");
  return (
    <div className="sf-compare" role="region" aria-label={t("compare.region")} tabIndex={0}>
      <table className="usa-table sf-compare__table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td className="sf-compare__corner" />
            {plans.map((plan) => (
              <th key={plan.key} scope="col" className="sf-compare__plan">
                <div>{plan.heading}</div>
                {plan.price ? <div className="sf-compare__price">{plan.price}</div> : null}
                {plan.action ? <div className="sf-screen-only">{plan.action}</div> : null}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key} className={group.screenOnly ? "sf-screen-only" : undefined}>
            {group.heading ? (
              <tr className="sf-compare__group">
                <th scope="rowgroup" colSpan={plans.length + 1}>
                  {group.heading}
                </th>
              </tr>
            ) : null}
            {group.rows.map((row) => (
              <ComparedRow key={row.key} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ComparedRow({ row }: { row: CompareRow }) {
  const { t } = useTranslation("shared");
  return (
    <tr>
      <th scope="row" className="sf-compare__label">
        {row.label}
      </th>
      {row.cells.map((cell, index) => (
        <td key={index}>
          {cell ?? t("compare.notStated")}
          {row.lowest?.includes(index) ? <span className="sf-compare__best">{t("compare.best")}</span> : null}
        </td>
      ))}
    </tr>
  );
}

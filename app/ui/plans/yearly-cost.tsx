import { useTranslation } from "react-i18next";
import type { Explanation } from "../../domain/explanation";
import type { Cents } from "../../domain/money/cents";
import { explainYearlyCost } from "../../domain/plan-catalog/yearly-cost/explain-yearly-cost";
import {
  careCents,
  yearPremiumCents,
  yearTotalCents,
  type PlanYearCost,
} from "../../domain/plan-catalog/yearly-cost/plan-year-cost";
import { useLevels, useTableOn, type UseTable } from "../../domain/plan-catalog/yearly-cost/use-profile";
import type { CalendarDate } from "../../domain/calendar/calendar-date";
import { presentParams } from "../../platform/problems";
import { Explain } from "../content/explain";
import { formatCents, formatNumber } from "../format/money";
import { useLocale } from "../format/use-locale";

// A plan's year in money and how it came about. Pages load the `plan-cost` catalog.

/** Three levels of use of one plan, each with its working. */
export function YearlyCostTable({ year }: { year: PlanYearCost }) {
  const { t } = useTranslation("plan-cost");
  const locale = useLocale();
  const said = (amount: Cents | null) => (amount === null ? t("cannot") : formatCents(locale, amount));
  const care = careCents(year);
  const columns = ["care", "premium", "together"] as const;
  return (
    <div className="sf-table">
      <table className="usa-table usa-table--borderless usa-table--stacked-header sf-table__table">
        <caption>{t("table.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("table.use")}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="sf-table__figure">
                {t(`table.${column}`)}
              </th>
            ))}
            <th scope="col">{t("table.how")}</th>
          </tr>
        </thead>
        <tbody>
          {useLevels.map((level) => (
            <tr key={level}>
              <th scope="row" data-label={t("table.use")}>
                {t(`level.${level}`)}
              </th>
              <td data-label={t("table.care")} className="sf-table__figure">
                {said(care[level])}
              </td>
              <td data-label={t("table.premium")} className="sf-table__figure">
                {said(yearPremiumCents(year))}
              </td>
              <td data-label={t("table.together")} className="sf-table__figure">
                {said(yearTotalCents(year, level))}
              </td>
              <td data-label={t("table.how")}>
                <YearlyCostWorking explanation={explainYearlyCost(year, level)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** "How we worked this out" for one level of use. */
export function YearlyCostWorking({ explanation, summary }: { explanation: Explanation; summary?: string }) {
  const { t } = useTranslation("plan-cost");
  const locale = useLocale();
  const sentence = ({ code, params }: Explanation) => t(code, presentParams(locale, params));
  return (
    <Explain summary={summary} citation={explanation.citation}>
      <p>{sentence(explanation)}</p>
      <ul className="usa-list">
        {(explanation.steps ?? []).map((step) => (
          <li key={step.code}>{sentence(step)}</li>
        ))}
      </ul>
    </Explain>
  );
}

/** The method, and the table that it rests on. */
export function YearlyCostMethod({ startOn }: { startOn: CalendarDate }) {
  const { t } = useTranslation("plan-cost");
  const table = useTableOn(startOn);
  return (
    <Explain summary={t("method.summary")}>
      <p>{t("method.intro")}</p>
      <p>{t("method.order")}</p>
      <p>{t("method.limits")}</p>
      <p>{t("method.unknown")}</p>
      {table ? <UsedServices table={table} /> : null}
      <p>{t("method.source")}</p>
    </Explain>
  );
}

function UsedServices({ table }: { table: UseTable }) {
  const { t } = useTranslation("plan-cost");
  const locale = useLocale();
  const countAt = (level: (typeof useLevels)[number], service: string) =>
    table.services[level].find((used) => used.service === service)?.count ?? 0;
  return (
    <div className="sf-table">
      <table className="usa-table usa-table--borderless sf-table__table">
        <caption>{t("method.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("method.service")}</th>
            {useLevels.map((level) => (
              <th key={level} scope="col" className="sf-table__figure">
                {t(`level.${level}`)}
              </th>
            ))}
            <th scope="col" className="sf-table__figure">
              {t("method.price")}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.services.high.map(({ service, priceCents }) => (
            <tr key={service}>
              <th scope="row">{t(`service.${service}`)}</th>
              {useLevels.map((level) => (
                <td key={level} className="sf-table__figure">
                  {formatNumber(locale, countAt(level, service))}
                </td>
              ))}
              <td className="sf-table__figure">{formatCents(locale, priceCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

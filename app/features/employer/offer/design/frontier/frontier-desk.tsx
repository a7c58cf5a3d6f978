import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { EmptyState } from "~/ui/content/empty-state";
import { formatBasisPoints, formatCents } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import { BudgetForm } from "../budget/budget.form";
import { FrontierPlot, letterOf } from "./frontier-plot";
import type { FrontierPage, FrontierRow } from "./frontier-page.server";

/** For a budget: the offers that no other beats, drawn and as a table. */
export function FrontierDesk({ page, base }: { page: FrontierPage; base: string }) {
  const { t } = useTranslation(["offer-design", "plans"]);
  if (!page.hasCoverageYear) {
    return (
      <EmptyState
        heading={t("plans:offer.yearFirst")}
        action={<LinkButton to={`${base}/coverage-year`}>{t("plans:offer.toYear")}</LinkButton>}
      />
    );
  }
  return (
    <>
      <BudgetForm
        budgetCents={page.budgetCents}
        reply={page.reply}
        submitLabel={t("frontier.find")}
        hint={t("frontier.hint")}
      />
      {page.rows.length > 0 ? <Found page={page} base={base} /> : null}
      <p>
        <Link className="usa-link" to={`${base}/offer/${page.line}`}>
          {t("frontier.back")}
        </Link>
      </p>
    </>
  );
}

function Found({ page, base }: { page: FrontierPage; base: string }) {
  const { t } = useTranslation(["offer-design", "plans"]);
  const locale = useLocale();
  const { rows, foundCount, budgetCents } = page;
  const budget = budgetCents === undefined ? "" : formatCents(locale, budgetCents);
  return (
    <Section heading={t("frontier.found", { count: rows.length, budget })}>
      {page.employeeCount === 0 ? <Alert tone="info">{t("plans:preview.nobody")}</Alert> : null}
      <p>{t("frontier.assumes")}</p>
      {foundCount > rows.length ? <p>{t("frontier.spread", { count: rows.length, all: foundCount })}</p> : null}
      <FrontierPlot rows={rows} />
      <FrontierTable page={page} base={base} />
    </Section>
  );
}

function FrontierTable({ page, base }: { page: FrontierPage; base: string }) {
  const { t } = useTranslation(["offer-design", "plans"]);
  const locale = useLocale();
  const figures = ["youPay", "employeesPay", "value"] as const;
  const shown: Record<(typeof figures)[number], (row: FrontierRow) => string> = {
    youPay: (row) => formatCents(locale, row.employerMonthlyCents),
    employeesPay: (row) => formatCents(locale, row.employeesMonthlyCents),
    value: ({ actuarialValueBasisPoints: value }) =>
      value === null ? t("plans:cost.notStated") : formatBasisPoints(locale, value),
  };
  return (
    <div className="sf-table">
      <table className="usa-table usa-table--borderless usa-table--stacked-header sf-table__table">
        <caption>{t("frontier.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("frontier.design")}</th>
            <th scope="col">{t("frontier.shares")}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className="sf-table__figure">
                {t(`frontier.${figure}`)}
              </th>
            ))}
            {page.mayChange ? <th scope="col">{t("frontier.next")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row, index) => (
            <tr key={row.referencePlanId}>
              <th scope="row">
                <DesignName row={row} letter={letterOf(index)} />
              </th>
              <td data-label={t("frontier.shares")}>
                <Shares row={row} hasFamilies={page.offersDependents} />
              </td>
              {figures.map((figure) => (
                <td key={figure} data-label={t(`frontier.${figure}`)} className="sf-table__figure">
                  {shown[figure](row)}
                </td>
              ))}
              {page.mayChange ? (
                <td data-label={t("frontier.next")}>
                  <Link
                    className="usa-link sf-frontier__use"
                    to={`${base}/offer/${page.line}?${new URLSearchParams(row.fields)}`}
                  >
                    {t("frontier.use")}
                    <span className="usa-sr-only"> {letterOf(index)}</span>
                  </Link>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DesignName({ row, letter }: { row: FrontierRow; letter: string }) {
  const { t } = useTranslation("plans");
  const { planCount: count, level, issuerName, model } = row;
  return (
    <div>
      {letter} · {row.planName} ({t(`level.${level}`)})
      <span className="sf-table__under">
        {model === "metal-level"
          ? t("review.choiceLevel", { level: t(`level.${level}`), count })
          : model === "single-issuer"
            ? t("review.choiceIssuer", { issuer: issuerName, count })
            : t("review.choiceOne")}
      </span>
    </div>
  );
}

function Shares({ row, hasFamilies }: { row: FrontierRow; hasFamilies: boolean }) {
  const { t } = useTranslation("offer-design");
  const locale = useLocale();
  const employees = formatBasisPoints(locale, row.employeeBasisPoints);
  const dependents = formatBasisPoints(locale, row.dependentsBasisPoints);
  return <span>{t(hasFamilies ? "frontier.bothShares" : "frontier.oneShare", { employees, dependents })}</span>;
}

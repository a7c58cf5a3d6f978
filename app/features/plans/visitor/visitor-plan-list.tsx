import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { coverageLines } from "~/domain/coverage-line";
import { Amount } from "~/ui/content/amount";
import { EmptyState } from "~/ui/content/empty-state";
import { Tag } from "~/ui/content/tag";
import { useLocale } from "~/ui/format/use-locale";
import { CardGrid } from "~/ui/frame/page-parts";
import { PlanCard, type PlanFact } from "~/ui/plans/plan-card";
import { badgeLevelOf, cardFacts } from "~/ui/plans/plan-words";
import { PlanFilters } from "../list/plan-filters";
import { planSorts, withoutFilter, type PlanSearch } from "../list/plan-list.search";
import type { VisitorPlan, VisitorPlans } from "./visitor-plans.query.server";

type ListProps = { page: VisitorPlans; search: PlanSearch };

/** Everything sold at the visitor's place in one line, as cards. `shares` stands between the tabs and the plans. */
export function VisitorPlanList({ page, search, shares }: ListProps & { shares: ReactNode }) {
  const { t } = useTranslation("plans");
  return (
    <>
      <nav className="sf-sections" aria-label={t("list.lines")}>
        <ul className="sf-sections__list">
          {coverageLines.map((line) => (
            <li key={line}>
              <Link
                className="sf-sections__link"
                to={`?line=${line}`}
                aria-current={line === search.line ? "page" : undefined}
              >
                {t(`line.${line}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {page.gap ? <EmptyState heading={t(`gap.${page.gap}.heading`)}>{t(`gap.${page.gap}.text`)}</EmptyState> : null}
      {page.soldCount > 0 ? (
        <>
          {shares}
          <FoundPlans page={page} search={search} />
        </>
      ) : null}
      {!page.gap && page.soldCount === 0 ? (
        <EmptyState heading={t("list.noneHeading")}>{t("list.noneText")}</EmptyState>
      ) : null}
    </>
  );
}

/** A visitor sees no estimate of a year. */
const sorts = planSorts.filter((sort) => sort !== "yearly");

function FoundPlans({ page, search }: ListProps) {
  const { t } = useTranslation("plans");
  const { items, facets, droppable } = page;
  return (
    <>
      <PlanFilters search={search} facets={facets} sorts={sorts} />
      <h2 className="usa-sr-only">{t(`line.${search.line}`)}</h2>
      <p role="status">
        {t("list.found", { count: items.length })}{" "}
        {t(`plan-compare:sorted.${search.sort === "yearly" ? "cost" : search.sort}`)}
      </p>
      {items.length === 0 ? (
        <EmptyState
          heading={t("list.nothingLeft")}
          action={
            <ul className="usa-list">
              {droppable.map(({ filter, count }) => (
                <li key={filter}>
                  <Link className="usa-link" to={withoutFilter(search, filter)}>
                    {t("list.drop", { filter: t(`filter.${filter}`), count })}
                  </Link>
                </li>
              ))}
              <li>
                <Link className="usa-link" to={withoutFilter(search, "all")}>
                  {t("list.clear")}
                </Link>
              </li>
            </ul>
          }
        />
      ) : null}
      <CardGrid>
        {items.map((item) => (
          <ListedPlan key={item.plan.planId} item={item} />
        ))}
      </CardGrid>
    </>
  );
}

function ListedPlan({ item }: { item: VisitorPlan }) {
  const { t } = useTranslation("quote");
  const locale = useLocale();
  const { plan, cost, hasRates } = item;
  const price = cost
    ? { amount: <Amount cents={cost.premiumCents} />, per: t("plans:list.groupPerMonth") }
    : {
        amount: t(hasRates ? "plans:list.noGroupPrice" : "plans:list.noRates"),
        per: t(hasRates ? "plan.noPriceWhy" : "plans:list.noRatesWhy"),
      };
  return (
    <PlanCard
      id={plan.planId}
      issuerName={plan.issuerName}
      planName={plan.name}
      level={badgeLevelOf(plan.metalLevel)}
      price={price}
      furtherPrices={usePriceFacts(item)}
      facts={cardFacts({ t, locale }, plan)}
      mark={plan.hsaEligible ? <Tag>{t("plans:list.hsa")}</Tag> : undefined}
    />
  );
}

function usePriceFacts({ cost, ...item }: VisitorPlan): PlanFact[] {
  const { t } = useTranslation("quote");
  if (!cost || item.lowestCents === null || item.averageCents === null) return [];
  const { employerShareCents, employeesShareCents, householdCount } = cost;
  const { paysLeastCents, paysMostCents } = item;
  const range = paysLeastCents !== null && paysMostCents !== null && householdCount > 1;
  return [
    { key: "you", label: t("plan.youPay"), value: <Amount cents={employerShareCents} strong /> },
    { key: "they", label: t("plan.employeesPay"), value: <Amount cents={employeesShareCents} /> },
    ...(range
      ? [
          {
            ...{ key: "range", label: t("plan.eachPays") },
            value: (
              <>
                <Amount cents={paysLeastCents} /> – <Amount cents={paysMostCents} />
              </>
            ),
          },
        ]
      : []),
    { key: "lowest", label: t("plan.lowest"), value: <Amount cents={item.lowestCents} /> },
    { key: "average", label: t("plan.average"), value: <Amount cents={item.averageCents} /> },
  ];
}

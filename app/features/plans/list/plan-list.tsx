import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Amount, DateText } from "~/ui/content/amount";
import { Alert } from "~/ui/content/alert";
import { Button } from "~/ui/content/button";
import { EmptyState } from "~/ui/content/empty-state";
import { Tag } from "~/ui/content/tag";
import { useLocale } from "~/ui/format/use-locale";
import { CardGrid } from "~/ui/frame/page-parts";
import { PlanCard } from "~/ui/plans/plan-card";
import { badgeLevelOf, cardFacts } from "~/ui/plans/plan-words";
import { coverageLines } from "~/domain/coverage-line";
import { PlanFilters } from "./plan-filters";
import type { PlanListItem, PlanListPage } from "./plan-list.query.server";
import { withoutFilter, type PlanSearch } from "./plan-list.search";

type PlanListProps = { page: PlanListPage; search: PlanSearch; base: string };
const compareFormId = "compare-plans";

/** Everything that is sold to this business in one line, as cards. */
export function PlanList({ page, search, base }: PlanListProps) {
  const { t } = useTranslation("plans");
  const lines = coverageLines.map((line) => ({ line, current: line === search.line }));
  return (
    <>
      <nav className="sf-sections" aria-label={t("list.lines")}>
        <ul className="sf-sections__list">
          {lines.map(({ line, current }) => (
            <li key={line}>
              <Link className="sf-sections__link" to={`?line=${line}`} aria-current={current ? "page" : undefined}>
                {t(`line.${line}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        {t(page.startIsChosen ? "list.startChosen" : "list.startEarliest")} <DateText date={page.startOn} />.{" "}
        <Link className="usa-link" to={`${base}/coverage-year`}>
          {t(page.startIsChosen ? "list.changeStart" : "list.chooseStart")}
        </Link>
      </p>
      {page.employeeCount === 0 ? (
        <Alert tone="info">
          {t("list.noRoster")}{" "}
          <Link className="usa-link" to={`${base}/roster`}>
            {t("list.toRoster")}
          </Link>
        </Alert>
      ) : (
        <p>{t("list.forWhom", { count: page.employeeCount, members: page.memberCount })}</p>
      )}
      {page.gap ? <EmptyState heading={t(`gap.${page.gap}.heading`)}>{t(`gap.${page.gap}.text`)}</EmptyState> : null}
      {page.soldCount > 0 ? <PlanResults page={page} search={search} base={base} /> : null}
      {!page.gap && page.soldCount === 0 ? (
        <EmptyState heading={t("list.noneHeading")}>{t("list.noneText")}</EmptyState>
      ) : null}
    </>
  );
}

function PlanResults({ page, search, base }: PlanListProps) {
  const { t } = useTranslation("plans");
  const { items } = page;
  return (
    <>
      <PlanFilters search={search} facets={page.facets} />
      <h2 className="usa-sr-only">{t(`line.${search.line}`)}</h2>
      <p role="status">
        {t("list.found", { count: items.length })}{" "}
        {t(page.employeeCount === 0 && search.sort === "cost" ? "list.orderExample" : `list.order.${search.sort}`)}
      </p>
      {items.length === 0 ? <NothingLeft page={page} search={search} /> : null}
      <CardGrid>
        {items.map((item) => (
          <ListedPlan key={item.plan.planId} item={item} page={page} base={base} />
        ))}
      </CardGrid>
      {items.length > 1 ? (
        <Form method="get" action={`${base}/plans/compare`} id={compareFormId} className="sf-compare-bar">
          <input type="hidden" name="line" value={search.line} />
          <p>{t("list.compareHint")}</p>
          <Button type="submit">{t("list.compare")}</Button>
        </Form>
      ) : null}
    </>
  );
}

function NothingLeft({ page, search }: Pick<PlanListProps, "page" | "search">) {
  const { t } = useTranslation("plans");
  return (
    <EmptyState
      heading={t("list.nothingLeft")}
      action={
        <ul className="usa-list">
          {page.droppable.map(({ filter, count }) => (
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
  );
}

function ListedPlan({ item, page, base }: { item: PlanListItem; page: PlanListPage; base: string }) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const { plan, premiumCents, exampleCents, hasRates } = item;
  const priced = hasRates && premiumCents !== null && page.employeeCount > 0;
  const group = {
    amount: priced ? <Amount cents={premiumCents} /> : t(hasRates ? "list.noGroupPrice" : "list.noRates"),
    per: priced ? t("list.groupPerMonth") : t(hasRates ? "list.noGroupPriceWhy" : "list.noRatesWhy"),
  };
  const example =
    exampleCents === null ? undefined : { amount: <Amount cents={exampleCents} />, per: t("list.examplePerMonth") };
  const tickId = `compare-${plan.planId}`;
  return (
    <PlanCard
      id={plan.planId}
      issuerName={plan.issuerName}
      planName={plan.name}
      level={badgeLevelOf(plan.metalLevel)}
      price={page.employeeCount === 0 && hasRates ? example : group}
      facts={cardFacts({ t, locale }, plan)}
      mark={plan.hsaEligible ? <Tag>{t("list.hsa")}</Tag> : undefined}
      actions={
        <>
          <Link className="usa-link" to={`${base}/plans/${plan.planId}?line=${plan.line}`}>
            {t("list.details")}
            <span className="usa-sr-only"> {plan.name}</span>
          </Link>
          {hasRates ? (
            <div className="usa-checkbox">
              <input
                className="usa-checkbox__input"
                type="checkbox"
                id={tickId}
                name="plan"
                value={plan.planId}
                form={compareFormId}
              />
              <label className="usa-checkbox__label" htmlFor={tickId}>
                {t("list.tick")}
                <span className="usa-sr-only"> {plan.name}</span>
              </label>
            </div>
          ) : null}
        </>
      }
    />
  );
}

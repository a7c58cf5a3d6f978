import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Amount, DateText } from "~/ui/content/amount";
import { Alert } from "~/ui/content/alert";
import { ExplainedAmount } from "~/ui/content/explained-amount";
import { EmptyState } from "~/ui/content/empty-state";
import { Pagination } from "~/ui/content/pagination";
import { Tag } from "~/ui/content/tag";
import { useLocale } from "~/ui/format/use-locale";
import { CardGrid } from "~/ui/frame/page-parts";
import { CompareTray, PickLink, type Picking } from "~/ui/plans/compare-tray";
import { PlanCard } from "~/ui/plans/plan-card";
import { badgeLevelOf, cardFacts } from "~/ui/plans/plan-words";
import { YearlyCostMethod } from "~/ui/plans/yearly-cost";
import { coverageLines } from "~/domain/coverage-line";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import { PlanFilters } from "./plan-filters";
import type { PlanListItem, PlanListPage } from "./plan-list.query.server";
import { planAddress, swapped, withoutFilter, withoutPlan, withPlan, type PlanSearch } from "./plan-list.search";

/** `limit`: how many plans this reader may compare. */
type PlanListProps = { page: PlanListPage; search: PlanSearch; base: string; limit: number };

/** Everything that is sold to this business in one line, as cards. */
export function PlanList({ page, search, base, limit }: PlanListProps) {
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
      {page.soldCount > 0 ? <PlanResults page={page} search={search} base={base} limit={limit} /> : null}
      {!page.gap && page.soldCount === 0 ? (
        <EmptyState heading={t("list.noneHeading")}>{t("list.noneText")}</EmptyState>
      ) : null}
    </>
  );
}

function PlanResults({ page, search, base, limit }: PlanListProps) {
  const { t } = useTranslation(["plans", "plan-compare", "plan-cost"]);
  const { items, foundCount } = page;
  const picking = pickingOf({ page, search, base, limit });
  const order = search.sort === "cost" && page.employeeCount === 0 ? "costExample" : search.sort;
  return (
    <>
      <PlanFilters search={search} facets={page.facets} />
      <h2 className="usa-sr-only">{t(`line.${search.line}`)}</h2>
      <p role="status">
        {t("list.found", { count: foundCount })} {t(`plan-compare:sorted.${order}`)}{" "}
        {page.pageCount > 1
          ? t("plan-compare:shown", {
              ...{ from: (page.page - 1) * page.pageSize + 1, count: foundCount },
              to: (page.page - 1) * page.pageSize + items.length,
            })
          : null}
      </p>
      {items.length === 0 ? <NothingLeft page={page} search={search} /> : null}
      <CardGrid>
        {items.map((item) => (
          <ListedPlan key={item.plan.planId} item={item} page={page} search={search} base={base} picking={picking} />
        ))}
      </CardGrid>
      <Pagination
        page={page.page}
        pageCount={page.pageCount}
        hrefOf={(number) => planAddress({ ...search, page: number, swap: undefined })}
      />
      <YearNote page={page} line={search.line} />
      {page.soldCount > 1 ? <CompareTray picking={picking} /> : null}
    </>
  );
}

/** What the yearly cost on the cards is, and how it is estimated. */
function YearNote({ page, line }: { page: PlanListPage; line: PlanSearch["line"] }) {
  const { t } = useTranslation("plan-cost");
  if (line === "dental") return <p>{t("note.dental")}</p>;
  return (
    <>
      <p>{t(page.yearIsShare ? "note.share" : "note.whole")}</p>
      <YearlyCostMethod startOn={page.startOn} />
    </>
  );
}

function NothingLeft({ page, search }: Pick<PlanListProps, "page" | "search">) {
  const { t } = useTranslation(["plans", "plan-compare"]);
  return (
    <EmptyState
      heading={t("list.nothingLeft")}
      action={
        <ul className="usa-list">
          {page.droppable.map(({ filter, count }) => (
            <li key={filter}>
              <Link className="usa-link" to={withoutFilter(search, filter)}>
                {t("list.drop", { filter: t(`plan-compare:filter.${filter}`), count })}
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

function pickingOf({ page, search, base, limit }: PlanListProps): Picking {
  return {
    ...{ picked: page.picked, swap: page.swap, limit },
    with: (planId) => withPlan(search, planId),
    without: (planId) => withoutPlan(search, planId),
    asking: (planId) => planAddress({ ...search, swap: planId }),
    swapped: (given, wanted) => swapped(search, { given, wanted }),
    asItIs: planAddress({ ...search, swap: undefined }),
    compareTo: `${base}/plans/compare${planAddress({ ...search, swap: undefined })}`,
  };
}

type ListedPlanProps = Omit<PlanListProps, "limit"> & { item: PlanListItem; picking: Picking };

function ListedPlan({ item, page, search, base, picking }: ListedPlanProps) {
  const { t } = useTranslation(["plans", "plan-cost"]);
  const locale = useLocale();
  const { plan, premiumCents, exampleCents, hasRates, yearCents } = item;
  const priced = hasRates && premiumCents !== null && page.employeeCount > 0;
  const group = {
    amount: priced ? <Amount cents={premiumCents} /> : t(hasRates ? "list.noGroupPrice" : "list.noRates"),
    per: priced ? t("list.groupPerMonth") : t(hasRates ? "list.noGroupPriceWhy" : "list.noRatesWhy"),
  };
  const example =
    exampleCents === null ? undefined : { amount: <Amount cents={exampleCents} />, per: t("list.examplePerMonth") };
  return (
    <PlanCard
      id={plan.planId}
      issuerName={plan.issuerName}
      planName={plan.name}
      level={badgeLevelOf(plan.metalLevel)}
      price={page.employeeCount === 0 && hasRates ? example : group}
      explained={
        priced || example ? (
          <ExplainedAmount
            base={base}
            about={{ figure: "plan-price", line: plan.line, plan: plan.planId }}
            named={t(priced ? "list.priceNamed" : "list.exampleNamed", { plan: planTitle(plan) })}
          />
        ) : undefined
      }
      facts={cardFacts({ t, locale }, plan, yearCents)}
      mark={plan.hsaEligible ? <Tag>{t("list.hsa")}</Tag> : undefined}
      actions={
        <>
          <Link className="usa-link" to={`${base}/plans/${plan.planId}${planAddress(search)}`}>
            {t("list.details")}
            <span className="usa-sr-only"> {plan.name}</span>
          </Link>
          {hasRates ? <PickLink plan={plan} picking={picking} /> : null}
        </>
      }
    />
  );
}

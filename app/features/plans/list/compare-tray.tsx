import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/content/button";
import type { PickedPlan, PlanListPage } from "./plan-list.query.server";
import { planAddress, swapped, withoutPlan, withPlan, type PlanSearch } from "./plan-list.search";

type TrayProps = { page: PlanListPage; search: PlanSearch; limit: number; compareTo: string };

/** What is picked to be compared, at the foot of the window wherever the list is. Everything is a link: the address holds it. */
export function CompareTray({ page: { picked, swap }, search, limit, compareTo }: TrayProps) {
  const { t } = useTranslation("plan-compare");
  return (
    <section className="sf-compare-bar" aria-label={t("pick.heading")} id="compare-tray">
      {swap && picked.length >= limit ? (
        <SwapQuestion picked={picked} swap={swap} search={search} limit={limit} />
      ) : null}
      <p role="status">
        {picked.length === 0 ? t("pick.none", { limit }) : t("pick.count", { count: picked.length, limit })}{" "}
        {picked.length === 1 ? t("pick.oneMore") : null}
      </p>
      {picked.length > 0 ? (
        <details className="sf-compare-bar__picked">
          <summary>{t("pick.show")}</summary>
          <ul className="usa-list usa-list--unstyled">
            {picked.map((plan) => (
              <li key={plan.planId}>
                {plan.name}{" "}
                <Link className="usa-link" to={withoutPlan(search, plan.planId)} preventScrollReset>
                  {t("pick.drop")}
                  <span className="usa-sr-only"> {plan.name}</span>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {picked.length > 1 ? (
        <LinkButton to={`${compareTo}${planAddress({ ...search, swap: undefined })}`}>{t("pick.compare")}</LinkButton>
      ) : null}
    </section>
  );
}

type SwapProps = { picked: readonly PickedPlan[]; swap: PickedPlan; search: PlanSearch; limit: number };

/** One plan too many: which one makes room. */
function SwapQuestion({ picked, swap, search, limit }: SwapProps) {
  const { t } = useTranslation("plan-compare");
  return (
    <div className="sf-compare-bar__swap" role="status">
      <p>{t("pick.full", { limit, plan: swap.name })}</p>
      <ul className="usa-list usa-list--unstyled">
        {picked.map(({ planId, name }) => (
          <li key={planId}>
            <Link className="usa-link" to={swapped(search, { given: planId, wanted: swap.planId })} preventScrollReset>
              {t("pick.replace", { plan: name })}
            </Link>
          </li>
        ))}
        <li>
          <Link className="usa-link" to={planAddress({ ...search, swap: undefined })} preventScrollReset>
            {t("pick.keep")}
          </Link>
        </li>
      </ul>
    </div>
  );
}

type PickLinkProps = { plan: PickedPlan; page: PlanListPage; search: PlanSearch; limit: number };

/** Adds one plan to the comparison or takes it out; when it is full, asks which one to replace. */
export function PickLink({ plan: { planId, name }, page, search, limit }: PickLinkProps) {
  const { t } = useTranslation("plan-compare");
  const isPicked = search.plan.includes(planId);
  const isFull = page.picked.length >= limit;
  const words = isPicked ? "pick.remove" : isFull ? "pick.instead" : "pick.add";
  const to = isPicked
    ? withoutPlan(search, planId)
    : isFull
      ? planAddress({ ...search, swap: planId })
      : withPlan(search, planId);
  return (
    <Link className="usa-link sf-plan__pick" to={to} preventScrollReset data-picked={isPicked || undefined}>
      {t(words)}
      <span className="usa-sr-only"> {name}</span>
    </Link>
  );
}

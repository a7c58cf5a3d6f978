import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PlanFacts } from "../../domain/plan-catalog/shelf-plan";
import { LinkButton } from "../content/button";

export type PickedPlan = Pick<PlanFacts, "planId" | "issuerName" | "name">;

/** What is picked to be compared and how it changes: addresses, since the address holds it. */
export type Picking = {
  readonly picked: readonly PickedPlan[];
  readonly limit: number;
  /** One more that is wanted while the comparison is full. */
  readonly swap: PickedPlan | null;
  readonly with: (planId: string) => string;
  readonly without: (planId: string) => string;
  /** The same with the question which plan makes room. */
  readonly asking: (planId: string) => string;
  readonly swapped: (given: string, wanted: string) => string;
  readonly asItIs: string;
  readonly compareTo: string;
};

/** The picked plans, at the foot of the window wherever the list is. Pages load the `plan-compare` catalog. */
export function CompareTray({ picking }: { picking: Picking }) {
  const { t } = useTranslation("plan-compare");
  const { picked, limit, swap } = picking;
  return (
    <section className="sf-compare-bar sf-screen-only" aria-label={t("pick.heading")}>
      {swap && picked.length >= limit ? <SwapQuestion picking={picking} swap={swap} /> : null}
      <p role="status">
        {picked.length === 0 ? t("pick.none", { limit }) : t("pick.count", { count: picked.length, limit })}{" "}
        {picked.length === 1 ? t("pick.oneMore") : null}
      </p>
      {picked.length > 0 ? <PickedList picking={picking} /> : null}
      {picked.length > 1 ? <LinkButton to={picking.compareTo}>{t("pick.compare")}</LinkButton> : null}
    </section>
  );
}

function PickedList({ picking }: { picking: Picking }) {
  const { t } = useTranslation("plan-compare");
  return (
    <details>
      <summary>{t("pick.show")}</summary>
      <ul className="usa-list usa-list--unstyled">
        {picking.picked.map(({ planId, name }) => (
          <li key={planId}>
            {name}{" "}
            <Link className="usa-link" to={picking.without(planId)} preventScrollReset>
              {t("pick.drop")}
              <span className="usa-sr-only"> {name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One plan too many: which one makes room. */
function SwapQuestion({ picking, swap }: { picking: Picking; swap: PickedPlan }) {
  const { t } = useTranslation("plan-compare");
  return (
    <div className="sf-compare-bar__swap" role="status">
      <p>{t("pick.full", { limit: picking.limit, plan: swap.name })}</p>
      <ul className="usa-list usa-list--unstyled">
        {picking.picked.map(({ planId, name }) => (
          <li key={planId}>
            <Link className="usa-link" to={picking.swapped(planId, swap.planId)} preventScrollReset>
              {t("pick.replace", { plan: name })}
            </Link>
          </li>
        ))}
        <li>
          <Link className="usa-link" to={picking.asItIs} preventScrollReset>
            {t("pick.keep")}
          </Link>
        </li>
      </ul>
    </div>
  );
}

/** Adds one plan to the comparison or takes it out; when it is full, asks which one to replace. */
export function PickLink({ plan: { planId, name }, picking }: { plan: PickedPlan; picking: Picking }) {
  const { t } = useTranslation("plan-compare");
  const isPicked = picking.picked.some((plan) => plan.planId === planId);
  const isFull = picking.picked.length >= picking.limit;
  const words = isPicked ? "pick.remove" : isFull ? "pick.instead" : "pick.add";
  const to = isPicked ? picking.without(planId) : isFull ? picking.asking(planId) : picking.with(planId);
  return (
    <Link className="usa-link" to={to} preventScrollReset>
      {t(words)}
      <span className="usa-sr-only"> {name}</span>
    </Link>
  );
}

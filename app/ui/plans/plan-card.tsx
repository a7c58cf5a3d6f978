import type { ReactNode } from "react";
import { MetalBadge, type BadgeLevel } from "./metal-badge";

export type PlanFact = { key: string; label: ReactNode; value: ReactNode };

type PlanCardProps = {
  /** Unique on the page. */
  id: string;
  issuerName: string;
  planName: string;
  level: BadgeLevel;
  /** The big amount, then the smaller ones: each says per what and who pays. */
  price?: { amount: ReactNode; per: ReactNode } | undefined;
  /** How the big amount came about. */
  explained?: ReactNode;
  furtherPrices?: readonly PlanFact[];
  /** The same facts in the same order on every card. */
  facts: readonly PlanFact[];
  /** "Best value", "Your plan now". */
  mark?: ReactNode;
  reason?: ReactNode;
  actions?: ReactNode;
};

/** One plan among others. */
export function PlanCard({
  id,
  issuerName,
  planName,
  level,
  price,
  furtherPrices = [],
  facts,
  ...more
}: PlanCardProps) {
  return (
    <article className="sf-plan" aria-labelledby={`plan-${id}`}>
      <header className="sf-plan__head">
        {more.mark ? <div className="sf-plan__mark">{more.mark}</div> : null}
        <p className="sf-plan__issuer">{issuerName}</p>
        <h3 className="sf-plan__name" id={`plan-${id}`}>
          {planName}
        </h3>
        <MetalBadge level={level} />
      </header>
      {price ? (
        <p className="sf-plan__price">
          <span className="sf-plan__amount">{price.amount}</span> <span className="sf-plan__per">{price.per}</span>
        </p>
      ) : null}
      {more.explained}
      {more.reason ? <p className="sf-plan__reason">{more.reason}</p> : null}
      <dl className="sf-plan__facts">
        {[...furtherPrices, ...facts].map((fact) => (
          <div key={fact.key} className="sf-plan__fact">
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {more.actions ? <div className="sf-plan__actions">{more.actions}</div> : null}
    </article>
  );
}

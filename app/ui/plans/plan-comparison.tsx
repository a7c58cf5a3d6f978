import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "../../domain/calendar/calendar-date";
import { explainYearlyCost } from "../../domain/plan-catalog/yearly-cost/explain-yearly-cost";
import { formatCents } from "../format/money";
import { useLocale } from "../format/use-locale";
import { Section } from "../frame/page-parts";
import { CompareTable, type ComparedPlan, type CompareGroup } from "./compare-table";
import {
  comparisonGroups,
  countRows,
  differingRows,
  type ComparedFacts,
  type Comparison,
  type Reader,
} from "./comparison-rows";
import { MetalBadge } from "./metal-badge";
import { badgeLevelOf } from "./plan-words";
import { YearlyCostMethod, YearlyCostWorking } from "./yearly-cost";

export type ComparisonLinks = {
  /** The same comparison with the other choice of rows. */
  readonly toggle: string;
  readonly detailOf: (planId: string) => string;
  readonly withoutPlan: (planId: string) => string;
  /** The list, with the plan taken out, to pick another. */
  readonly insteadOf: (planId: string) => string;
  readonly document?: string;
};

type PlanComparisonProps = {
  comparison: Comparison;
  startOn: CalendarDate;
  onlyDifferences: boolean;
  links: ComparisonLinks;
};

/** Plans side by side, with what can be done about each, and how their years were estimated. */
export function PlanComparison({ comparison, startOn, onlyDifferences, links }: PlanComparisonProps) {
  const { t } = useTranslation(["plan-compare", "plans", "plan-cost"]);
  const locale = useLocale();
  const { compared, line } = comparison;
  const all = comparisonGroups({ t, locale }, comparison);
  const groups = onlyDifferences ? differingRows(all) : all;
  const hidden = countRows(all) - countRows(groups);
  return (
    <>
      <p className="sf-compare__tools">
        <span role="status">
          {onlyDifferences ? t("hidden", { count: hidden }) : t("all", { count: countRows(all) })}
        </span>
        <Link className="usa-link" to={links.toggle} preventScrollReset>
          {t(onlyDifferences ? "showAll" : "showDifferences")}
        </Link>
        {links.document ? (
          <Link className="usa-link" to={links.document} reloadDocument>
            {t("print")}
          </Link>
        ) : null}
      </p>
      {groups.length === 0 ? <p>{t("noneDiffer")}</p> : null}
      <CompareTable
        caption={t("plans:compare.caption")}
        plans={compared.map((facts) => columnOf(facts, comparison, links))}
        groups={[actionsGroup(t("pick.heading"), compared, links), ...groups]}
      />
      {line === "medical" ? (
        <Section heading={t("yearHeading")}>
          {compared.map(({ plan, year }) => (
            <YearlyCostWorking key={plan.planId} summary={plan.name} explanation={explainYearlyCost(year, "medium")} />
          ))}
          <YearlyCostMethod startOn={startOn} />
        </Section>
      ) : null}
    </>
  );
}

/** What can be done about each plan, above the facts. */
function actionsGroup(label: string, compared: readonly ComparedFacts[], links: ComparisonLinks): CompareGroup {
  const cells = compared.map((facts) => <ColumnActions key={facts.plan.planId} facts={facts} links={links} />);
  return { key: "actions", rows: [{ key: "actions", label, cells }], screenOnly: true };
}

function columnOf(facts: ComparedFacts, { reader }: Comparison, links: ComparisonLinks): ComparedPlan {
  const { plan } = facts;
  return {
    key: plan.planId,
    heading: <ColumnHeading facts={facts} to={links.detailOf(plan.planId)} />,
    price: <ColumnPrice facts={facts} reader={reader} />,
  };
}

function ColumnHeading({ facts: { plan }, to }: { facts: ComparedFacts; to: string }) {
  return (
    <>
      <span className="sf-compare__issuer">{plan.issuerName}</span>
      <Link className="usa-link" to={to}>
        {plan.name}
      </Link>
      <MetalBadge level={badgeLevelOf(plan.metalLevel)} />
    </>
  );
}

function ColumnPrice({ facts: { monthlyCents }, reader }: { facts: ComparedFacts; reader: Reader }) {
  const { t } = useTranslation(["plan-compare", "plans"]);
  const locale = useLocale();
  if (monthlyCents === null) return null;
  const words = reader === "employer" ? "plans:compare.price" : `price.${reader}`;
  return <>{t(words, { amount: formatCents(locale, monthlyCents) })}</>;
}

function ColumnActions({ facts: { plan }, links }: { facts: ComparedFacts; links: ComparisonLinks }) {
  const { t } = useTranslation("plan-compare");
  return (
    <span className="sf-compare__actions">
      <Link className="usa-link" to={links.withoutPlan(plan.planId)}>
        {t("remove")}
        <span className="usa-sr-only"> {plan.name}</span>
      </Link>
      <Link className="usa-link" to={links.insteadOf(plan.planId)}>
        {t("replaceThis")}
        <span className="usa-sr-only"> {plan.name}</span>
      </Link>
    </span>
  );
}

import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import { Amount } from "~/ui/content/amount";
import { LinkButton } from "~/ui/content/button";
import { EmptyState } from "~/ui/content/empty-state";
import { Explain } from "~/ui/content/explain";
import { ExplainedAmount } from "~/ui/content/explained-amount";
import { Tag } from "~/ui/content/tag";
import { ActForm } from "~/ui/forms/act-form";
import { SubmitButton } from "~/ui/forms/form-buttons";
import { useLocale } from "~/ui/format/use-locale";
import { CardGrid, Section } from "~/ui/frame/page-parts";
import { promisedToYou } from "~/ui/format/contribution-words";
import { CompareTray, PickLink, type Picking } from "~/ui/plans/compare-tray";
import { PlanCard } from "~/ui/plans/plan-card";
import { badgeLevelOf, cardFacts } from "~/ui/plans/plan-words";
import { YearlyCostMethod } from "~/ui/plans/yearly-cost";
import { chooseAddress, comparedByEmployee } from "./choose.search";
import type { ChooseView, OfferedPlan } from "./choose-view.server";
import { WhoIsCovered } from "./who-is-covered";

/** The plans of the offer, each with what it costs this family. */
export function ChoosePage({ view }: { view: ChooseView }) {
  const { t } = useTranslation(["coverage", "plan-compare"]);
  const picking = pickingOf(view);
  const { frame, line, items, offeredCount, problems } = view;
  return (
    <>
      <p>
        <LinkButton to={`${frame.base}/waive/${line}`} look="secondary">
          {t(`choose.waive.${line}`)}
        </LinkButton>
      </p>
      <WhoIsCovered view={view} />
      <EmployerPays view={view} />
      {offeredCount === 0 ? (
        <EmptyState heading={t("choose.nonePriced")}>{t("choose.nonePricedText")}</EmptyState>
      ) : null}
      {problems.length === 0 && offeredCount > 0 ? (
        <Section heading={t("choose.plans")}>
          <p role="status">
            {t("choose.found", { count: items.length })}{" "}
            {t(`plan-compare:sorted.${view.search.sort === "cost" ? "costOwn" : view.search.sort}`)}
          </p>
          {items.length === 0 ? (
            <EmptyState
              heading={t("choose.nothingLeft")}
              action={
                <Link className="usa-link" to=".">
                  {t("choose.showAll")}
                </Link>
              }
            />
          ) : null}
          <CardGrid>
            {items.map((item) => (
              <OfferedCard key={item.plan.planId} item={item} view={view} picking={picking} />
            ))}
          </CardGrid>
          <YearNote view={view} />
          {offeredCount > 1 ? <CompareTray picking={picking} /> : null}
        </Section>
      ) : null}
    </>
  );
}

/** What the yearly cost on the cards is, and how it is estimated. */
function YearNote({ view: { line, coveredIds, startOn } }: { view: ChooseView }) {
  const { t } = useTranslation("plan-cost");
  if (line === "dental") return <p>{t("note.dental")}</p>;
  return (
    <>
      <p>{t("note.own", { count: 1 + coveredIds.length })}</p>
      <YearlyCostMethod startOn={startOn} />
    </>
  );
}

function pickingOf(view: ChooseView): Picking {
  const { items, search, frame, line } = view;
  const facts = items.map(({ plan }) => plan);
  const swap = facts.find(({ planId }) => planId === search.swap) ?? null;
  const change = (plan: string[]) => chooseAddress(search, { plan, swap: undefined });
  const asItIs = change(search.plan);
  return {
    ...{ swap, limit: comparedByEmployee, asItIs },
    picked: view.picked,
    with: (planId) => change([...search.plan, planId]),
    without: (planId) => change(search.plan.filter((id) => id !== planId)),
    asking: (planId) => chooseAddress(search, { swap: planId }),
    swapped: (given, wanted) => change(search.plan.map((id) => (id === given ? wanted : id))),
    compareTo: `${frame.base}/compare${asItIs}&line=${line}`,
  };
}

/** Where the employer's dollars come from. */
function EmployerPays({ view: { terms, frame, members } }: { view: ChooseView }) {
  const { t } = useTranslation(["coverage", "contribution"]);
  const locale = useLocale();
  const employer = frame.businessName;
  if (!terms) return null;
  const promised = promisedToYou({ t, locale }, { ...terms, dependents: members.length > 0 });
  return (
    <Explain summary={t("choose.employerPays", { business: employer })} citation={terms.citation}>
      <ul className="usa-list">
        {promised.map(({ key, label, value }) => (
          <li key={key}>
            {label} {value}
          </li>
        ))}
      </ul>
      <p>{t(`contribution:own.explain.${terms.scheme.method}`, { plan: terms.referencePlanName })}</p>
    </Explain>
  );
}

function OfferedCard({ item, view, picking }: { item: OfferedPlan; view: ChooseView; picking: Picking }) {
  const { t } = useTranslation(["coverage", "plans", "plan-cost"]);
  const locale = useLocale();
  const { plan, price, isChosen } = item;
  const { frame, line, payFrequency } = view;
  const fact = (key: "month" | "employer" | "premium", cents: number) => ({
    ...{ key, label: t(`choose.price.${key}`), value: <Amount cents={cents} /> },
  });
  return (
    <PlanCard
      id={plan.planId}
      issuerName={plan.issuerName}
      planName={plan.name}
      level={badgeLevelOf(plan.metalLevel)}
      price={{
        amount: price ? <Amount cents={price.paycheckCents} /> : t("choose.noPrice"),
        per: price ? t(`choose.perPaycheck.${payFrequency}`) : t("choose.noPriceWhy"),
      }}
      furtherPrices={
        price
          ? [
              fact("month", price.employeeShareCents),
              fact("employer", price.employerShareCents),
              fact("premium", price.premiumCents),
            ]
          : []
      }
      facts={cardFacts({ t, locale }, plan, item.yearCents)}
      mark={isChosen ? <Tag highlight>{t("choose.yours")}</Tag> : undefined}
      actions={
        <>
          {price ? <ChooseButton item={item} view={view} /> : null}
          {price ? (
            <ExplainedAmount
              base={frame.base}
              about={{ figure: "own-price", line, plan: plan.planId, covered: view.coveredIds.join(",") }}
              named={t("working.named", { plan: planTitle(plan) })}
            />
          ) : null}
          <Link
            className="usa-link"
            to={`${frame.base}/plans/${plan.planId}${chooseAddress(view.search)}&line=${line}`}
          >
            {t("choose.details")}
            <span className="usa-sr-only"> {plan.name}</span>
          </Link>
          {view.offeredCount > 1 ? <PickLink plan={plan} picking={picking} /> : null}
        </>
      }
    />
  );
}

function ChooseButton({ item: { plan, isChosen }, view }: { item: OfferedPlan; view: ChooseView }) {
  const { t } = useTranslation("coverage");
  return (
    <ActForm>
      <input type="hidden" name="planId" value={plan.planId} />
      {view.coveredIds.map((id) => (
        <input key={id} type="hidden" name="covered" value={id} />
      ))}
      <SubmitButton name="chosen" value={plan.planId}>
        {t(isChosen ? "choose.keep" : "choose.take")}
        <span className="usa-sr-only"> {plan.name}</span>
      </SubmitButton>
    </ActForm>
  );
}

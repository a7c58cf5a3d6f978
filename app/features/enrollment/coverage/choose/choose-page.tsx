import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Amount } from "~/ui/content/amount";
import { LinkButton } from "~/ui/content/button";
import { EmptyState } from "~/ui/content/empty-state";
import { Explain } from "~/ui/content/explain";
import { Tag } from "~/ui/content/tag";
import { ActForm } from "~/ui/forms/act-form";
import { SubmitButton } from "~/ui/forms/form-buttons";
import { useLocale } from "~/ui/format/use-locale";
import { CardGrid, Section } from "~/ui/frame/page-parts";
import { promisedToYou } from "~/ui/plans/contribution-words";
import { PlanCard } from "~/ui/plans/plan-card";
import { badgeLevelOf, cardFacts } from "~/ui/plans/plan-words";
import { PriceWorking } from "../price-working";
import type { ChooseView, OfferedPlan } from "./choose-view.server";
import { WhoIsCovered } from "./who-is-covered";

/** The plans of the offer, each with what it costs this family. */
export function ChoosePage({ view }: { view: ChooseView }) {
  const { t } = useTranslation("coverage");
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
            {t("choose.found", { count: items.length })} {t(`choose.order.${view.search.sort}`)}
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
              <OfferedCard key={item.plan.planId} item={item} view={view} />
            ))}
          </CardGrid>
        </Section>
      ) : null}
    </>
  );
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

function OfferedCard({ item, view }: { item: OfferedPlan; view: ChooseView }) {
  const { t } = useTranslation(["coverage", "plans"]);
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
      facts={cardFacts({ t, locale }, plan)}
      mark={isChosen ? <Tag highlight>{t("choose.yours")}</Tag> : undefined}
      actions={
        <>
          {price ? <ChooseButton item={item} view={view} /> : null}
          {price ? (
            <Explain>
              <PriceWorking price={price} caption={t("working.caption", { plan: plan.name })} />
            </Explain>
          ) : null}
          <Link className="usa-link" to={`${frame.base}/plans/${plan.planId}?line=${line}`}>
            {t("choose.details")}
            <span className="usa-sr-only"> {plan.name}</span>
          </Link>
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

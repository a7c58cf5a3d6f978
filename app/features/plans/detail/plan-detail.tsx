import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { exampleTreatments } from "~/domain/plan-catalog/rows/plan-attributes-row";
import type { Cents } from "~/domain/money/cents";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import { Alert } from "~/ui/content/alert";
import { ExplainedAmount } from "~/ui/content/explained-amount";
import { SummaryList } from "~/ui/content/summary-list";
import { formatCents } from "~/ui/format/money";
import { formatDate } from "~/ui/format/dates";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import { MetalBadge } from "~/ui/plans/metal-badge";
import { badgeLevelOf, careCostText, limitText, networkText, yesNoText } from "~/ui/plans/plan-words";
import { YearlyCostMethod, YearlyCostTable } from "~/ui/plans/yearly-cost";
import type { PlanDetailPage } from "./plan-detail.query.server";
import { PremiumByPerson } from "./premium-by-person";

type PageProps = { page: PlanDetailPage };

/** Everything that is known of one plan, and what it would cost this business. */
export function PlanDetail({ page, base }: PageProps & { base: string }) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const { plan, premiumCents, households } = page;
  return (
    <>
      <p>
        <MetalBadge level={badgeLevelOf(plan.metalLevel)} /> {networkText({ t, locale }, plan)}
      </p>
      {page.hasRates ? null : (
        <Alert tone="warning" heading={t("list.noRates")}>
          {t("detail.noRates")}
        </Alert>
      )}
      {premiumCents !== null && households.length > 0 ? (
        <>
          <p className="sf-plan__price">
            <span className="sf-plan__amount">{formatCents(locale, premiumCents)}</span>{" "}
            <span className="sf-plan__per">
              {t("detail.groupPrice", { count: households.length, start: formatDate(locale, page.startOn, "plain") })}
            </span>
          </p>
          <ExplainedAmount
            base={base}
            about={{ figure: "plan-price", line: page.line, plan: plan.planId }}
            named={t("list.priceNamed", { plan: planTitle(plan) })}
          />
        </>
      ) : null}
      {page.hasRates ? (
        <p>
          <Link className="usa-button" to={`${base}/offer/${page.line}?referencePlanId=${plan.planId}`}>
            {t("detail.offer")}
          </Link>
        </p>
      ) : null}
      {households.length > 0 ? <PremiumByPerson page={page} base={base} /> : null}
      <CostSharing page={page} />
      {page.line === "medical" ? <YearlyCost page={page} /> : null}
      <BenefitsTable page={page} />
      <Examples page={page} />
      <Documents page={page} />
    </>
  );
}

function YearlyCost({ page: { year, startOn } }: PageProps) {
  const { t } = useTranslation("plan-cost");
  return (
    <Section heading={t("heading")}>
      <p>{t(year.premium?.isShare ? "note.share" : "note.whole")}</p>
      <YearlyCostTable year={year} />
      <YearlyCostMethod startOn={startOn} />
    </Section>
  );
}

function CostSharing({ page }: PageProps) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const words = { t, locale };
  const { plan, sheet } = page;
  const row = (key: string, value: string) => ({ key, label: t(`compare.row.${key}`), value });
  const value = sheet.actuarialValue === null ? null : Number(sheet.actuarialValue);
  return (
    <Section heading={t("detail.costSharing")}>
      <SummaryList
        rows={[
          row("deductible-individual", limitText(words, plan.deductible, "individual")),
          row("deductible-familyPerGroup", limitText(words, plan.deductible, "familyPerGroup")),
          row("outOfPocketMaximum-individual", limitText(words, plan.outOfPocketMaximum, "individual")),
          row("outOfPocketMaximum-familyPerGroup", limitText(words, plan.outOfPocketMaximum, "familyPerGroup")),
          row(
            "actuarialValue",
            value === null ? t("cost.notStated") : t("detail.actuarialValue", { percent: Math.round(value * 100) }),
          ),
          row("networkName", plan.networkName ?? t("cost.notStated")),
          row("national", yesNoText(words, sheet.nationalNetwork)),
          row("referral", yesNoText(words, sheet.referralRequired)),
          row("hsa", yesNoText(words, plan.hsaEligible)),
        ]}
      />
    </Section>
  );
}

function BenefitsTable({ page }: PageProps) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const words = { t, locale };
  const { benefits } = page.sheet;
  if (benefits.length === 0) return <Section heading={t("detail.benefits")}>{t("detail.noBenefits")}</Section>;
  return (
    <Section heading={t("detail.benefits")}>
      <div className="sf-table">
        <table className="usa-table usa-table--borderless usa-table--stacked-header sf-table__table">
          <caption>{t("detail.benefitsCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("detail.benefit")}</th>
              <th scope="col">{t("detail.inNetwork")}</th>
              <th scope="col">{t("detail.outOfNetwork")}</th>
              <th scope="col">{t("detail.limits")}</th>
            </tr>
          </thead>
          <tbody>
            {benefits.map((benefit) => (
              <tr key={benefit.name}>
                <th scope="row" data-label={t("detail.benefit")} lang="en">
                  {benefit.name}
                </th>
                <td data-label={t("detail.inNetwork")}>{careCostText(words, benefit.inNetwork)}</td>
                <td data-label={t("detail.outOfNetwork")}>{careCostText(words, benefit.outOfNetwork)}</td>
                <td data-label={t("detail.limits")} lang="en">
                  {benefit.limitQuantity
                    ? `${benefit.limitQuantity} ${benefit.limitUnit ?? ""}`.trim()
                    : t("detail.noLimit")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Examples({ page }: PageProps) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const rows = exampleTreatments.flatMap((treatment) => {
    const cost = page.sheet.exampleCosts[treatment];
    const parts = cost ? [cost.deductibleCents, cost.copaymentCents, cost.coinsuranceCents, cost.limitCents] : [];
    const stated = parts.filter((part): part is Cents => part !== null);
    if (stated.length === 0) return [];
    const total = stated.reduce<number>((sum, part) => sum + part, 0) as Cents;
    return [
      {
        key: treatment,
        label: t(`example.${treatment}`),
        value: t("example.pays", { amount: formatCents(locale, total) }),
      },
    ];
  });
  if (rows.length === 0) return null;
  return (
    <Section heading={t("example.heading")}>
      <p>{t("example.lead")}</p>
      <SummaryList rows={rows} />
    </Section>
  );
}

function Documents({ page }: PageProps) {
  const { t } = useTranslation("plans");
  const { plan, sheet } = page;
  const links = [
    { key: "summary", url: plan.summaryOfBenefitsUrl },
    { key: "brochure", url: sheet.brochureUrl },
    { key: "formulary", url: sheet.formularyUrl },
    { key: "directory", url: sheet.networkUrl },
  ].filter((link) => link.url !== null);
  return (
    <Section heading={t("document.heading")}>
      {links.length === 0 ? <p>{t("document.none")}</p> : null}
      <ul className="usa-list">
        {links.map(({ key, url }) => (
          <li key={key}>
            <a className="usa-link usa-link--external" href={url ?? ""} rel="noreferrer" target="_blank">
              {t(`document.${key}`)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

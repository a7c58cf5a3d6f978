import { useTranslation } from "react-i18next";
import { SummaryList } from "~/ui/content/summary-list";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import { MetalBadge } from "~/ui/plans/metal-badge";
import { badgeLevelOf, careCostText, limitText, networkText, yesNoText } from "~/ui/plans/plan-words";
import { YearlyCostMethod, YearlyCostTable } from "~/ui/plans/yearly-cost";
import type { OwnPlanView } from "./own-plan.server";

/** What a plan pays for, before anybody chooses it. */
export function OwnPlanPage({ view: { plan, sheet, year, startOn } }: { view: OwnPlanView }) {
  const { t } = useTranslation(["coverage", "plans", "plan-cost"]);
  const locale = useLocale();
  const words = { t, locale };
  const row = (key: string, value: string) => ({ key, label: t(`plans:compare.row.${key}`), value });
  const documents = [
    { key: "summary", url: plan.summaryOfBenefitsUrl },
    { key: "brochure", url: sheet.brochureUrl },
    { key: "formulary", url: sheet.formularyUrl },
    { key: "directory", url: sheet.networkUrl },
  ].flatMap(({ key, url }) => (url === null ? [] : [{ key, url }]));
  return (
    <>
      <p>
        <MetalBadge level={badgeLevelOf(plan.metalLevel)} /> {networkText(words, plan)}
      </p>
      <Section heading={t("plan.youPay")}>
        <SummaryList
          rows={[
            row("deductible-individual", limitText(words, plan.deductible, "individual")),
            row("deductible-familyPerGroup", limitText(words, plan.deductible, "familyPerGroup")),
            row("outOfPocketMaximum-individual", limitText(words, plan.outOfPocketMaximum, "individual")),
            row("outOfPocketMaximum-familyPerGroup", limitText(words, plan.outOfPocketMaximum, "familyPerGroup")),
            row("national", yesNoText(words, sheet.nationalNetwork)),
            row("referral", yesNoText(words, sheet.referralRequired)),
            row("hsa", yesNoText(words, plan.hsaEligible)),
          ]}
        />
      </Section>
      {plan.line === "medical" ? (
        <Section heading={t("plan-cost:heading")}>
          <p>{t("plan-cost:note.own", { count: year.headCount })}</p>
          <YearlyCostTable year={year} />
          <YearlyCostMethod startOn={startOn} />
        </Section>
      ) : null}
      <Section heading={t("plan.benefits")}>
        {sheet.benefits.length === 0 ? <p>{t("plan.noBenefits")}</p> : <p>{t("plan.benefitsLead")}</p>}
        <SummaryList
          rows={sheet.benefits.map((benefit) => ({
            key: benefit.name,
            label: <span lang="en">{benefit.name}</span>,
            value: careCostText(words, benefit.inNetwork),
          }))}
        />
      </Section>
      {documents.length > 0 ? (
        <Section heading={t("plan.documents")}>
          <ul className="usa-list">
            {documents.map(({ key, url }) => (
              <li key={key}>
                <a className="usa-link usa-link--external" href={url} rel="noreferrer" target="_blank">
                  {t(`plans:document.${key}`)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

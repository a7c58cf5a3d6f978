import { useTranslation } from "react-i18next";
import { ExplainedAmount } from "~/ui/content/explained-amount";
import { ProblemText } from "~/ui/content/problem-text";
import { formatDate } from "~/ui/format/dates";
import { formatCents } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import type { PlanDetailPage, PricedHousehold } from "./plan-detail.query.server";

type PremiumProps = { page: PlanDetailPage; base: string };

/** Each employee's household in this plan, with how the rule came to it. */
export function PremiumByPerson({ page, base }: PremiumProps) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  return (
    <Section heading={t("premium.heading")}>
      <div className="sf-table">
        <table className="usa-table usa-table--borderless usa-table--stacked-header sf-table__table">
          <caption>{t("premium.caption", { start: formatDate(locale, page.startOn, "plain") })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("premium.employee")}</th>
              <th scope="col">{t("premium.people")}</th>
              <th scope="col" className="sf-table__figure">
                {t("premium.month")}
              </th>
              <th scope="col">{t("premium.how")}</th>
            </tr>
          </thead>
          <tbody>
            {page.households.map((household) => (
              <HouseholdRow key={household.employeeId} household={household} page={page} base={base} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function HouseholdRow({ household, page, base }: { household: PricedHousehold } & PremiumProps) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const { employeeId, name, totalCents, memberCount, problems } = household;
  return (
    <tr>
      <th scope="row" data-label={t("premium.employee")}>
        {name}
      </th>
      <td data-label={t("premium.people")}>{memberCount ?? t("premium.unknown")}</td>
      <td data-label={t("premium.month")} className="sf-table__figure">
        {totalCents === null ? t("premium.noPrice") : formatCents(locale, totalCents)}
      </td>
      <td data-label={t("premium.how")}>
        {totalCents === null ? (
          <ul className="usa-list usa-list--unstyled">
            {problems.map((problem, index) => (
              <li key={`${problem.code} ${index}`}>
                <ProblemText problem={problem} />
              </li>
            ))}
          </ul>
        ) : (
          <ExplainedAmount
            base={base}
            about={{ figure: "household-price", line: page.line, plan: page.plan.planId, employee: employeeId }}
            named={t("premium.named", { name })}
          />
        )}
      </td>
    </tr>
  );
}

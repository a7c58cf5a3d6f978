import { useTranslation } from "react-i18next";
import type { Cents } from "~/domain/money/cents";
import { ageBandLabel } from "~/domain/rating/age-band";
import { Explain } from "~/ui/content/explain";
import { ProblemText } from "~/ui/content/problem-text";
import { formatDate } from "~/ui/format/dates";
import { formatCents } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import type { PlanDetailPage, PricedHousehold, PricedMember } from "./plan-detail.query.server";

/** Each employee's household in this plan, with how the rule came to it. */
export function PremiumByPerson({ page }: { page: PlanDetailPage }) {
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
              <HouseholdRow key={household.employeeId} household={household} page={page} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function HouseholdRow({ household, page }: { household: PricedHousehold; page: PlanDetailPage }) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const { totalCents, members, problems } = household;
  return (
    <tr>
      <th scope="row" data-label={t("premium.employee")}>
        {household.name}
      </th>
      <td data-label={t("premium.people")}>{totalCents === null ? t("premium.unknown") : members.length}</td>
      <td data-label={t("premium.month")} className="sf-table__figure">
        {totalCents === null ? t("premium.noPrice") : formatCents(locale, totalCents)}
      </td>
      <td data-label={t("premium.how")}>
        <Explain citation={page.citation}>
          <p>{t("premium.basis", { area: page.ratingArea ?? "", start: formatDate(locale, page.startOn, "plain") })}</p>
          <ul className="usa-list">
            {members.map((member, index) => (
              <li key={`${member.name} ${index}`}>
                <MemberLine member={member} />
              </li>
            ))}
            {problems.map((problem, index) => (
              <li key={`${problem.code} ${index}`}>
                <ProblemText problem={problem} />
              </li>
            ))}
          </ul>
        </Explain>
      </td>
    </tr>
  );
}

function MemberLine({ member }: { member: PricedMember }) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const { name, ageYears, band, treatment } = member;
  const amount = formatCents(locale, member.premiumCents);
  const params = { name, age: ageYears, amount, band: band ? ageBandLabel(band) : "" };
  if (treatment !== "charged") return <>{t(`premium.${treatment}`, params)}</>;
  return (
    <>
      {t(band ? "premium.charged" : "premium.chargedByTier", params)}
      {member.tobaccoSurchargeCents > 0
        ? ` ${t("premium.tobacco", { amount: formatCents(locale, member.tobaccoSurchargeCents as Cents) })}`
        : null}
    </>
  );
}

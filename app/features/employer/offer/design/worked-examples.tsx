import { useTranslation } from "react-i18next";
import { formatCents } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import type { WorkedExample } from "./offer-preview.server";

/** What each way of offering would mean for the youngest and the oldest, with the plan and shares of the form. */
export function WorkedExamples({ examples }: { examples: readonly WorkedExample[] }) {
  const { t } = useTranslation(["offer-design", "plans"]);
  const locale = useLocale();
  const people = examples[0]?.people ?? [];
  if (people.length === 0) return null;
  const amount = (share: WorkedExample["people"][number]["lowest"]) => formatCents(locale, share.paycheckCents);
  const nameOf = ({ name, ageYears }: (typeof people)[number]) => t("examples.person", { name, age: ageYears });
  return (
    <div className="sf-table">
      <h3 className="sf-offer__heading">{t(people.length > 1 ? "examples.heading" : "examples.headingOne")}</h3>
      <table className="usa-table usa-table--borderless usa-table--stacked-header sf-table__table">
        <caption className="sf-cost__note">{t("examples.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("examples.offer")}</th>
            {people.map((person) => (
              <th key={person.employeeId} scope="col" className="sf-table__figure">
                {nameOf(person)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {examples.map(({ model, planCount, people: paid }) => (
            <tr key={model}>
              <th scope="row" data-label={t("examples.offer")}>
                {t(`plans:model.${model}`)}
                <span className="sf-table__under">{t("examples.plans", { count: planCount })}</span>
              </th>
              {paid.map((person) => (
                <td key={person.employeeId} data-label={nameOf(person)} className="sf-table__figure">
                  {person.lowest.paycheckCents === person.highest.paycheckCents
                    ? t("plans:preview.aPaycheck", { amount: amount(person.reference) })
                    : t("examples.fromTo", { from: amount(person.lowest), to: amount(person.highest) })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { Amount } from "~/ui/content/amount";
import type { OwnPrice } from "./coverage-price.server";

/** How a price is made: for each person the premium, what the employer pays of it and what is left. */
export function PriceWorking({ price, caption }: { price: OwnPrice; caption: string }) {
  const { t } = useTranslation("coverage");
  const columns = ["premium", "employer", "you"] as const;
  return (
    <div className="sf-table">
      <table className="usa-table usa-table--borderless usa-table--stacked-header sf-table__table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("working.person")}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`working.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {price.people.map((person) => (
            <tr key={person.memberId}>
              <th scope="row" data-label={t("working.person")}>
                {t("working.aged", { name: person.name, age: person.ageYears })}
                {person.treatment === "fourth-or-later-child" ? <> ({t("working.free")})</> : null}
                {person.treatment === "covered-by-tier" ? <> ({t("working.tier")})</> : null}
                {person.tobaccoSurchargeCents > 0 ? <> ({t("working.tobacco")})</> : null}
              </th>
              <td data-label={t("working.premium")}>
                <Amount cents={person.premiumCents} />
              </td>
              <td data-label={t("working.employer")}>
                <Amount cents={person.employerShareCents} />
              </td>
              <td data-label={t("working.you")}>
                <Amount cents={person.employeeShareCents} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row" data-label={t("working.person")}>
              {t("working.all")}
            </th>
            <td data-label={t("working.premium")}>
              <Amount cents={price.premiumCents} strong />
            </td>
            <td data-label={t("working.employer")}>
              <Amount cents={price.employerShareCents} strong />
            </td>
            <td data-label={t("working.you")}>
              <Amount cents={price.employeeShareCents} strong />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

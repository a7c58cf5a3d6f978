import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Cents } from "~/domain/money/cents";
import { Button } from "~/ui/content/button";
import { formatWholeDollars } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import type { FacetValue, Facets } from "./plan-facets.server";
import { planFilters, planSorts, withoutFilter, type PlanFilter, type PlanSearch } from "./plan-list.search";

type PlanFiltersProps = { search: PlanSearch; facets: Facets; sorts?: readonly PlanSearch["sort"][] };

/** Narrows and sorts the list through the address; a plain form, so it works without scripts. */
export function PlanFilters({ search, facets, sorts = planSorts }: PlanFiltersProps) {
  const { t } = useTranslation(["plans", "plan-compare"]);
  const chosen = planFilters.reduce((count, filter) => count + search[filter].length, 0);
  const { plan: _plan, swap: _swap, page: _page, ...asked } = search;
  return (
    <details className="sf-explain sf-explain--wide sf-screen-only" key={JSON.stringify(asked)}>
      <summary className="sf-explain__summary">
        {chosen === 0 ? t("list.narrow") : t("list.narrowed", { count: chosen })}
      </summary>
      <div className="sf-explain__body">
        <Form method="get" className="sf-form sf-form--wide" preventScrollReset>
          <input type="hidden" name="line" value={search.line} />
          {search.plan.map((planId) => (
            <input key={planId} type="hidden" name="plan" value={planId} />
          ))}
          <div className="sf-facets">
            {planFilters.map((name) => (
              <Facet key={name} name={name} values={facets[name]} chosen={search[name]} />
            ))}
          </div>
          <label className="usa-label" htmlFor="plan-sort">
            {t("list.sortLabel")}
          </label>
          <select className="usa-select" id="plan-sort" name="sort" defaultValue={search.sort}>
            {sorts.map((sort) => (
              <option key={sort} value={sort}>
                {t(sort === "yearly" || sort === "maximum" ? `plan-compare:sort.${sort}` : `sort.${sort}`)}
              </option>
            ))}
          </select>
          <div className="sf-form__actions">
            <Button type="submit" look="secondary">
              {t("list.show")}
            </Button>
            <Link className="usa-link" to={withoutFilter(search, "all")}>
              {t("list.clear")}
            </Link>
          </div>
        </Form>
      </div>
    </details>
  );
}

type FacetProps = { name: PlanFilter; values: readonly FacetValue[]; chosen: readonly string[] };

function Facet({ name, values, chosen }: FacetProps) {
  const { t } = useTranslation(["plan-compare", "plans"]);
  const labelOf = useFacetLabel(name);
  if (values.length === 0) return null;
  return (
    <fieldset className="usa-fieldset usa-form-group">
      <legend className="usa-label">{t(`filter.${name}`)}</legend>
      {values.map((value) => (
        <div key={value.value} className="usa-checkbox">
          <input
            className="usa-checkbox__input"
            type="checkbox"
            id={`${name}-${value.value}`}
            name={name}
            value={value.value}
            defaultChecked={chosen.includes(value.value)}
          />
          <label className="usa-checkbox__label" htmlFor={`${name}-${value.value}`}>
            {t("plans:filter.withCount", { label: labelOf(value), count: value.count })}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

function useFacetLabel(name: PlanFilter): (value: FacetValue) => string {
  const { t } = useTranslation(["plan-compare", "plans"]);
  const locale = useLocale();
  switch (name) {
    case "issuer":
      return ({ label }) => label;
    case "level":
    case "type":
      return ({ value }) => t(`plans:${name}.${value}`);
    case "deductible":
      return ({ value }) => t(`filter.deductible-${value}`);
    case "price":
      return ({ value }) => {
        const [from = 0, below = 0] = value.split("-").map((dollars) => 100 * Number(dollars));
        const amount = (cents: number) => formatWholeDollars(locale, cents as Cents);
        return t("filter.priceRange", { from: amount(from), below: amount(below) });
      };
    case "national":
    case "hsa":
      return () => t(`filter.${name}Only`);
  }
}

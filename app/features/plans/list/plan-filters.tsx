import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/content/button";
import type { FacetValue } from "./plan-list.query.server";
import { planSorts, withoutFilter, type PlanFilter, type PlanSearch } from "./plan-list.search";

type PlanFiltersProps = { search: PlanSearch; facets: Readonly<Record<PlanFilter, readonly FacetValue[]>> };

/** Narrows and sorts the list through the address; a plain form, so it works without scripts. */
export function PlanFilters({ search, facets }: PlanFiltersProps) {
  const { t } = useTranslation("plans");
  const chosen = search.issuer.length + search.level.length + search.type.length + (search.hsa ? 1 : 0);
  return (
    <details className="sf-explain sf-explain--wide" key={withoutFilter(search, "all") + JSON.stringify(search)}>
      <summary className="sf-explain__summary">
        {chosen === 0 ? t("list.narrow") : t("list.narrowed", { count: chosen })}
      </summary>
      <div className="sf-explain__body">
        <Form method="get" className="sf-form sf-form--wide">
          <input type="hidden" name="line" value={search.line} />
          <div className="sf-facets">
            <Facet
              name="issuer"
              legend={t("filter.issuer")}
              values={facets.issuer}
              chosen={search.issuer}
              labelOf={(value) => value.label}
            />
            <Facet
              name="level"
              legend={t("filter.level")}
              values={facets.level}
              chosen={search.level}
              labelOf={({ value }) => t(`level.${value}`)}
            />
            <Facet
              name="type"
              legend={t("filter.type")}
              values={facets.type}
              chosen={search.type}
              labelOf={({ value }) => t(`type.${value}`)}
            />
            <Facet
              name="hsa"
              legend={t("filter.hsa")}
              values={facets.hsa}
              chosen={search.hsa ? ["yes"] : []}
              labelOf={() => t("filter.hsaOnly")}
            />
          </div>
          <label className="usa-label" htmlFor="plan-sort">
            {t("list.sortLabel")}
          </label>
          <select className="usa-select" id="plan-sort" name="sort" defaultValue={search.sort}>
            {planSorts.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sort.${sort}`)}
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

type FacetProps = {
  name: PlanFilter;
  legend: string;
  values: readonly FacetValue[];
  chosen: readonly string[];
  labelOf: (value: FacetValue) => string;
};

function Facet({ name, legend, values, chosen, labelOf }: FacetProps) {
  const { t } = useTranslation("plans");
  if (values.length === 0) return null;
  return (
    <fieldset className="usa-fieldset usa-form-group">
      <legend className="usa-label">{legend}</legend>
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
            {t("filter.withCount", { label: labelOf(value), count: value.count })}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

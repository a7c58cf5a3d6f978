import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/content/alert";
import { Button } from "~/ui/content/button";
import { ProblemText } from "~/ui/content/problem-text";
import type { ChooseView } from "./choose-view.server";
import { choiceSorts } from "./choose.search";

/** Who is to be covered, and in which order the plans stand; a plain form, so it works without scripts. */
export function WhoIsCovered({ view }: { view: ChooseView }) {
  const { t } = useTranslation("coverage");
  const { members, search, coveredIds } = view;
  return (
    <Form
      method="get"
      className="sf-form"
      preventScrollReset
      key={JSON.stringify([coveredIds, { ...search, plan: [], swap: "" }])}
    >
      <input type="hidden" name="who" value="1" />
      {search.plan.map((planId) => (
        <input key={planId} type="hidden" name="plan" value={planId} />
      ))}
      {members.length > 0 ? (
        <fieldset className="usa-fieldset usa-form-group">
          <legend className="usa-label">{t("choose.who")}</legend>
          <p className="usa-hint">{t("choose.whoHint")}</p>
          {members.map((member) => (
            <Member key={member.dependentId} member={member} isCovered={coveredIds.includes(member.dependentId)} />
          ))}
        </fieldset>
      ) : null}
      {view.problems.map((problem) => (
        <Alert key={problem.code} tone="error">
          <ProblemText problem={problem} />
        </Alert>
      ))}
      <PlanOrder view={view} />
      {members.length > 0 ? (
        <div className="sf-form__actions">
          <Button type="submit" look="secondary">
            {t("choose.update")}
          </Button>
        </div>
      ) : null}
    </Form>
  );
}

function Member({ member, isCovered }: { member: ChooseView["members"][number]; isCovered: boolean }) {
  const { t } = useTranslation("coverage");
  const id = `covered-${member.dependentId}`;
  const relationship = t(`relationship.${member.relationship}`);
  return (
    <div className="usa-checkbox">
      <input
        className="usa-checkbox__input usa-checkbox__input--tile"
        type="checkbox"
        id={id}
        name="covered"
        value={member.dependentId}
        defaultChecked={isCovered && member.problems.length === 0}
        disabled={member.problems.length > 0}
      />
      <label className="usa-checkbox__label" htmlFor={id}>
        {t("working.aged", { name: member.name, age: member.ageYears })}
        <span className="usa-checkbox__label-description">
          {member.problems.length === 0
            ? relationship
            : member.problems.map((problem) => <ProblemText key={problem.code} problem={problem} />)}
        </span>
      </label>
    </div>
  );
}

function PlanOrder({ view: { search, levels, issuers, offeredCount, members } }: { view: ChooseView }) {
  const { t } = useTranslation(["coverage", "plans", "plan-compare"]);
  if (offeredCount < 2) return null;
  const facets = [
    { name: "level", legend: t("choose.level"), values: levels, chosen: search.level },
    { name: "issuer", legend: t("choose.issuer"), values: issuers, chosen: search.issuer },
  ].filter(({ values }) => values.length > 0);
  return (
    <details className="sf-explain" open={search.level.length + search.issuer.length > 0}>
      <summary className="sf-explain__summary">{t("choose.narrow")}</summary>
      <div className="sf-explain__body">
        {facets.map(({ name, legend, values, chosen }) => (
          <fieldset key={name} className="usa-fieldset usa-form-group">
            <legend className="usa-label">{legend}</legend>
            {values.map(({ value, label, count }) => (
              <div key={value} className="usa-checkbox">
                <input
                  className="usa-checkbox__input"
                  type="checkbox"
                  id={`${name}-${value}`}
                  name={name}
                  value={value}
                  defaultChecked={chosen.includes(value)}
                />
                <label className="usa-checkbox__label" htmlFor={`${name}-${value}`}>
                  {t("choose.withCount", { label: name === "level" ? t(`plans:level.${value}`) : label, count })}
                </label>
              </div>
            ))}
          </fieldset>
        ))}
        <label className="usa-label" htmlFor="plan-sort">
          {t("choose.sort")}
        </label>
        <select className="usa-select" id="plan-sort" name="sort" defaultValue={search.sort}>
          {choiceSorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(sort === "yearly" ? "plan-compare:sort.yearly" : `choose.sortBy.${sort}`)}
            </option>
          ))}
        </select>
        {members.length === 0 ? (
          <div className="sf-form__actions">
            <Button type="submit" look="secondary">
              {t("choose.show")}
            </Button>
          </div>
        ) : null}
      </div>
    </details>
  );
}

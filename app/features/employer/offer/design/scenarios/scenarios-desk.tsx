import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Cents } from "~/domain/money/cents";
import type { FormReply } from "~/platform/forms/parse-form";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { EmptyState } from "~/ui/content/empty-state";
import { ProblemText } from "~/ui/content/problem-text";
import { formatCents, formatWholeDollars } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { ConfirmButton } from "~/ui/forms/form-buttons";
import { Section } from "~/ui/frame/page-parts";
import { CompareTable, type CompareGroup } from "~/ui/plans/compare-table";
import { RenameScenarioForm, SaveScenarioForm } from "./scenario.form";
import type { ComparedScenario, ScenarioFigures, ScenariosPage } from "./scenarios-page.server";

type ScenariosDeskProps = { page: ScenariosPage; base: string; reply: FormReply | undefined };

/** Designs side by side, the form's own first; one is used, saved, renamed or deleted. */
export function ScenariosDesk({ page, base, reply }: ScenariosDeskProps) {
  const { t } = useTranslation("offer-design");
  const offer = `${base}/offer/${page.line}`;
  const action = `${offer}/scenarios`;
  const unsaved = page.scenarios.find(({ scenarioId }) => scenarioId === null);
  const posted = reply && !("newName" in reply.values) ? reply : undefined;
  if (page.scenarios.length === 0) {
    return (
      <EmptyState heading={t("scenarios.none")} action={<LinkButton to={offer}>{t("scenarios.toOffer")}</LinkButton>}>
        {t("scenarios.noneText")}
      </EmptyState>
    );
  }
  return (
    <>
      {unsaved ? (
        <Section heading={t("scenarios.saveHeading")}>
          {page.isFull ? <Alert tone="info">{t("scenarios.full")}</Alert> : null}
          {page.isFull && !posted ? null : <SaveScenarioForm action={action} fields={unsaved.fields} reply={posted} />}
        </Section>
      ) : null}
      <ComparedScenarios page={page} offer={offer} />
      <SavedScenarios page={page} action={action} reply={posted ? undefined : reply} />
      <p>
        <Link className="usa-link" to={offer}>
          {t("scenarios.back")}
        </Link>
      </p>
    </>
  );
}

function ComparedScenarios({ page, offer }: { page: ScenariosPage; offer: string }) {
  const { t } = useTranslation(["offer-design", "plans"]);
  const groups = useGroups(page.scenarios);
  return (
    <>
      {page.isExample ? <Alert tone="info">{t("plans:preview.nobody")}</Alert> : null}
      <CompareTable
        caption={t("scenarios.caption")}
        plans={page.scenarios.map((scenario) => ({
          key: scenario.scenarioId ?? "unsaved",
          heading: scenario.scenarioId ? scenario.name : t("scenarios.unsaved"),
          action: page.mayChange ? (
            <Link className="usa-link" to={`${offer}?${new URLSearchParams(scenario.fields)}`}>
              {t("scenarios.use")}
              <span className="usa-sr-only"> {scenario.scenarioId ? scenario.name : t("scenarios.unsaved")}</span>
            </Link>
          ) : null,
        }))}
        groups={groups}
      />
      <p>{t("scenarios.assumes")}</p>
      {page.scenarios.map(({ scenarioId, name, problems }) =>
        problems.length === 0 ? null : (
          <Alert key={scenarioId ?? "unsaved"} tone="warning" heading={name || t("scenarios.unsaved")}>
            {problems.map((problem, index) => (
              <p key={`${problem.code} ${index}`}>
                <ProblemText problem={problem} />
              </p>
            ))}
          </Alert>
        ),
      )}
    </>
  );
}

function useGroups(scenarios: readonly ComparedScenario[]): CompareGroup[] {
  const { t } = useTranslation("offer-design");
  const locale = useLocale();
  const dollars = (amount: Cents | null | undefined) => (amount ? formatCents(locale, amount) : undefined);
  const row = (key: string, cellOf: (figures: ScenarioFigures) => string | undefined) => ({
    key,
    label: t(`scenarios.row.${key}`),
    cells: scenarios.map(({ figures }) => (figures && cellOf(figures)) ?? t("scenarios.noFigure")),
  });
  const shares = ({ employeeBasisPoints: employees, dependentsBasisPoints: families }: ComparedScenario["fields"]) =>
    [employees, families].flatMap((share) => (share === undefined ? [] : [`${share}%`])).join(" / ");
  return [
    {
      key: "offer",
      heading: t("scenarios.offer"),
      rows: [
        {
          key: "reference",
          label: t("scenarios.row.reference"),
          cells: scenarios.map(({ referencePlanName }) => referencePlanName),
        },
        { key: "shares", label: t("scenarios.row.shares"), cells: scenarios.map(({ fields }) => shares(fields)) },
        row("plans", ({ planCount }) => String(planCount)),
      ],
    },
    {
      key: "cost",
      heading: t("scenarios.cost"),
      rows: [
        row("month", ({ employerMonthCents }) => dollars(employerMonthCents)),
        row("year", ({ employerYearCents: year }) => (year ? formatWholeDollars(locale, year) : undefined)),
      ],
    },
    {
      key: "people",
      heading: t("scenarios.people"),
      rows: [
        row("lowest", ({ paycheck }) => dollars(paycheck?.lowest)),
        row("median", ({ paycheck }) => dollars(paycheck?.median)),
        row("highest", ({ paycheck }) => dollars(paycheck?.highest)),
        row("forecast", ({ forecast }) =>
          forecast
            ? t("scenarios.forecast", {
                ...{ expected: forecast.expectedHeads, of: forecast.ofHeads, required: forecast.requiredHeads },
              })
            : undefined,
        ),
      ],
    },
  ];
}

type SavedProps = { page: ScenariosPage; action: string; reply: FormReply | undefined };

function SavedScenarios({ page, action, reply }: SavedProps) {
  const { t } = useTranslation("offer-design");
  const saved = page.scenarios.flatMap(({ scenarioId, ...rest }) => (scenarioId ? [{ ...rest, scenarioId }] : []));
  if (saved.length === 0) return null;
  const choices = saved.map(({ scenarioId, name }) => ({ value: scenarioId, label: name }));
  return (
    <Section heading={t("scenarios.manage")}>
      <RenameScenarioForm action={action} scenarios={choices} reply={reply} />
      <div className="sf-budget__actions">
        {saved.map(({ scenarioId, name, version }) => (
          <ConfirmButton
            key={scenarioId}
            label={t("scenarios.delete", { name })}
            question={t("scenarios.deleteQuestion")}
            confirmLabel={t("scenarios.deleteConfirm")}
            action={action}
            fields={{ intent: "delete", scenarioId, version: String(version) }}
          />
        ))}
      </div>
    </Section>
  );
}

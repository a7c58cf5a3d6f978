import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { payFrequencies } from "~/domain/contribution/paycheck";
import type { AvailableStartDate } from "~/domain/calendar/group-start-calendar.rule";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { WaitingPeriodCode } from "~/domain/calendar/waiting-period.rule";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import type { FormReply } from "~/platform/forms/parse-form";
import { Button } from "~/ui/content/button";
import { formatDate } from "~/ui/format/dates";
import { useLocale } from "~/ui/format/use-locale";
import { ActForm } from "~/ui/forms/act-form";
import { RadioGroup, SelectField } from "~/ui/forms/choice-fields";
import { GroupShell } from "~/ui/forms/field-shell";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { FormContext, useFieldState } from "~/ui/forms/form-context";
import { DateField } from "~/ui/forms/text-fields";
import { useActForm } from "~/ui/forms/use-act-form";
import { coverageYearSchema } from "./coverage-year.schema";

/** What both forms show; the page's loader fills it in. */
export type CoverageYearFields = {
  readonly startOn: CalendarDate;
  readonly starts: readonly AvailableStartDate[];
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly enrollmentEndsByOn: CalendarDate;
  readonly enrollmentMinimumDays: number;
  readonly waitingPeriods: readonly WaitingPeriodCode[];
  readonly waitingPeriod: WaitingPeriodCode;
  readonly offersDependents: boolean;
  readonly payFrequency: PayFrequency;
  readonly version: number;
};

type FormProps = { fields: CoverageYearFields; reply: FormReply | undefined };

/** Looks at the dates of another start date; nothing is saved. A start that was refused is told here, where it is chosen. */
export function StartDateForm({ fields, reply }: FormProps) {
  const { t } = useTranslation("plans");
  const problems = (reply?.problems ?? []).filter(({ field }) => field === "startOn");
  return (
    <FormContext.Provider value={{ problems, values: {} }}>
      <Form method="get" className="sf-form" preventScrollReset>
        <StartDates fields={fields} />
        <FormActions>
          <Button type="submit" look="secondary">
            {t("year.showDates")}
          </Button>
        </FormActions>
      </Form>
    </FormContext.Provider>
  );
}

function StartDates({ fields }: { fields: CoverageYearFields }) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const state = useFieldState("startOn");
  return (
    <GroupShell name="start" label={t("year.start")} state={state}>
      {fields.starts.map(({ startOn, publishByOn }, index) => {
        const id = index === 0 ? state.id : `${state.id}-${index}`;
        return (
          <div key={startOn} className="usa-radio">
            <input
              className="usa-radio__input usa-radio__input--tile"
              type="radio"
              id={id}
              name="start"
              value={startOn}
              defaultChecked={startOn === fields.startOn}
            />
            <label className="usa-radio__label" htmlFor={id}>
              {formatDate(locale, startOn, "plain")}
              <span className="usa-radio__label-description">
                {t("year.publishBy", { date: formatDate(locale, publishByOn) })}
              </span>
            </label>
          </div>
        );
      })}
    </GroupShell>
  );
}

export function CoverageYearForm({ fields, reply }: FormProps) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const form = useActForm(coverageYearSchema, reply);
  const lastDay = formatDate(locale, fields.enrollmentEndsByOn);
  return (
    <ActForm
      form={form}
      labels={{ startOn: t("year.start"), opensOn: t("year.opensOn"), closesOn: t("year.closesOn") }}
    >
      <input type="hidden" name="startOn" value={fields.startOn} />
      <input type="hidden" name="version" value={fields.version} />
      <p>{t("year.enrollmentRule", { days: fields.enrollmentMinimumDays, date: lastDay })}</p>
      <DateField name="opensOn" label={t("year.opensOn")} defaultValue={fields.opensOn} />
      <DateField name="closesOn" label={t("year.closesOn")} defaultValue={fields.closesOn} />
      <RadioGroup
        name="waitingPeriod"
        label={t("year.waitingPeriod")}
        hint={t("year.waitingHint")}
        choices={fields.waitingPeriods.map((code) => ({ value: code, label: t(`waiting.${code}`) }))}
        defaultValue={fields.waitingPeriod}
      />
      <RadioGroup
        name="offersDependents"
        label={t("year.dependents")}
        hint={t("year.dependentsHint")}
        choices={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
        defaultValue={fields.offersDependents ? "yes" : "no"}
      />
      <SelectField
        name="payFrequency"
        label={t("year.payFrequency")}
        hint={t("year.payHint")}
        choices={payFrequencies.map((frequency) => ({ value: frequency, label: t(`pay.${frequency}`) }))}
        defaultValue={fields.payFrequency}
        blank={false}
      />
      <FormActions>
        <SubmitButton>{t("shared:action.saveAndContinue")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

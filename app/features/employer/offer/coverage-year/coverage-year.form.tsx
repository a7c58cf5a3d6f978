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
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
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

/** Looks at the dates of another start date; nothing is saved. */
export function StartDateForm({ fields }: { fields: CoverageYearFields }) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  return (
    <Form method="get" className="sf-form" preventScrollReset>
      <fieldset className="usa-fieldset">
        <legend className="usa-label">{t("year.start")}</legend>
        {fields.starts.map(({ startOn, publishByOn }) => (
          <div key={startOn} className="usa-radio">
            <input
              className="usa-radio__input usa-radio__input--tile"
              type="radio"
              id={`start-${startOn}`}
              name="start"
              value={startOn}
              defaultChecked={startOn === fields.startOn}
            />
            <label className="usa-radio__label" htmlFor={`start-${startOn}`}>
              {formatDate(locale, startOn, "plain")}
              <span className="usa-radio__label-description">
                {t("year.publishBy", { date: formatDate(locale, publishByOn) })}
              </span>
            </label>
          </div>
        ))}
      </fieldset>
      <FormActions>
        <Button type="submit" look="secondary">
          {t("year.showDates")}
        </Button>
      </FormActions>
    </Form>
  );
}

export function CoverageYearForm({ fields, reply }: { fields: CoverageYearFields; reply: FormReply | undefined }) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const form = useActForm(coverageYearSchema, reply);
  const lastDay = formatDate(locale, fields.enrollmentEndsByOn);
  return (
    <ActForm form={form}>
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

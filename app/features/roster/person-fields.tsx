import { useTranslation } from "react-i18next";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { nameSuffixes } from "~/domain/household/person-name";
import { sexes, type Sex } from "~/domain/household/relationship";
import { CheckboxField, RadioGroup, SelectField } from "~/ui/forms/choice-fields";
import { useWasFilled } from "~/ui/forms/form-context";
import { DateField, TextField } from "~/ui/forms/text-fields";

/** What is on file about somebody; of the number only its end. */
export type PersonOnFile = {
  readonly firstName: string;
  readonly middleName: string | null;
  readonly lastName: string;
  readonly suffix: string | null;
  readonly bornOn: CalendarDate;
  readonly sex: Sex;
  readonly ssnLastFour: string | null;
  readonly usesTobacco: boolean | null;
};

export function NameFields({ person }: { person: PersonOnFile | undefined }) {
  const { t } = useTranslation("roster");
  const suffixes = nameSuffixes.map((suffix) => ({ value: suffix, label: suffix }));
  return (
    <>
      <TextField name="firstName" label={t("field.firstName")} defaultValue={person?.firstName} autoComplete="off" />
      <TextField
        name="middleName"
        label={t("field.middleName")}
        defaultValue={person?.middleName ?? undefined}
        autoComplete="off"
        optional
      />
      <TextField name="lastName" label={t("field.lastName")} defaultValue={person?.lastName} autoComplete="off" />
      <SelectField
        name="suffix"
        label={t("field.suffix")}
        choices={suffixes}
        defaultValue={person?.suffix ?? undefined}
        blank={t("shared:form.none")}
        optional
      />
    </>
  );
}

export function BirthFields({ person }: { person: PersonOnFile | undefined }) {
  const { t } = useTranslation("roster");
  const choices = sexes.map((value) => ({ value, label: t(`sex.${value}`) }));
  return (
    <>
      <DateField name="bornOn" label={t("field.bornOn")} defaultValue={person?.bornOn} autoComplete="off" />
      <RadioGroup
        name="sex"
        label={t("field.sex")}
        hint={t("field.sexHint")}
        choices={choices}
        defaultValue={person?.sex}
      />
    </>
  );
}

/** The number is typed here and never shown again whole; left empty, the one on file stays. */
export function NumberField({ lastFour }: { lastFour: string | null }) {
  const { t } = useTranslation("roster");
  const wasFilled = useWasFilled();
  const hint = lastFour ? t("field.ssnOnFile", { lastFour }) : t("field.ssnHint");
  return (
    <TextField
      name="ssn"
      label={t("field.ssn")}
      hint={wasFilled ? `${hint} ${t("shared:form.ssnAgain")}` : hint}
      width="md"
      inputMode="numeric"
      autoComplete="off"
      data-draft="off"
      optional
    />
  );
}

export function TobaccoField({ person }: { person: PersonOnFile | undefined }) {
  const { t } = useTranslation("roster");
  const known = person?.usesTobacco;
  return (
    <RadioGroup
      name="usesTobacco"
      label={t("field.tobacco")}
      hint={t("field.tobaccoHint")}
      choices={[
        { value: "no", label: t("answer.no") },
        { value: "yes", label: t("answer.yes") },
      ]}
      defaultValue={known === null || known === undefined ? undefined : known ? "yes" : "no"}
      optional
    />
  );
}

/** Asked only after the form was refused for it. */
export function AnotherPersonField() {
  const { t } = useTranslation("roster");
  return <CheckboxField name="isAnotherPerson" label={t("field.isAnotherPerson")} />;
}

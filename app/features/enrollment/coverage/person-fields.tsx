import { useTranslation } from "react-i18next";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { nameSuffixes } from "~/domain/household/person-name";
import { sexes, type Sex } from "~/domain/household/relationship";
import { RadioGroup, SelectField } from "~/ui/forms/choice-fields";
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

/** `own`: the browser may fill in the person's own name and birthday. */
type FieldsProps = { person: PersonOnFile | undefined; own?: boolean; asksTobacco: boolean };

export function PersonFields({ person, own = false, asksTobacco }: FieldsProps) {
  const { t } = useTranslation("coverage");
  const auto = (name: string) => (own ? name : "off");
  const text = (name: "firstName" | "middleName" | "lastName", filledBy: string) => (
    <TextField
      name={name}
      label={t(`field.${name}`)}
      defaultValue={person?.[name] ?? undefined}
      autoComplete={auto(filledBy)}
      optional={name === "middleName"}
    />
  );
  return (
    <>
      {text("firstName", "given-name")}
      {text("middleName", "additional-name")}
      {text("lastName", "family-name")}
      <SelectField
        name="suffix"
        label={t("field.suffix")}
        choices={nameSuffixes.map((suffix) => ({ value: suffix, label: suffix }))}
        defaultValue={person?.suffix ?? undefined}
        blank={t("shared:form.none")}
        optional
      />
      <DateField name="bornOn" label={t("field.bornOn")} defaultValue={person?.bornOn} autoComplete={auto("bday")} />
      <RadioGroup
        name="sex"
        label={t("field.sex")}
        hint={t("field.sexHint")}
        choices={sexes.map((value) => ({ value, label: t(`sex.${value}`) }))}
        defaultValue={person?.sex}
      />
      <NumberField lastFour={person?.ssnLastFour ?? null} />
      {asksTobacco ? <TobaccoField person={person} /> : null}
    </>
  );
}

/** The number is typed here and never shown again whole; left empty, the one on file stays. */
function NumberField({ lastFour }: { lastFour: string | null }) {
  const { t } = useTranslation("coverage");
  const wasFilled = useWasFilled();
  const hint = lastFour ? t("field.ssnOnFile", { lastFour }) : t("field.ssnHint");
  return (
    <TextField
      name="ssn"
      label={t("field.ssn")}
      hint={wasFilled ? `${hint} ${t("shared:form.ssnAgain")}` : hint}
      width="sm"
      inputMode="numeric"
      autoComplete="off"
      data-draft="off"
      optional
    />
  );
}

function TobaccoField({ person }: { person: PersonOnFile | undefined }) {
  const { t } = useTranslation("coverage");
  const known = person?.usesTobacco;
  return (
    <RadioGroup
      name="usesTobacco"
      label={t("field.tobacco")}
      hint={t("field.tobaccoHint")}
      choices={[
        { value: "no", label: t("answerNo") },
        { value: "yes", label: t("answerYes") },
      ]}
      defaultValue={known === null || known === undefined ? undefined : known ? "yes" : "no"}
    />
  );
}

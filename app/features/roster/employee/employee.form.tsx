import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { employmentTypes } from "~/domain/household/employment";
import { languages as spokenLanguages } from "~/domain/household/language";
import { usStateNames } from "~/domain/exchange-profile/us-state";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { CheckboxField, RadioGroup, SelectField } from "~/ui/forms/choice-fields";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { DateField, TextField } from "~/ui/forms/text-fields";
import { useActForm, type BoundForm } from "~/ui/forms/use-act-form";
import { Section } from "~/ui/frame/page-parts";
import {
  AnotherPersonField,
  BirthFields,
  NameFields,
  NumberField,
  TobaccoField,
  type PersonOnFile,
} from "../person-fields";

export type EmployeeOnFile = PersonOnFile & {
  readonly email: string | null;
  readonly phone: string | null;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly hiredOn: CalendarDate;
  readonly employmentBasis: string;
  readonly isOwner: boolean;
  readonly language: string;
};

type County = { readonly fips: string; readonly name: string };
/** The counties come with a refusal for a ZIP that lies in several. */
export type EmployeeReply = FormReply & { readonly counties?: readonly County[] };

type EmployeeFormProps = {
  schema: z.ZodType;
  employee?: EmployeeOnFile | undefined;
  reply: EmployeeReply | undefined;
  asksTobacco: boolean;
  /** Values that are posted and not shown: the new id, or the version. */
  hidden: Readonly<Record<string, string>>;
  /** Gets the form, for saving drafts, and draws the line that says so. */
  draftStatus?: (form: BoundForm) => ReactNode;
};

export function EmployeeForm({ schema, employee, reply, asksTobacco, hidden, draftStatus }: EmployeeFormProps) {
  const { t } = useTranslation("roster");
  const form = useActForm(schema, reply);
  const asked = (name: string) =>
    form.problems.some(({ field }) => field === name) || reply?.values[name] !== undefined;
  const labels = Object.fromEntries(labelled.map((name) => [name, t(`field.${name}`)]));
  return (
    <ActForm form={form} labels={labels} draftStatus={draftStatus?.(form)}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={reply?.values[name]?.[0] ?? value} />
      ))}
      {asked("isAnotherPerson") ? <AnotherPersonField /> : null}
      <Section heading={t("form.person")}>
        <NameFields person={employee} />
        <BirthFields person={employee} />
        {reply?.problems.some(({ code }) => code === "employee-under-14-when-hired") ||
        reply?.values["ageConfirmed"] ? (
          <CheckboxField name="ageConfirmed" label={t("field.ageConfirmed")} />
        ) : null}
        <NumberField lastFour={employee?.ssnLastFour ?? null} />
        {asksTobacco ? <TobaccoField person={employee} /> : null}
      </Section>
      <Section heading={t("form.work")}>
        <WorkFields employee={employee} />
      </Section>
      <Section heading={t("form.contact")}>
        <ContactFields employee={employee} />
        <HomeFields employee={employee} counties={asked("countyFips") ? (reply?.counties ?? []) : []} />
      </Section>
      <FormActions>
        <SubmitButton>{employee ? t("form.saveChanges") : t("form.add")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

const labelled = [
  "firstName",
  "lastName",
  "bornOn",
  "sex",
  "ssn",
  "hiredOn",
  "employmentBasis",
  "email",
  "phone",
  "zip",
];

function WorkFields({ employee }: { employee: EmployeeOnFile | undefined }) {
  const { t } = useTranslation("roster");
  const bases = employmentTypes.map((value) => ({
    value,
    label: t(`basis.${value}`),
    description: t(`basisHint.${value}`),
  }));
  return (
    <>
      <DateField name="hiredOn" label={t("field.hiredOn")} defaultValue={employee?.hiredOn} autoComplete="off" />
      <RadioGroup
        name="employmentBasis"
        label={t("field.employmentBasis")}
        choices={bases}
        defaultValue={employee?.employmentBasis}
      />
      <CheckboxField
        name="isOwner"
        label={t("field.isOwner")}
        hint={t("field.isOwnerHint")}
        defaultChecked={employee?.isOwner ?? false}
      />
    </>
  );
}

function ContactFields({ employee }: { employee: EmployeeOnFile | undefined }) {
  const { t } = useTranslation(["roster", "shared"]);
  const languages = spokenLanguages.map((value) => ({
    value,
    label: <span lang={value}>{t(`shared:language.${value}`)}</span>,
  }));
  return (
    <>
      <TextField
        name="email"
        type="email"
        label={t("field.email")}
        hint={t("field.emailHint")}
        defaultValue={employee?.email ?? undefined}
        autoComplete="off"
        spellCheck={false}
        optional
      />
      <TextField
        name="phone"
        type="tel"
        label={t("field.phone")}
        defaultValue={employee?.phone ?? undefined}
        width="sm"
        autoComplete="off"
        optional
      />
      <RadioGroup
        name="language"
        label={t("field.language")}
        hint={t("field.languageHint")}
        choices={languages}
        defaultValue={employee?.language ?? "en"}
      />
    </>
  );
}

function HomeFields({ employee, counties }: { employee: EmployeeOnFile | undefined; counties: readonly County[] }) {
  const { t } = useTranslation("roster");
  const states = Object.entries(usStateNames).map(([value, label]) => ({ value, label }));
  const text = (name: "addressLine1" | "addressLine2" | "city") => (
    <TextField
      name={name}
      label={t(`field.${name}`)}
      defaultValue={employee?.[name] ?? undefined}
      autoComplete="off"
      optional
    />
  );
  return (
    <>
      {text("addressLine1")}
      {text("addressLine2")}
      {text("city")}
      <SelectField
        name="state"
        label={t("field.state")}
        choices={states}
        defaultValue={employee?.state ?? undefined}
        optional
      />
      <TextField
        name="zip"
        label={t("field.zip")}
        defaultValue={employee?.zip ?? undefined}
        width="xs"
        inputMode="numeric"
        autoComplete="off"
        optional
      />
      {counties.length > 0 ? (
        <RadioGroup
          name="countyFips"
          label={t("field.countyFips")}
          choices={counties.map(({ fips, name }) => ({ value: fips, label: name }))}
        />
      ) : null}
    </>
  );
}

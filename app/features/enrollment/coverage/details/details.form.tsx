import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { languages as spokenLanguages } from "~/domain/household/language";
import { usStateNames } from "~/domain/exchange-profile/us-state";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { RadioGroup, SelectField } from "~/ui/forms/choice-fields";
import { DraftStatus } from "~/ui/forms/draft-status";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { PersonFields, type PersonOnFile } from "../person-fields";

type County = { readonly fips: string; readonly name: string };

export type DetailsOnFile = PersonOnFile & {
  readonly phone: string | null;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly language: string;
  readonly version: number;
};

/** A refused form, with the counties to choose from when the ZIP lies in several. */
export type DetailsReply = FormReply & { readonly counties?: readonly County[] };

type DetailsFormProps = {
  details: DetailsOnFile;
  /** The business's state, where most people live. */
  usualState: string;
  asksTobacco: boolean;
  reply: DetailsReply | undefined;
  /** Under which what is typed is kept. */
  formKey: string;
};

const labelled = [
  ...(["firstName", "lastName", "bornOn", "sex", "ssn", "phone", "addressLine1", "city", "state", "zip"] as const),
  ...(["countyFips", "language"] as const),
];

export function DetailsForm({ details, usualState, asksTobacco, reply, formKey }: DetailsFormProps) {
  const formRef = useRef<HTMLFormElement>(null);
  const { t } = useTranslation(["coverage", "shared"]);
  const labels = Object.fromEntries(labelled.map((name) => [name, t(`coverage:field.${name}`)]));
  const languages = spokenLanguages.map((value) => ({
    value,
    label: <span lang={value}>{t(`shared:language.${value}`)}</span>,
  }));
  return (
    <ActForm
      reply={reply}
      formRef={formRef}
      labels={labels}
      draftStatus={<DraftStatus formKey={formKey} formRef={formRef} />}
    >
      <input type="hidden" name="version" value={reply?.values["version"]?.[0] ?? String(details.version)} />
      <PersonFields person={details} own asksTobacco={asksTobacco} />
      <HomeFields details={details} usualState={usualState} counties={reply?.counties ?? []} />
      <TextField
        name="phone"
        type="tel"
        label={t("coverage:field.phone")}
        defaultValue={details.phone ?? undefined}
        width="sm"
        autoComplete="tel-national"
        optional
      />
      <RadioGroup
        name="language"
        label={t("coverage:field.language")}
        choices={languages}
        defaultValue={details.language}
      />
      <FormActions>
        <SubmitButton>{t("shared:action.saveAndContinue")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

type HomeProps = Pick<DetailsFormProps, "details" | "usualState"> & { counties: readonly County[] };

function HomeFields({ details, usualState, counties }: HomeProps) {
  const { t } = useTranslation("coverage");
  const states = Object.entries(usStateNames).map(([value, label]) => ({ value, label }));
  const text = (name: "addressLine1" | "addressLine2" | "city", filledBy: string) => (
    <TextField
      name={name}
      label={t(`field.${name}`)}
      defaultValue={details[name] ?? undefined}
      autoComplete={filledBy}
      optional={name === "addressLine2"}
    />
  );
  return (
    <>
      {text("addressLine1", "address-line1")}
      {text("addressLine2", "address-line2")}
      {text("city", "address-level2")}
      <SelectField
        name="state"
        label={t("field.state")}
        choices={states}
        defaultValue={details.state ?? usualState}
        autoComplete="address-level1"
      />
      <TextField
        name="zip"
        label={t("field.zip")}
        defaultValue={details.zip ?? undefined}
        width="xs"
        inputMode="numeric"
        autoComplete="postal-code"
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

import { useTranslation } from "react-i18next";
import { usStateNames, usStates } from "~/domain/exchange-profile/us-state";
import { entityKinds } from "~/domain/household/employment";
import type { FormReply } from "~/platform/forms/parse-form";
import { RadioGroup, SelectField } from "~/ui/forms/choice-fields";
import { TextField } from "~/ui/forms/text-fields";
import { Section } from "~/ui/frame/page-parts";

export type CountyChoice = { readonly fips: string; readonly name: string };

/** An action's refusal, with the counties to choose from when the ZIP lies in several. */
export type BusinessReply = FormReply & { readonly counties?: readonly CountyChoice[] };

const fieldNames = [
  ...["legalName", "dbaName", "ein", "entityKind", "addressLine1", "addressLine2", "city", "state", "zip"],
  ...["countyFips", "phone", "contactEmail"],
] as const;

/** What each field is called, for the summary of problems. */
export function useBusinessLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation("employer");
  return Object.fromEntries(fieldNames.map((name) => [name, t(`business.${name}`)]));
}

type Defaults = Readonly<Partial<Record<string, string | null>>>;
type FieldsProps = { values?: Defaults };

const typed = (values: Defaults | undefined, name: string) => ({ defaultValue: values?.[name] ?? undefined });

export function NameFields({ values, withEin }: FieldsProps & { withEin: boolean }) {
  const { t } = useTranslation("employer");
  const kinds = entityKinds.map((value) => ({ value, label: t(`entityKind.${value}`) }));
  return (
    <Section heading={t("business.sectionName")}>
      <TextField
        {...typed(values, "legalName")}
        name="legalName"
        label={t("business.legalName")}
        hint={t("business.legalNameHint")}
        autoComplete="organization"
      />
      <TextField
        {...typed(values, "dbaName")}
        name="dbaName"
        label={t("business.dbaName")}
        hint={t("business.dbaNameHint")}
        optional
      />
      {withEin ? (
        <TextField
          name="ein"
          label={t("business.ein")}
          hint={t("business.einHint")}
          width="md"
          inputMode="numeric"
          autoComplete="off"
        />
      ) : null}
      <SelectField
        {...typed(values, "entityKind")}
        name="entityKind"
        label={t("business.entityKind")}
        choices={kinds}
      />
    </Section>
  );
}

export function AddressFields({ values, counties }: FieldsProps & { counties: readonly CountyChoice[] }) {
  const { t } = useTranslation("employer");
  const states = usStates.map((value) => ({ value, label: usStateNames[value] }));
  return (
    <Section heading={t("business.sectionAddress")}>
      <p>{t("business.addressWhy")}</p>
      <TextField
        {...typed(values, "addressLine1")}
        name="addressLine1"
        label={t("business.addressLine1")}
        autoComplete="address-line1"
      />
      <TextField
        {...typed(values, "addressLine2")}
        name="addressLine2"
        label={t("business.addressLine2")}
        autoComplete="address-line2"
        optional
      />
      <TextField {...typed(values, "city")} name="city" label={t("business.city")} autoComplete="address-level2" />
      <SelectField
        {...typed(values, "state")}
        name="state"
        label={t("business.state")}
        choices={states}
        autoComplete="address-level1"
      />
      <TextField
        {...typed(values, "zip")}
        name="zip"
        label={t("business.zip")}
        width="xs"
        inputMode="numeric"
        autoComplete="postal-code"
      />
      {counties.length > 1 ? (
        <RadioGroup
          {...typed(values, "countyFips")}
          name="countyFips"
          label={t("business.countyFips")}
          hint={t("business.countyHint")}
          choices={counties.map(({ fips, name }) => ({ value: fips, label: name }))}
        />
      ) : null}
    </Section>
  );
}

export function ContactFields({ values }: FieldsProps) {
  const { t } = useTranslation("employer");
  return (
    <Section heading={t("business.sectionContact")}>
      <TextField
        {...typed(values, "phone")}
        name="phone"
        type="tel"
        label={t("business.phone")}
        hint={t("business.phoneHint")}
        width="md"
        autoComplete="tel-national"
      />
      <TextField
        {...typed(values, "contactEmail")}
        name="contactEmail"
        type="email"
        label={t("business.contactEmail")}
        hint={t("business.contactEmailHint")}
        autoComplete="email"
        spellCheck={false}
      />
    </Section>
  );
}

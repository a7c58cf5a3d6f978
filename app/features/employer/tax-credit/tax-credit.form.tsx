import { useTranslation } from "react-i18next";
import { creditTaxStatuses } from "~/domain/tax-credit/small-business-credit.rule";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { RadioGroup, SelectField } from "~/ui/forms/choice-fields";
import { DraftStatus } from "~/ui/forms/draft-status";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { Section } from "~/ui/frame/page-parts";
import { useActForm } from "~/ui/forms/use-act-form";
import { fteMethods, saveTaxCreditSchema, yesOrNo } from "./tax-credit.schema";

type Values = Readonly<Record<string, string>>;
type TaxCreditFormProps = {
  formKey: string;
  reply: FormReply | undefined;
  values: Values;
  version: number;
  /** Tax years with figures, and those that can be estimated. */
  taxYears: readonly number[];
};

const fieldNames = [
  ...["taxYear", "taxStatus", "fteMethod", "peopleAtCap", "otherPeople", "otherHours", "fte", "wagesCents"],
  ...["employerPaidCents", "totalPremiumCents", "averagePremiumCents", "paysHalfAlike", "firstClaimYear"],
  ...["stateHelpCents", "payrollTaxesCents"],
];

/** Everything the credit is worked out from. The answer comes with the page that follows, with or without scripts. */
export function TaxCreditForm({ formKey, reply, values, version, taxYears }: TaxCreditFormProps) {
  const { t } = useTranslation("tax-credit");
  const form = useActForm(saveTaxCreditSchema, reply);
  const labels = Object.fromEntries(fieldNames.map((name) => [name, t(`field.${name}`)]));
  return (
    <ActForm form={form} labels={labels} draftStatus={<DraftStatus formKey={formKey} formRef={form.formRef} isQuiet />}>
      <input type="hidden" name="version" value={version} />
      <Section heading={t("section.year")}>
        <SelectField
          name="taxYear"
          label={t("field.taxYear")}
          hint={t("hint.taxYear")}
          choices={taxYears.map((year) => ({ value: String(year), label: String(year) }))}
          defaultValue={values["taxYear"]}
        />
        <RadioGroup
          name="taxStatus"
          label={t("field.taxStatus")}
          choices={creditTaxStatuses.map((value) => ({ value, label: t(`taxStatus.${value}`) }))}
          defaultValue={values["taxStatus"]}
        />
      </Section>
      <PeopleFields values={values} />
      <PremiumFields values={values} />
      <RareFields values={values} />
      <FormActions>
        <SubmitButton>{t("submit")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

function PeopleFields({ values }: { values: Values }) {
  const { t } = useTranslation("tax-credit");
  return (
    <Section heading={t("section.people")}>
      <p>{t("peopleLead")}</p>
      <RadioGroup
        name="fteMethod"
        label={t("field.fteMethod")}
        choices={fteMethods.map((value) => ({
          value,
          label: t(`fteMethod.${value}`),
          description: t(`fteMethod.${value}-text`),
        }))}
        defaultValue={values["fteMethod"]}
      />
      {(["peopleAtCap", "otherPeople", "otherHours", "fte"] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(`field.${name}`)}
          hint={t(`hint.${name}`)}
          defaultValue={values[name]}
          width="xs"
          inputMode={name === "otherHours" ? "decimal" : "numeric"}
          autoComplete="off"
        />
      ))}
      <Dollars name="wagesCents" values={values} />
    </Section>
  );
}

function PremiumFields({ values }: { values: Values }) {
  const { t } = useTranslation("tax-credit");
  return (
    <Section heading={t("section.premiums")}>
      <Dollars name="employerPaidCents" values={values} />
      <Dollars name="totalPremiumCents" values={values} />
      <RadioGroup
        name="paysHalfAlike"
        label={t("field.paysHalfAlike")}
        hint={t("hint.paysHalfAlike")}
        choices={yesOrNo.map((value) => ({ value, label: t(value) }))}
        defaultValue={values["paysHalfAlike"]}
      />
      <Dollars name="averagePremiumCents" values={values} optional />
    </Section>
  );
}

function RareFields({ values }: { values: Values }) {
  const { t } = useTranslation("tax-credit");
  return (
    <Section heading={t("section.more")}>
      <TextField
        name="firstClaimYear"
        label={t("field.firstClaimYear")}
        hint={t("hint.firstClaimYear")}
        defaultValue={values["firstClaimYear"]}
        width="2xs"
        inputMode="numeric"
        autoComplete="off"
        optional
      />
      <Dollars name="stateHelpCents" values={values} optional />
      <Dollars name="payrollTaxesCents" values={values} optional />
    </Section>
  );
}

function Dollars({ name, values, optional = false }: { name: string; values: Values; optional?: boolean }) {
  const { t } = useTranslation("tax-credit");
  return (
    <TextField
      name={name}
      label={t(`field.${name}`)}
      hint={t(`hint.${name}`)}
      defaultValue={values[name]}
      width="md"
      prefix="$"
      inputMode="decimal"
      autoComplete="off"
      optional={optional}
    />
  );
}

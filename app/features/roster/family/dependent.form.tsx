import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { dependentRelationships } from "~/domain/household/relationship";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { SelectField } from "~/ui/forms/choice-fields";
import { DraftStatus } from "~/ui/forms/draft-status";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { useActForm } from "~/ui/forms/use-act-form";
import {
  AnotherPersonField,
  BirthFields,
  NameFields,
  NumberField,
  TobaccoField,
  type PersonOnFile,
} from "../person-fields";

type DependentFormProps = {
  schema: z.ZodType;
  dependent?: (PersonOnFile & { readonly relationship: string }) | undefined;
  reply: FormReply | undefined;
  asksTobacco: boolean;
  /** Values that are posted and not shown: the new id, or the version. */
  hidden: Readonly<Record<string, string>>;
  /** Under which what is typed is kept. */
  formKey: string;
};

export function DependentForm({ schema, dependent, reply, asksTobacco, hidden, formKey }: DependentFormProps) {
  const { t } = useTranslation("roster");
  const form = useActForm(schema, reply);
  const asksAgain =
    form.problems.some(({ field }) => field === "isAnotherPerson") || reply?.values["isAnotherPerson"] !== undefined;
  const relationships = dependentRelationships.map((value) => ({ value, label: t(`relationship.${value}`) }));
  const labels = Object.fromEntries(
    ["firstName", "lastName", "bornOn", "sex", "ssn", "relationship"].map((name) => [name, t(`field.${name}`)]),
  );
  return (
    <ActForm form={form} labels={labels} draftStatus={<DraftStatus formKey={formKey} formRef={form.formRef} />}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={reply?.values[name]?.[0] ?? value} />
      ))}
      {asksAgain ? <AnotherPersonField /> : null}
      <SelectField
        name="relationship"
        label={t("field.relationship")}
        hint={t("field.relationshipHint")}
        choices={relationships}
        defaultValue={dependent?.relationship}
      />
      <NameFields person={dependent} />
      <BirthFields person={dependent} />
      <NumberField lastFour={dependent?.ssnLastFour ?? null} />
      {asksTobacco ? <TobaccoField person={dependent} /> : null}
      <FormActions>
        <SubmitButton>{dependent ? t("form.saveChanges") : t("form.addDependent")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { dependentRelationships } from "~/domain/household/relationship";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { CheckboxField, SelectField } from "~/ui/forms/choice-fields";
import { DraftStatus } from "~/ui/forms/draft-status";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { PersonFields, type PersonOnFile } from "../person-fields";

type DependentFormProps = {
  member?: (PersonOnFile & { readonly relationship: string }) | undefined;
  reply: FormReply | undefined;
  asksTobacco: boolean;
  /** Values that are posted and not shown: the new id, or the version. */
  hidden: Readonly<Record<string, string>>;
  /** Under which what is typed is kept. */
  formKey: string;
};

export function DependentForm({ member, reply, asksTobacco, hidden, formKey }: DependentFormProps) {
  const formRef = useRef<HTMLFormElement>(null);
  const { t } = useTranslation("coverage");
  const asksAgain =
    reply?.problems.some(({ field }) => field === "isAnotherPerson") || reply?.values["isAnotherPerson"] !== undefined;
  const names = ["firstName", "lastName", "bornOn", "sex", "ssn", "relationship"] as const;
  const labels = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)]));
  return (
    <ActForm
      reply={reply}
      formRef={formRef}
      labels={labels}
      draftStatus={<DraftStatus formKey={formKey} formRef={formRef} />}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={reply?.values[name]?.[0] ?? value} />
      ))}
      {asksAgain ? <CheckboxField name="isAnotherPerson" label={t("field.isAnotherPerson")} /> : null}
      <SelectField
        name="relationship"
        label={t("field.relationship")}
        hint={t("field.relationshipHint")}
        choices={dependentRelationships.map((value) => ({ value, label: t(`relationship.${value}`) }))}
        defaultValue={member?.relationship}
      />
      <PersonFields person={member} asksTobacco={asksTobacco} />
      <FormActions>
        <SubmitButton>{member ? t("family.save") : t("family.addPerson")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

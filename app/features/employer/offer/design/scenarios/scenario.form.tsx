import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { SelectField } from "~/ui/forms/choice-fields";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";

type SaveProps = { action: string; fields: Readonly<Record<string, string>>; reply: FormReply | undefined };

/** Puts the design in the address aside under a name. */
export function SaveScenarioForm({ action, fields, reply }: SaveProps) {
  const { t } = useTranslation("offer-design");
  return (
    // The design stays in the address, so that it is still there when it could not be saved.
    <ActForm reply={reply} action={`${action}?${new URLSearchParams(fields)}`} labels={{ name: t("scenarios.name") }}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField name="name" label={t("scenarios.name")} hint={t("scenarios.nameHint")} maxLength={40} />
      <FormActions>
        <SubmitButton name="intent" value="save">
          {t("scenarios.save")}
        </SubmitButton>
      </FormActions>
    </ActForm>
  );
}

type RenameProps = {
  action: string;
  scenarios: readonly { readonly value: string; readonly label: string }[];
  reply: FormReply | undefined;
};

/** Gives one of them another name. */
export function RenameScenarioForm({ action, scenarios, reply }: RenameProps) {
  const { t } = useTranslation("offer-design");
  const labels = { scenarioId: t("scenarios.which"), newName: t("scenarios.newName") };
  return (
    <ActForm reply={reply} action={action} labels={labels}>
      <SelectField name="scenarioId" label={labels.scenarioId} choices={scenarios} />
      <TextField name="newName" label={labels.newName} maxLength={40} />
      <FormActions>
        <SubmitButton look="secondary" name="intent" value="rename">
          {t("scenarios.rename")}
        </SubmitButton>
      </FormActions>
    </ActForm>
  );
}

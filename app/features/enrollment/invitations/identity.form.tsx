import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { DateField, TextField } from "~/ui/forms/text-fields";

export function IdentityForm({ reply }: { reply: FormReply | undefined }) {
  const { t } = useTranslation(["invitation", "shared"]);
  return (
    <ActForm reply={reply} labels={{ lastName: t("identity.lastName"), bornOn: t("identity.bornOn") }}>
      <TextField
        name="lastName"
        label={t("identity.lastName")}
        hint={t("identity.lastNameHint")}
        autoComplete="family-name"
      />
      <DateField name="bornOn" label={t("identity.bornOn")} autoComplete="bday" />
      <FormActions>
        <SubmitButton>{t("shared:action.continue")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

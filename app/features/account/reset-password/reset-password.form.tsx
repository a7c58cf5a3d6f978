import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { useActForm } from "~/ui/forms/use-act-form";
import { resetPasswordSchema } from "./reset-password.schema";

export function ResetPasswordForm({ reply }: { reply: FormReply | undefined }) {
  const { t } = useTranslation("account");
  const form = useActForm(resetPasswordSchema, reply);
  return (
    <ActForm form={form} labels={{ password: t("reset.password") }}>
      <TextField
        name="password"
        type="password"
        label={t("reset.password")}
        hint={t("reset.passwordHint")}
        autoComplete="new-password"
      />
      <FormActions>
        <SubmitButton>{t("reset.submit")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

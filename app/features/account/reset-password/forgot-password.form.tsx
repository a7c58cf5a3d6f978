import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { useActForm } from "~/ui/forms/use-act-form";
import { forgotPasswordSchema } from "./reset-password.schema";

export function ForgotPasswordForm({ reply }: { reply: FormReply | undefined }) {
  const { t } = useTranslation("account");
  const form = useActForm(forgotPasswordSchema, reply);
  return (
    <ActForm form={form} labels={{ email: t("forgot.email") }}>
      <TextField name="email" type="email" label={t("forgot.email")} autoComplete="username" spellCheck={false} />
      <FormActions>
        <SubmitButton>{t("forgot.submit")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

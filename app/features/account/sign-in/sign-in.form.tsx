import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { useActForm } from "~/ui/forms/use-act-form";
import { signInSchema } from "./sign-in.schema";

export function SignInForm({ reply, returnTo }: { reply: FormReply | undefined; returnTo: string }) {
  const { t } = useTranslation("account");
  const form = useActForm(signInSchema, reply);
  return (
    <ActForm form={form} labels={{ email: t("signIn.email"), password: t("signIn.password") }}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <TextField name="email" type="email" label={t("signIn.email")} autoComplete="username" spellCheck={false} />
      <TextField name="password" type="password" label={t("signIn.password")} autoComplete="current-password" />
      <FormActions>
        <SubmitButton>{t("signIn.submit")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

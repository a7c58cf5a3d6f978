import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { useActForm } from "~/ui/forms/use-act-form";
import { signUpSchema } from "./sign-up.schema";

type SignUpFormProps = {
  reply: FormReply | undefined;
  returnTo: string;
  /** The one chosen unless the person says otherwise, and all there are. */
  language: string;
  languages: readonly string[];
};

export function SignUpForm({ reply, returnTo, language, languages }: SignUpFormProps) {
  const { t } = useTranslation(["account", "shared"]);
  const form = useActForm(signUpSchema, reply);
  const choices = languages.map((value) => ({
    value,
    label: <span lang={value}>{t(`shared:language.${value}`)}</span>,
  }));
  const labels = {
    fullName: t("signUp.fullName"),
    email: t("signUp.email"),
    password: t("signUp.password"),
    language: t("signUp.language"),
  };
  return (
    <ActForm form={form} labels={labels}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <TextField name="fullName" label={t("signUp.fullName")} autoComplete="name" />
      <TextField
        name="email"
        type="email"
        label={t("signUp.email")}
        hint={t("signUp.emailHint")}
        autoComplete="email"
        spellCheck={false}
      />
      <TextField
        name="password"
        type="password"
        label={t("signUp.password")}
        hint={t("signUp.passwordHint")}
        autoComplete="new-password"
      />
      <RadioGroup name="language" label={t("signUp.language")} choices={choices} defaultValue={language} />
      <FormActions>
        <SubmitButton>{t("signUp.submit")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

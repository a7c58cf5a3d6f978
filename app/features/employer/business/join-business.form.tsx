import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { useActForm } from "~/ui/forms/use-act-form";
import { joinBusinessSchema } from "./business-details.schema";

export function JoinBusinessForm({ reply, ein }: { reply: FormReply | undefined; ein: string | undefined }) {
  const { t } = useTranslation("employer");
  const form = useActForm(joinBusinessSchema, reply);
  return (
    <ActForm form={form} labels={{ ein: t("business.ein") }}>
      <TextField
        name="ein"
        label={t("business.ein")}
        hint={t("business.einHint")}
        defaultValue={ein}
        width="md"
        inputMode="numeric"
        autoComplete="off"
      />
      <FormActions>
        <SubmitButton>{t("join.submit")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

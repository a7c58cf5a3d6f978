import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { useActForm } from "~/ui/forms/use-act-form";
import { revealReasons, revealSsnSchema } from "./reveal-ssn.schema";

export function RevealSsnForm({ reply, memberId }: { reply: FormReply | undefined; memberId: string }) {
  const { t } = useTranslation("roster");
  const form = useActForm(revealSsnSchema, reply);
  return (
    <ActForm form={form}>
      <input type="hidden" name="memberId" value={memberId} />
      <RadioGroup
        name="reason"
        label={t("ssn.reason")}
        choices={revealReasons.map((value) => ({ value, label: t(`ssn.reasons.${value}`) }))}
      />
      <TextField name="explanation" label={t("ssn.explanation")} hint={t("ssn.explanationHint")} autoComplete="off" />
      <FormActions>
        <SubmitButton>{t("ssn.reveal")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

import { useTranslation } from "react-i18next";
import type { CoverageLine } from "~/domain/coverage-line";
import { waiverReasons } from "~/domain/participation/waiver-reason";
import type { FormReply } from "~/platform/forms/parse-form";
import { LinkButton } from "~/ui/content/button";
import { ActForm } from "~/ui/forms/act-form";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";

type WaiveFormProps = { line: CoverageLine; base: string; reason: string | undefined; reply: FormReply | undefined };

export function WaiveForm({ line, base, reason, reply }: WaiveFormProps) {
  const { t } = useTranslation("coverage");
  const choices = waiverReasons.map((value) => ({
    ...{ value, label: t(`waiver.${value}.label`), description: t(`waiver.${value}.hint`) },
  }));
  return (
    <ActForm reply={reply} labels={{ reason: t("waiver.question") }}>
      <RadioGroup
        name="reason"
        label={t("waiver.question")}
        hint={t("waiver.why")}
        choices={choices}
        defaultValue={reason}
        tiles
      />
      <FormActions>
        <SubmitButton>{t(`waiver.confirm.${line}`)}</SubmitButton>
        <LinkButton to={`${base}/choose/${line}`} look="secondary">
          {t("waiver.seePlans")}
        </LinkButton>
      </FormActions>
    </ActForm>
  );
}

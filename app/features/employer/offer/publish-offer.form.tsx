import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { useActForm } from "~/ui/forms/use-act-form";
import { publishOfferSchema } from "./publish-offer.schema";

type PublishFormProps = { version: number; employeeCount: number; reply: FormReply | undefined };

/** After this the offer stands: its plans, shares and dates do not change any more. */
export function PublishForm({ version, employeeCount, reply }: PublishFormProps) {
  const { t } = useTranslation("plans");
  const form = useActForm(publishOfferSchema, reply);
  return (
    <ActForm form={form}>
      <input type="hidden" name="version" value={version} />
      <CheckboxField name="confirmed" label={t("review.confirm", { count: employeeCount })} />
      <FormActions>
        <SubmitButton look="call">{t("review.publish")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

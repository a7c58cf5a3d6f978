import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/forms/act-form";
import { DraftStatus } from "~/ui/forms/draft-status";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { useActForm } from "~/ui/forms/use-act-form";
import { registerBusinessSchema } from "./business-details.schema";
import { AddressFields, ContactFields, NameFields, useBusinessLabels, type BusinessReply } from "./business-fields";

/** `reply` also carries the draft of an earlier visit: values without problems. */
export function RegisterBusinessForm({ reply, formKey }: { reply: BusinessReply; formKey: string }) {
  const { t } = useTranslation("employer");
  const form = useActForm(registerBusinessSchema, reply);
  return (
    <ActForm
      form={form}
      labels={useBusinessLabels()}
      draftStatus={<DraftStatus formKey={formKey} formRef={form.formRef} isQuiet />}
    >
      <NameFields withEin />
      <AddressFields counties={reply.counties ?? []} />
      <ContactFields />
      <FormActions>
        <SubmitButton>{t("register.submit")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

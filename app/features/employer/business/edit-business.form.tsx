import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/forms/act-form";
import { DraftStatus } from "~/ui/forms/draft-status";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { useActForm } from "~/ui/forms/use-act-form";
import { editBusinessSchema } from "./business-details.schema";
import {
  AddressFields,
  ContactFields,
  NameFields,
  useBusinessLabels,
  type BusinessReply,
  type CountyChoice,
} from "./business-fields";

type EditBusinessFormProps = {
  reply: BusinessReply | undefined;
  values: Readonly<Record<string, string | null>>;
  version: number;
  /** Of the ZIP on record. */
  counties: readonly CountyChoice[];
  /** Under which what is typed is kept. */
  formKey: string;
};

export function EditBusinessForm({ reply, values, version, counties, formKey }: EditBusinessFormProps) {
  const { t } = useTranslation("employer");
  const form = useActForm(editBusinessSchema, reply);
  const isOnRecord = (reply?.values["zip"]?.[0] ?? values["zip"]) === values["zip"];
  return (
    <ActForm
      form={form}
      labels={useBusinessLabels()}
      draftStatus={<DraftStatus formKey={formKey} formRef={form.formRef} isQuiet />}
    >
      <input type="hidden" name="version" value={reply?.values["version"]?.[0] ?? version} />
      <NameFields values={values} withEin={false} />
      <AddressFields values={values} counties={reply?.counties ?? (isOnRecord ? counties : [])} />
      <ContactFields values={values} />
      <FormActions>
        <SubmitButton>{t("business.save")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

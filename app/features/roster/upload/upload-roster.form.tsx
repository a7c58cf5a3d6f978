import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { FileField } from "~/ui/forms/file-field";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { useActForm } from "~/ui/forms/use-act-form";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import { uploadColumns, type UploadColumn } from "./upload-columns.schema";
import { uploadLargestBytes, uploadMostRows, uploadRosterSchema } from "./upload.schema";

export function UploadRosterForm({ reply, templateTo }: { reply: FormReply | undefined; templateTo: string }) {
  const { t } = useTranslation("roster");
  const form = useActForm(uploadRosterSchema, reply);
  const limits = { megabytes: uploadLargestBytes / 1_000_000, rows: uploadMostRows };
  return (
    <>
      <p>
        <Link className="usa-link" to={templateTo} reloadDocument download>
          {t("upload.template")}
        </Link>
      </p>
      <ActForm form={form} labels={{ list: t("upload.file") }} encType="multipart/form-data">
        <FileField
          name="list"
          label={t("upload.file")}
          hint={t("upload.fileHint", limits)}
          accept=".csv,.txt,.tsv,text/csv"
        />
        <FormActions>
          <SubmitButton>{t("upload.send")}</SubmitButton>
        </FormActions>
      </ActForm>
    </>
  );
}

/** What each column holds, as a table. */
export function UploadColumnGuide() {
  const { t } = useTranslation("roster");
  const locale = useLocale();
  const columns: readonly UploadColumn[] = uploadColumns;
  return (
    <Section heading={t("guide.heading")}>
      <p>{t("guide.lead")}</p>
      <div className="sf-table">
        <table className="usa-table usa-table--borderless usa-table--stacked-header sf-table__table">
          <caption>{t("guide.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("guide.column")}</th>
              <th scope="col">{t("guide.need")}</th>
              <th scope="col">{t("guide.what")}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ key, heading, required }) => (
              <tr key={key}>
                <th scope="row">{heading[locale]}</th>
                <td data-label={t("guide.need")}>{t(required ? "guide.required" : "guide.optional")}</td>
                <td data-label={t("guide.what")}>{t(`guide.columns.${key}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

import { useTranslation } from "react-i18next";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { formatDate } from "~/ui/format/dates";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";

type SignFormProps = {
  /** What stands on the page, so that nothing else is signed. */
  seen: string;
  name: string;
  businessName: string;
  startOn: CalendarDate;
  closesOn: CalendarDate;
  /** False when every line is turned down. */
  elects: boolean;
  reply: FormReply | undefined;
};

export function SignForm({ seen, name, businessName, startOn, closesOn, elects, reply }: SignFormProps) {
  const { t } = useTranslation("coverage");
  const locale = useLocale();
  return (
    <Section heading={t("sign.heading")}>
      <ActForm reply={reply} labels={{ signedName: t("sign.name"), attested: t("sign.attestedShort") }}>
        <input type="hidden" name="seen" value={seen} />
        <ul className="usa-list">
          <li>{t("sign.true")}</li>
          {elects ? <li>{t("sign.pay", { business: businessName })}</li> : null}
          <li>{t("sign.change", { closesOn: formatDate(locale, closesOn, "long") })}</li>
          {elects ? (
            <li>{t("sign.starts", { business: businessName, startOn: formatDate(locale, startOn, "plain") })}</li>
          ) : null}
        </ul>
        <CheckboxField name="attested" label={t("sign.attested")} />
        <TextField name="signedName" label={t("sign.name")} hint={t("sign.nameHint", { name })} autoComplete="name" />
        <FormActions>
          <SubmitButton look="call">{t("sign.sign")}</SubmitButton>
        </FormActions>
      </ActForm>
    </Section>
  );
}

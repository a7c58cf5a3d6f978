import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { Section } from "~/ui/frame/page-parts";

type SignFormProps = {
  applicationId: string;
  /** Made with the page: a second click carries the same. */
  idempotencyKey: string;
  signerName: string;
  businessName: string;
  undecidedCount: number;
  reply: FormReply | undefined;
};

/** The owner's signature. The button is never out of reach: the server says what is missing. */
export function SignSubmissionForm(props: SignFormProps) {
  const { t } = useTranslation("submission");
  const { applicationId, idempotencyKey, signerName, businessName, undecidedCount, reply } = props;
  return (
    <Section heading={t("sign.heading")}>
      {/* Without scripts the answer opens at the form, where its problems are. */}
      <div id="sign" />
      <ActForm action="#sign" reply={reply} labels={{ signedName: t("sign.name"), attested: t("sign.statement") }}>
        <input type="hidden" name="applicationId" value={applicationId} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <p>{t("sign.intro", { business: businessName })}</p>
        <ul className="usa-list">
          {(["true", "everybody", "pay", "final"] as const).map((point) => (
            <li key={point}>{t(`sign.point.${point}`)}</li>
          ))}
        </ul>
        {undecidedCount > 0 ? (
          <CheckboxField
            name="undecidedStated"
            value={String(undecidedCount)}
            label={t("sign.undecided", { count: undecidedCount })}
            hint={t("sign.undecidedHint")}
          />
        ) : null}
        <CheckboxField name="attested" value="yes" label={t("sign.attest")} />
        <TextField
          name="signedName"
          label={t("sign.name")}
          hint={t("sign.nameHint", { name: signerName })}
          autoComplete="name"
        />
        <FormActions>
          <SubmitButton look="call">{t("sign.submit")}</SubmitButton>
        </FormActions>
      </ActForm>
    </Section>
  );
}

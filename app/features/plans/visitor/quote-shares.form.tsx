import { useTranslation } from "react-i18next";
import type { ContributionPercentages } from "~/domain/contribution/contribution-model";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { SubmitButton } from "~/ui/forms/form-buttons";
import { PercentField } from "~/ui/forms/text-fields";

type SharesProps = { percentages: ContributionPercentages; reply: FormReply | undefined };

/** What the business would pay of each plan; kept with the quote, and where the offer begins later. */
export function QuoteSharesForm({ percentages, reply }: SharesProps) {
  const { t } = useTranslation("quote");
  const labels = { employeeShare: t("shares.employee"), dependentsShare: t("shares.dependents") };
  return (
    <section className="sf-quote__shares">
      <h2 className="sf-section__heading">{t("shares.heading")}</h2>
      <p>{t("shares.text")}</p>
      <ActForm reply={reply} labels={labels} className="sf-form--wide sf-quote__row">
        <PercentField
          name="employeeShare"
          label={t("shares.employee")}
          defaultValue={percentages.employeeBasisPoints}
        />
        <PercentField
          name="dependentsShare"
          label={t("shares.dependents")}
          defaultValue={percentages.dependentsBasisPoints}
        />
        <SubmitButton look="secondary">{t("shares.show")}</SubmitButton>
      </ActForm>
    </section>
  );
}

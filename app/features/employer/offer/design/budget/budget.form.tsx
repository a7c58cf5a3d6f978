import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Cents } from "~/domain/money/cents";
import type { FormReply } from "~/platform/forms/parse-form";
import { Button } from "~/ui/content/button";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormContext } from "~/ui/forms/form-context";
import { TextField } from "~/ui/forms/text-fields";

type BudgetFormProps = {
  /** Where the question is asked; the page's own address when left out. */
  action?: string;
  /** The rest of the question, sent along. */
  fields?: Readonly<Record<string, string>>;
  budgetCents: Cents | undefined;
  reply: FormReply | null;
  submitLabel: string;
  hint: string;
  more?: { to: string; label: string };
};

/** An amount a month, asked about by address. */
export function BudgetForm({ action, fields = {}, budgetCents, reply, submitLabel, hint, more }: BudgetFormProps) {
  const { t } = useTranslation("offer-design");
  const { problems = [], values = {} } = reply ?? {};
  const typed = budgetCents === undefined ? undefined : String(budgetCents / 100);
  return (
    <FormContext.Provider value={{ problems, values }}>
      <ErrorSummary problems={problems} labels={{ budget: t("budget.label") }} />
      <Form method="get" noValidate className="sf-form" preventScrollReset {...(action ? { action } : {})}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="budget"
          label={t("budget.label")}
          hint={hint}
          prefix="$"
          width="sm"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed}
        />
        <div className="sf-budget__actions">
          <Button type="submit" look="secondary">
            {submitLabel}
          </Button>
          {more ? (
            <Link className="usa-link" to={more.to}>
              {more.label}
            </Link>
          ) : null}
        </div>
      </Form>
    </FormContext.Provider>
  );
}

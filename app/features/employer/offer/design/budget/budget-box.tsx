import { useTranslation } from "react-i18next";
import type { Cents } from "~/domain/money/cents";
import { Alert } from "~/ui/content/alert";
import { Explain } from "~/ui/content/explain";
import { formatBasisPoints, formatCents } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import type { OfferPage } from "../../offer-page.server";
import { BudgetForm } from "./budget.form";

type BudgetBoxProps = {
  page: Pick<OfferPage, "budget" | "budgetReply" | "offersDependents" | "line">;
  base: string;
  /** The offer as its form says it now. */
  fields: Readonly<Record<string, string>>;
  costCents: Cents | undefined;
};

/** Works backwards: from what the business can spend to the shares, and to the best offers. */
export function BudgetBox({ page, base, fields, costCents }: BudgetBoxProps) {
  const { t } = useTranslation("offer-design");
  const { budget, budgetReply, line } = page;
  const frontier = `${base}/offer/${line}/frontier`;
  const budgetCents = budget?.budgetCents ?? costCents;
  const to = budgetCents === undefined ? frontier : `${frontier}?budget=${Math.ceil(budgetCents / 100)}`;
  return (
    <>
      {budgetReply ? <BudgetQuestion page={page} fields={fields} to={to} /> : null}
      {budget ? <Bought budget={budget} hasFamilies={page.offersDependents} /> : null}
      {budgetReply ? null : (
        <Explain summary={t("budget.heading")}>
          <BudgetQuestion page={page} fields={fields} to={to} />
        </Explain>
      )}
    </>
  );
}

function BudgetQuestion({ page, fields, to }: Pick<BudgetBoxProps, "page" | "fields"> & { to: string }) {
  const { t } = useTranslation("offer-design");
  return (
    <BudgetForm
      fields={fields}
      budgetCents={page.budget?.budgetCents}
      reply={page.budgetReply}
      submitLabel={t("budget.find")}
      hint={t("budget.hint")}
      more={{ to, label: t("budget.toFrontier") }}
    />
  );
}

function Bought({ budget, hasFamilies }: { budget: NonNullable<OfferPage["budget"]>; hasFamilies: boolean }) {
  const { t } = useTranslation("offer-design");
  const locale = useLocale();
  const { employeeBasisPoints, dependentsBasisPoints } = budget.terms;
  const words = {
    budget: formatCents(locale, budget.budgetCents),
    employees: formatBasisPoints(locale, employeeBasisPoints),
    dependents: formatBasisPoints(locale, dependentsBasisPoints),
    cost: formatCents(locale, budget.employerMonthlyCents),
  };
  return (
    <Alert tone="info" heading={t("budget.boughtHeading")} live>
      {t(hasFamilies ? "budget.bought" : "budget.boughtAlone", words)}
    </Alert>
  );
}

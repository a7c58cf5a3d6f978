import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { creditTaxYears } from "~/domain/tax-credit/credit-year.rule";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { CreditAnswerView } from "~/features/employer/tax-credit/credit-answer";
import { saveTaxCredit } from "~/features/employer/tax-credit/save-tax-credit.command.server";
import { loadTaxCreditPage, type TaxCreditPage } from "~/features/employer/tax-credit/tax-credit-page.server";
import { TaxCreditForm } from "~/features/employer/tax-credit/tax-credit.form";
import { saveTaxCreditSchema } from "~/features/employer/tax-credit/tax-credit.schema";
import { discardDraft } from "~/platform/drafts/drafts.server";
import { draftedReply, restoredReply } from "~/platform/drafts/form-drafts.server";
import { explainedLineFor } from "~/platform/explained-figure.server";
import type { ExplainedLine } from "~/platform/explanations";
import { parseForm, type FormReply } from "~/platform/forms/parse-form";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { Alert } from "~/ui/content/alert";
import { formatCents } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { RestoredDraft } from "~/ui/forms/restored-draft";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = {
  i18n: ["tax-credit", "account", "rule-problems"],
  title: "tax-credit:title",
} satisfies PageHandle;

const formKeyOf = (employerId: string | undefined) => `business:${employerId ?? ""}:tax-credit`;

type PageData = {
  employerId: string;
  businessName: string;
  page: TaxCreditPage;
  line: ExplainedLine | null;
  taxYears: readonly number[];
  formKey: string;
  restored: FormReply | null;
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const formKey = formKeyOf(params["employerId"]);
  const { user, employer, draftOf } = await requireEmployerAccess(request, params["employerId"], {
    draftsLike: formKey,
  });
  const { employerId, entityKind, state } = employer;
  const asked = { employerId, userId: user.userId, place: employer, entityKind, today: marketplaceToday(state) };
  const { page, working } = await loadTaxCreditPage(asked);
  return json<PageData>({
    ...{ employerId, businessName: employer.dbaName ?? employer.legalName, page, formKey },
    line: working && (await explainedLineFor(request, working)),
    taxYears: creditTaxYears(),
    restored: restoredReply(draftOf(formKey)),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const form = await request.formData();
  const draft = { userId: user.userId, formKey: formKeyOf(employerId) };
  const about = { draft, schema: saveTaxCreditSchema };
  const parsed = parseForm(saveTaxCreditSchema, form);
  if (!parsed.ok) return draftedReply(parsed.problems, form, about);
  const typed = Object.fromEntries(Object.keys(saveTaxCreditSchema.shape).map((name) => [name, textOf(form, name)]));
  const act = { employerId, userId: user.userId, actorName: user.fullName, state };
  const outcome = await saveTaxCredit({ ...act, input: parsed.value, typed });
  if (!outcome.ok) return draftedReply(outcome.problems, form, about);
  await discardDraft(draft.userId, draft.formKey);
  return redirect(`/employers/${employerId}/tax-credit#answer`);
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

export default function TaxCreditPage() {
  const { t } = useTranslation("tax-credit");
  const locale = useLocale();
  const { employerId, businessName, page, line, taxYears, formKey, restored } = useLoaderData() as PageData;
  const answered = useActionData<typeof action>();
  const { answer, prefilled, values, version } = page;
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={businessName} />} lead={t("lead")}>
        {t("title")}
      </PageHeading>
      {answer && line ? (
        <div id="answer">
          <CreditAnswerView answer={answer} line={line} />
        </div>
      ) : null}
      {prefilled ? (
        <Alert tone="info">
          {t("prefilled", {
            count: prefilled.months,
            year: prefilled.year,
            amount: formatCents(locale, prefilled.employerMonthlyCents),
          })}
        </Alert>
      ) : null}
      {restored && !answered ? <RestoredDraft formKey={formKey} /> : null}
      <TaxCreditForm
        formKey={formKey}
        reply={answered ?? restored ?? undefined}
        values={values}
        version={version}
        taxYears={taxYears}
      />
    </>
  );
}

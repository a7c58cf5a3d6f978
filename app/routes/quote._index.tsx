import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { choicesOf, placeInForm, takeQuote } from "~/features/plans/visitor/take-quote.server";
import { findQuotePlace, usualStarts } from "~/features/plans/visitor/quote-place.query.server";
import { VisitorQuoteForm, type PlaceChoices } from "~/features/plans/visitor/visitor-quote.form";
import { findVisitorQuote } from "~/features/plans/visitor/visitor-quote.server";
import { CensusFields, useCensusLabels } from "~/features/roster/census/census-fields";
import { CensusFindings, type CensusFindingsProps } from "~/features/roster/census/census-findings";
import { readCensusForm } from "~/features/roster/census/read-census-form.server";
import { censusPeopleCount } from "~/domain/household/census";
import type { FormReply } from "~/platform/forms/parse-form";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { quoteCookie, quoteCookieOf } from "~/platform/session/quote-cookie.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = {
  i18n: ["quote", "file-problems", "rule-problems"],
  title: "quote:form.title",
} satisfies PageHandle;

const plansTo = "/quote/plans";

/** The choices alone for a ZIP that was typed; with the refusal when the form was sent. */
type QuoteAnswer = PlaceChoices & {
  readonly refusal?: { readonly reply: FormReply; readonly findings: CensusFindingsProps };
};

export async function loader({ request }: LoaderFunctionArgs) {
  const carried = await findVisitorQuote(request);
  const place = carried && (await findQuotePlace(carried.quote));
  const { counties, starts } = place ? choicesOf(place) : { counties: [], starts: usualStarts() };
  return json({ typed: carried?.quote.typed ?? {}, counties, starts, plansTo: carried ? plansTo : null });
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  if (form.get("intent") === "place") return json<QuoteAnswer>(choicesOf(await placeInForm(form)));
  const people = await readCensusForm(form, { today: marketplaceToday("") });
  const taken = await takeQuote(form, { people, carriedToken: quoteCookieOf(request)?.token });
  const { saved, typed, counties, starts, problems } = taken;
  const headers = new Headers(saved ? { "Set-Cookie": quoteCookie(saved) } : {});
  const { refused, unknownColumns, ssnIgnored, census } = people;
  if (saved && refused.length === 0) {
    return redirect(ssnIgnored ? `${plansTo}?ssn=ignored` : plansTo, { headers });
  }
  const late = problems.find(({ code }) => code === "too-many-attempts");
  if (late) headers.set("Retry-After", String(Number(late.params?.["minutes"] ?? 1) * 60));
  const goodCount = census.ok ? censusPeopleCount(census.value) : 0;
  const findings = { refused, unknownColumns, ssnIgnored, goodCount, goOnTo: saved ? plansTo : null };
  const answer: QuoteAnswer = { counties, starts, refusal: { reply: { problems, values: typed }, findings } };
  return json(answer, { status: late ? 429 : 422, headers });
}

export default function QuotePage() {
  const { t } = useTranslation("quote");
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as QuoteAnswer | undefined;
  const refusal = answer?.refusal;
  const typed = refusal?.reply.values ?? loaded.typed;
  const reply = refusal?.reply ?? { problems: [], values: loaded.typed };
  return (
    <>
      <PageHeading lead={t("form.lead")}>{t("form.heading")}</PageHeading>
      {refusal ? <CensusFindings {...refusal.findings} /> : null}
      {loaded.plansTo && !refusal ? (
        <p>
          {t("form.saved")}{" "}
          <Link className="usa-link" to={loaded.plansTo}>
            {t("form.savedLink")}
          </Link>
        </p>
      ) : null}
      <VisitorQuoteForm
        key={JSON.stringify(refusal?.reply.values ?? "first")}
        reply={reply}
        choices={answer ?? loaded}
        labels={useCensusLabels(typed)}
      >
        <CensusFields typed={typed} />
      </VisitorQuoteForm>
      <p className="usa-hint">{t("form.privacy")}</p>
    </>
  );
}

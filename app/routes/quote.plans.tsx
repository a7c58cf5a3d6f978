import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readPlanSearch, type PlanSearch } from "~/features/plans/list/plan-list.search";
import { QuoteNextSteps } from "~/features/plans/visitor/quote-next-steps";
import { QuoteSharesForm } from "~/features/plans/visitor/quote-shares.form";
import { quoteStartProblems, saveQuoteShares } from "~/features/plans/visitor/save-visitor-quote.command.server";
import { VisitorPlanList } from "~/features/plans/visitor/visitor-plan-list";
import { loadVisitorPlans, type VisitorPlans } from "~/features/plans/visitor/visitor-plans.query.server";
import { quoteSharesSchema } from "~/features/plans/visitor/visitor-quote.schema";
import { findVisitorQuote, type VisitorQuote } from "~/features/plans/visitor/visitor-quote.server";
import { CensusNotes } from "~/features/roster/census/census-findings";
import type { Problem } from "~/domain/problem";
import { env } from "~/platform/env.server";
import { parseForm } from "~/platform/forms/parse-form";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { limitedReply } from "~/platform/rate-limit/limited-reply.server";
import { countAttempt } from "~/platform/rate-limit/rate-limit.server";
import { quoteCookie, quoteCookieOf } from "~/platform/session/quote-cookie.server";
import { findUser } from "~/platform/session/session.server";
import { tokenHash } from "~/platform/session/token.server";
import { Alert } from "~/ui/content/alert";
import { DateText } from "~/ui/content/amount";
import { ProblemText } from "~/ui/content/problem-text";
import { WordsOnThisPage } from "~/ui/content/words-on-this-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["quote", "plans", "plan-compare"], title: "quote:plans.title" } satisfies PageHandle;

type PageData = {
  place: Pick<VisitorQuote, "zip" | "countyName" | "startOn" | "employeeBasisPoints" | "dependentsBasisPoints">;
  search: PlanSearch;
  page: VisitorPlans | null;
  problems: readonly Problem[];
  ssnIgnored: boolean;
  privateLink: string;
  isSignedIn: boolean;
};

export async function loader({ request }: LoaderFunctionArgs) {
  const carried = await findVisitorQuote(request);
  if (!carried) throw redirect("/quote");
  const { token, quote } = carried;
  const address = new URL(request.url).searchParams;
  const search = readPlanSearch(address);
  const counted = await countAttempt("quote-prices", { account: tokenHash(token) });
  const today = marketplaceToday(quote.state);
  const page = counted.ok ? await loadVisitorPlans(quote, { search, today }) : null;
  const { zip, countyName, startOn, employeeBasisPoints, dependentsBasisPoints } = quote;
  const data: PageData = {
    place: { zip, countyName, startOn, employeeBasisPoints, dependentsBasisPoints },
    ...{ search, page, problems: counted.ok ? quoteStartProblems(quote, today) : counted.problems },
    ssnIgnored: address.get("ssn") === "ignored",
    privateLink: `${env().publicOrigin}/quote/${token}`,
    isSignedIn: (await findUser(request)) !== undefined,
  };
  return json(data, { status: counted.ok ? 200 : 429 });
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = parseForm(quoteSharesSchema, form);
  if (!parsed.ok) return limitedReply(parsed.problems, form);
  const outcome = await saveQuoteShares(quoteCookieOf(request)?.token, parsed.value);
  if (outcome.ok) {
    const { search } = new URL(request.url);
    return redirect(`/quote/plans${search}`, { headers: { "Set-Cookie": quoteCookie(outcome.value) } });
  }
  if (outcome.problems.some(({ code }) => code === "quote-gone")) return redirect("/quote");
  return limitedReply(outcome.problems, form);
}

export default function QuotedPlansPage() {
  const { t } = useTranslation("quote");
  const { place, search, page, problems, ssnIgnored, privateLink, isSignedIn } = useLoaderData() as PageData;
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeading
        eyebrow={t("plans.eyebrow")}
        lead={page ? t("plans.lead", { count: page.employeeCount, members: page.memberCount }) : undefined}
      >
        {t("plans.title")}
      </PageHeading>
      <CensusNotes unknownColumns={[]} ssnIgnored={ssnIgnored} />
      {problems.map((problem) => (
        <Alert key={problem.code} tone="warning">
          <ProblemText problem={problem} />
        </Alert>
      ))}
      <p>
        {t("plans.place", { zip: place.zip, county: place.countyName })} <DateText date={place.startOn} />.{" "}
        <Link className="usa-link" to="/quote">
          {t("plans.change")}
        </Link>
      </p>
      {page && page.leftOutCount > 0 ? <p>{t("plans.leftOut", { count: page.leftOutCount })}</p> : null}
      {page ? (
        <VisitorPlanList
          page={page}
          search={search}
          shares={<QuoteSharesForm key={JSON.stringify(place)} percentages={place} reply={reply} />}
        />
      ) : null}
      <QuoteNextSteps privateLink={privateLink} isSignedIn={isSignedIn} />
      <WordsOnThisPage terms={["premium", "deductible", "copay", "out-of-pocket-maximum", "network", "metal-level"]} />
    </>
  );
}

import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { parseCalendarDate } from "~/domain/calendar/calendar-date";
import { CoverageYearForm, StartDateForm } from "~/features/employer/offer/coverage-year/coverage-year.form";
import { coverageYearSchema } from "~/features/employer/offer/coverage-year/coverage-year.schema";
import {
  loadCoverageYear,
  type CoverageYearPage,
} from "~/features/employer/offer/coverage-year/coverage-year-page.server";
import { saveCoverageYear } from "~/features/employer/offer/coverage-year/save-coverage-year.command.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { quoteCookieOf } from "~/platform/session/quote-cookie.server";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { ExplainedAmount } from "~/ui/content/explained-amount";
import { CalendarStrip } from "~/ui/content/calendar-strip";
import { ProblemText } from "~/ui/content/problem-text";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading, Section } from "~/ui/frame/page-parts";

export const handle = { i18n: ["plans"], title: "plans:year.title" } satisfies PageHandle;

type PageData = { employerId: string; base: string; businessName: string; page: CoverageYearPage };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state, payFrequency } = employer;
  const wantedStartOn = parseCalendarDate(new URL(request.url).searchParams.get("start") ?? "");
  const today = marketplaceToday(state);
  const page = await loadCoverageYear({
    employerId,
    userId: user.userId,
    place: employer,
    payFrequency,
    today,
    wantedStartOn,
    quotedStartOn: quoteCookieOf(request)?.terms.startOn,
  });
  return json<PageData>({
    employerId,
    base: `/employers/${employerId}`,
    businessName: employer.dbaName ?? employer.legalName,
    page,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const form = await request.formData();
  const parsed = parseForm(coverageYearSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const act = { employerId, userId: user.userId, actorName: user.fullName };
  const outcome = await saveCoverageYear({ ...act, state, today: marketplaceToday(state), input: parsed.value });
  if (!outcome.ok) return problemReply(outcome.problems, form);
  return redirect(`/employers/${employerId}/offer/medical`);
}

export default function CoverageYearRoute() {
  const { t } = useTranslation("plans");
  const { employerId, base, businessName, page } = useLoaderData() as PageData;
  const reply = useActionData<typeof action>();
  const milestones = page.milestones.map(({ code, on }) => ({ key: code, label: t(`milestone.${code}`), on }));
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={businessName} />} lead={t("year.lead")}>
        {t("year.title")}
      </PageHeading>
      {page.startProblems.map((problem) => (
        <Alert key={problem.code} tone="warning">
          <ProblemText problem={problem} />
        </Alert>
      ))}
      {page.mayChange ? <StartDateForm key={`start ${page.startOn}`} fields={page} reply={reply} /> : null}
      <Section heading={t("year.calendar")}>
        <CalendarStrip milestones={milestones} today={page.today} />
        <ExplainedAmount base={base} about={{ figure: "dates", start: page.startOn }} named={t("year.calendar")} />
      </Section>
      {page.mayChange ? (
        <Section heading={t("year.choices")}>
          <CoverageYearForm key={page.startOn} fields={page} reply={reply} />
        </Section>
      ) : (
        <Alert tone="info" heading={t("year.published")}>
          <LinkButton to={`${base}/offer/review`}>{t("year.seeOffer")}</LinkButton>
        </Alert>
      )}
    </>
  );
}

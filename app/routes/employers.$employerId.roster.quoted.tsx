import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { forgetVisitorQuote } from "~/features/plans/visitor/forget-visitor-quote.command.server";
import { findVisitorQuote } from "~/features/plans/visitor/visitor-quote.server";
import { addQuotedPeople } from "~/features/roster/quoted/add-quoted-people.command.server";
import { QuotedPeopleForm } from "~/features/roster/quoted/quoted-people.form";
import { quotedPeople } from "~/features/roster/quoted/quoted-people";
import { quotedPeopleSchema } from "~/features/roster/quoted/quoted-people.schema";
import { rosterDay } from "~/features/roster/roster-act.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { quoteCookieOf } from "~/platform/session/quote-cookie.server";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { EmptyState } from "~/ui/content/empty-state";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = {
  i18n: ["quote", "file-problems", "rule-problems"],
  title: "quote:carry.title",
} satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, dbaName } = employer;
  const carried = await findVisitorQuote(request);
  return json({ employerId, groupName: dbaName ?? legalName, people: quotedPeople(carried?.quote.census ?? []) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId } = employer;
  const form = await request.formData();
  const parsed = parseForm(quotedPeopleSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const act = { employerId, userId: user.userId, actorName: membership.fullName, ...rosterDay(employer.state) };
  const outcome = await addQuotedPeople(act, parsed.value.people);
  if (!outcome.ok) return problemReply(outcome.problems, form);
  const { left, keptCount, problems } = outcome.value;
  if (left.length > 0) return json({ left, keptCount, problems }, { status: 422 });
  const carried = quoteCookieOf(request);
  if (carried) await forgetVisitorQuote(carried.token);
  return redirect(`/employers/${employerId}/roster?done=quoted`);
}

export default function QuotedPeoplePage() {
  const { t } = useTranslation("quote");
  const { employerId, groupName, people: quoted } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer && "left" in answer ? answer : undefined;
  const people = refusal?.left ?? quoted;
  const base = `/employers/${employerId}`;
  const eyebrow = <BusinessEyebrow employerId={employerId} name={groupName} />;
  if (people.length === 0) {
    return (
      <>
        <PageHeading eyebrow={eyebrow}>{t("carry.title")}</PageHeading>
        <EmptyState
          heading={t("carry.nobody")}
          action={<LinkButton to={`${base}/roster`}>{t("carry.toRoster")}</LinkButton>}
        >
          {t("carry.nobodyText")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeading eyebrow={eyebrow} lead={t("carry.lead")}>
        {t("carry.heading", { count: people.length })}
      </PageHeading>
      {refusal && refusal.keptCount > 0 ? (
        <Alert tone="success" live>
          {t("carry.kept", { count: refusal.keptCount })}
        </Alert>
      ) : null}
      <QuotedPeopleForm key={JSON.stringify(people)} people={people} problems={answer?.problems ?? []} laterTo={base} />
    </>
  );
}

import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Cents } from "~/domain/money/cents";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { parseEin } from "~/domain/household/ein";
import { businessTimeZone } from "~/features/employer/business-time-zone.server";
import { employerCalendar } from "~/features/employer/home/employer-calendar";
import { employerTasks, taskPath } from "~/features/employer/home/employer-tasks";
import { EmployerTaskList, NextAct, NextDeadline, StartCalendar, WhoCanHelp } from "~/features/employer/home/home-page";
import { loadHome } from "~/features/employer/home/home.query.server";
import { LastEvents } from "~/features/employer/home/last-events";
import { CreditLink } from "~/features/employer/tax-credit/credit-link";
import { savedCreditCents } from "~/features/employer/tax-credit/credit-of-answers.server";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading, WithAside } from "~/ui/frame/page-parts";

export const handle = { i18n: ["employer", "tax-credit"], title: "employer:home.title" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, dbaName, ein, standing, state } = employer;
  const facts = await loadHome({ employerId, userId: user.userId });
  const today = marketplaceToday(state);
  const found = profileFor({ state, on: facts.application?.startOn ?? today });
  const profile = found.ok ? found.value : undefined;
  const reading = parseEin(ein);
  const einIsDoubtful = reading.ok && reading.value.warnings.length > 0;
  const tasks = employerTasks({ facts, standing, einIsDoubtful, profile, today }).map((task) => ({
    ...task,
    to: taskPath(employerId, task),
  }));
  const calendar = profile && employerCalendar({ application: facts.application, profile, today });
  const { owners, joinRequestCount, lastEvents } = facts;
  const creditCents = savedCreditCents(facts.taxCredit?.answers, { state });
  return json({
    ...{ employerId, name: dbaName ?? legalName, today, timeZone: businessTimeZone(state) },
    ...{ tasks, calendar: calendar ?? null, owners, joinRequestCount, lastEvents, creditCents },
  });
}

export default function EmployerHomePage() {
  const { t } = useTranslation("employer");
  const { employerId, name, today, timeZone, tasks, calendar, ...rest } = useLoaderData<typeof loader>();
  const { owners, joinRequestCount, lastEvents } = rest;
  const aside = (
    <>
      <NextDeadline calendar={calendar} />
      <LastEvents employerId={employerId} lines={lastEvents} timeZone={timeZone} />
      <WhoCanHelp employerId={employerId} owners={owners} joinRequestCount={joinRequestCount} />
    </>
  );
  return (
    <>
      <PageHeading eyebrow={name} lead={t("home.lead")}>
        {t("home.title")}
      </PageHeading>
      <NextAct tasks={tasks} />
      <WithAside aside={aside}>
        <EmployerTaskList tasks={tasks} />
        <CreditLink employerId={employerId} creditCents={rest.creditCents as Cents | null} />
      </WithAside>
      <StartCalendar calendar={calendar} today={today} base={`/employers/${employerId}`} />
    </>
  );
}

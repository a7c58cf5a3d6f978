import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useNavigation } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { rosterColumns } from "~/features/roster/list/roster-list.columns";
import { loadRosterPage } from "~/features/roster/list/roster-list.query.server";
import { isRosterFiltered, readRosterSearch, rosterHref, rosterSorts } from "~/features/roster/list/roster-list.search";
import { RosterFilters } from "~/features/roster/list/roster-filters";
import { RosterNotice } from "~/features/roster/list/roster-notice";
import { rosterDay } from "~/features/roster/roster-act.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { quoteCookieOf } from "~/platform/session/quote-cookie.server";
import { LinkButton } from "~/ui/content/button";
import { DataTable } from "~/ui/data-table";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["roster"], title: "roster:list.title" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, dbaName } = employer;
  const address = new URL(request.url).searchParams;
  const search = readRosterSearch(address);
  const page = await loadRosterPage({ employerId, userId: user.userId }, search);
  const { today } = rosterDay(employer.state);
  const justDone = address.get("done");
  const carriesQuote = quoteCookieOf(request) !== undefined;
  return json({
    employerId,
    groupName: dbaName ?? legalName,
    search: { ...search, page: page.page },
    page,
    today,
    ...{ justDone, carriesQuote },
  });
}

export default function RosterPage() {
  const { t } = useTranslation("roster");
  const { employerId, groupName, search, page, today, justDone, carriesQuote } = useLoaderData<typeof loader>();
  const navigation = useNavigation();
  const rosterPath = `/employers/${employerId}/roster`;
  const isRemoved = search.standing === "removed";
  const columns = useMemo(() => rosterColumns({ t, today, isRemoved, rosterPath }), [t, today, isRemoved, rosterPath]);
  const actions = (
    <p>
      <LinkButton to={`${rosterPath}/new`}>{t("list.add")}</LinkButton>{" "}
      <LinkButton to={`${rosterPath}/upload`} look="secondary">
        {t("list.upload")}
      </LinkButton>
    </p>
  );
  const isFiltered = isRosterFiltered(search);
  const isBlank = page.activeCount === 0 && !isFiltered;
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={groupName} />} lead={t("list.lead")}>
        {t("list.heading")}
      </PageHeading>
      <RosterNotice act={justDone} />
      {isBlank && carriesQuote ? (
        <p>
          {t("list.quoted")}{" "}
          <Link className="usa-link" to={`${rosterPath}/quoted`}>
            {t("list.quotedLink")}
          </Link>
        </p>
      ) : null}
      {isBlank ? null : actions}
      {isBlank ? null : <RosterFilters search={search} />}
      <DataTable
        caption={t("list.caption", { count: page.matchCount })}
        columns={columns}
        rows={page.rows}
        rowKey={({ employeeId }) => employeeId}
        sort={{ key: search.sort, direction: search.order }}
        sortHref={({ key, direction }) =>
          rosterHref(search, { sort: rosterSorts.find((sort) => sort === key) ?? "name", order: direction })
        }
        empty={{ heading: t("list.empty"), text: t("list.emptyText"), action: actions }}
        {...(isFiltered ? { filtered: { clearHref: "?" } } : {})}
        pagination={{ page: page.page, pageCount: page.pageCount, hrefOf: (to) => rosterHref(search, { page: to }) }}
        pending={navigation.state === "loading"}
      />
    </>
  );
}

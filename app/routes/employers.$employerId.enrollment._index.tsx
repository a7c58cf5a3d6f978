import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { exchangeTimeZone } from "~/domain/exchange-profile/profile-for";
import { isUsState } from "~/domain/exchange-profile/us-state";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { BoardCalendar, BoardCounts, BoardParticipation } from "~/features/enrollment/board/board-summary";
import { BoardFilters } from "~/features/enrollment/board/board-filters";
import { BoardActions, BoardNotice, mayInvite } from "~/features/enrollment/board/board-actions";
import { boardColumns } from "~/features/enrollment/board/board.columns";
import { loadBoard } from "~/features/enrollment/board/board.query.server";
import { boardHref, boardSorts, isBoardFiltered, readBoardSearch } from "~/features/enrollment/board/board.search";
import { now } from "~/platform/clock.server";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { LinkButton } from "~/ui/content/button";
import { EmptyState } from "~/ui/content/empty-state";
import { DataTable } from "~/ui/data-table";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading, Section } from "~/ui/frame/page-parts";

export const handle = { i18n: ["enrollment"], title: "enrollment:board.title" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, dbaName, state } = employer;
  const address = new URL(request.url).searchParams;
  const search = readBoardSearch(address);
  const today = marketplaceToday(state);
  const act = { employerId, userId: user.userId, employerState: state, today, now: now() };
  const board = (await loadBoard(act, search)) ?? null;
  const timeZone = isUsState(state) ? exchangeTimeZone({ state, on: today }) : "UTC";
  const done = { act: address.get("done"), people: Number(address.get("people") ?? 0) };
  return json({
    employerId,
    base: `/employers/${employerId}`,
    groupName: dbaName ?? legalName,
    search,
    today,
    board,
    timeZone,
    done,
  });
}

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BoardRoute() {
  const { t } = useTranslation("enrollment");
  const { employerId, base, groupName, today, board, done } = useLoaderData<typeof loader>();
  const data = useLoaderData<typeof loader>();
  const heading = (
    <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={groupName} />} lead={t("board.lead")}>
      {t("board.heading")}
    </PageHeading>
  );
  if (!board) {
    return (
      <>
        {heading}
        <EmptyState heading={t("board.none")} action={<LinkButton to={base}>{t("board.toTasks")}</LinkButton>}>
          {t("board.noneText")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {heading}
      <BoardNotice {...done} />
      <BoardCalendar year={board.year} today={today} />
      <BoardActions board={board} base={base} today={today} />
      <BoardCounts counts={board.counts} peopleCount={board.peopleCount} />
      {board.participation ? (
        <BoardParticipation participation={board.participation} silentNames={board.silentNames} base={base} />
      ) : null}
      <BoardTable data={data} board={board} />
    </>
  );
}

function BoardTable({ data, board }: { data: PageData; board: NonNullable<PageData["board"]> }) {
  const { t } = useTranslation("enrollment");
  const navigation = useNavigation();
  const { base, today, timeZone } = data;
  const search = { ...data.search, page: board.page };
  const isOpen = mayInvite(board.year, today);
  const columns = useMemo(() => boardColumns({ t, base, timeZone, isOpen }), [t, base, timeZone, isOpen]);
  return (
    <Section heading={t("board.people")}>
      <BoardFilters search={search} />
      <DataTable
        caption={t("board.caption", { count: board.matchCount })}
        columns={columns}
        rows={board.rows}
        rowKey={({ employeeId }) => employeeId}
        sort={{ key: search.sort, direction: search.order }}
        sortHref={({ key, direction }) =>
          boardHref(search, { sort: boardSorts.find((sort) => sort === key) ?? "name", order: direction })
        }
        empty={{ heading: t("board.nobody") }}
        {...(isBoardFiltered(search) ? { filtered: { clearHref: "?" } } : {})}
        pagination={{ page: board.page, pageCount: board.pageCount, hrefOf: (to) => boardHref(search, { page: to }) }}
        pending={navigation.state === "loading"}
      />
    </Section>
  );
}

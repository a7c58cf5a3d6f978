import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { businessTimeZone } from "~/features/employer/business-time-zone.server";
import { historyColumns } from "~/features/employer/history/history.columns";
import { listHistory } from "~/features/employer/history/history.query.server";
import { readHistorySearch } from "~/features/employer/history/history.search";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { DataTable } from "~/ui/data-table";
import { useLocale } from "~/ui/format/use-locale";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["employer"], title: "employer:history.title" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, dbaName, state } = employer;
  const search = readHistorySearch(new URL(request.url).searchParams);
  const history = await listHistory({ employerId, userId: user.userId }, search);
  return json({ employerId, name: dbaName ?? legalName, timeZone: businessTimeZone(state), ...history });
}

export default function HistoryPage() {
  const { t } = useTranslation("employer");
  const locale = useLocale();
  const { employerId, name, timeZone, lines, page, pageCount } = useLoaderData<typeof loader>();
  const columns = useMemo(() => historyColumns(t, { locale, timeZone }), [t, locale, timeZone]);
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={name} />} lead={t("history.lead")}>
        {t("history.title")}
      </PageHeading>
      <DataTable
        caption={t("history.caption")}
        columns={columns}
        rows={lines}
        rowKey={({ sequence }) => String(sequence)}
        empty={{ heading: t("history.empty") }}
        pagination={{ page, pageCount, hrefOf: (wanted) => `?page=${wanted}` }}
      />
    </>
  );
}

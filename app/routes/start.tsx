import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { loadStart } from "~/features/employer/start/start.query.server";
import { MyBusinesses, MyCoverage } from "~/features/employer/start/start-lists";
import { requireUser } from "~/platform/session/session.server";
import { Alert } from "~/ui/content/alert";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["employer"], title: "employer:start.title" } satisfies PageHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId, fullName } = await requireUser(request);
  const asked = new URL(request.url).searchParams.has("asked");
  return json({ fullName, asked, ...(await loadStart(userId)) });
}

export default function StartPage() {
  const { t } = useTranslation("employer");
  const { fullName, asked, workplaces, waitingCount, employments } = useLoaderData<typeof loader>();
  // Most who come by an invitation have no business of their own: what they came for stands first.
  const onlyWorksThere = workplaces.length === 0 && employments.length > 0;
  return (
    <>
      <PageHeading lead={t("start.lead")}>{t("start.heading", { name: fullName })}</PageHeading>
      {asked ? (
        <Alert tone="success" live>
          {t("start.asked")}
        </Alert>
      ) : null}
      {onlyWorksThere ? <MyCoverage employments={employments} /> : null}
      <MyBusinesses workplaces={workplaces} waitingCount={waitingCount} quiet={onlyWorksThere} />
      {onlyWorksThere ? null : <MyCoverage employments={employments} />}
    </>
  );
}

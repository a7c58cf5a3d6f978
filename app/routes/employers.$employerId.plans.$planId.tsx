import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PlanDetail } from "~/features/plans/detail/plan-detail";
import { loadPlanDetail, type PlanDetailPage } from "~/features/plans/detail/plan-detail.query.server";
import { planAddress, readPlanSearch } from "~/features/plans/list/plan-list.search";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { notFound, requireEmployerAccess } from "~/platform/permissions/permissions.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = {
  i18n: ["plans", "plan-compare", "plan-cost"],
  title: "plans:detail.title",
} satisfies PageHandle;

type PageData = { base: string; back: string; page: PlanDetailPage };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const search = readPlanSearch(new URL(request.url).searchParams);
  const asked = { employerId, userId: user.userId, place: employer, today: marketplaceToday(state) };
  const page = await loadPlanDetail(asked, { line: search.line, planId: params["planId"] ?? "" });
  if (!page) throw notFound();
  const base = `/employers/${employerId}`;
  return json<PageData>({ base, back: `${base}/plans${planAddress(search)}`, page });
}

export default function PlanPage() {
  const { t } = useTranslation(["plans", "plan-compare"]);
  const { base, back, page } = useLoaderData() as PageData;
  return (
    <>
      <p>
        <Link className="usa-link" to={back}>
          {t("plan-compare:back")}
        </Link>
      </p>
      <PageHeading eyebrow={page.plan.issuerName}>{page.plan.name}</PageHeading>
      <PlanDetail page={page} base={base} />
    </>
  );
}

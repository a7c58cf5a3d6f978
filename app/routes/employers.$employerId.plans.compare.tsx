import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { PlanCompare } from "~/features/plans/compare/plan-compare";
import { loadPlanCompare, type PlanComparePage } from "~/features/plans/compare/plan-compare.query.server";
import { comparedByEmployer, readPlanSearch, type PlanSearch } from "~/features/plans/list/plan-list.search";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = {
  i18n: ["plans", "plan-compare", "plan-cost"],
  title: "plan-compare:title",
} satisfies PageHandle;

type PageData = {
  employerId: string;
  base: string;
  businessName: string;
  search: PlanSearch;
  page: PlanComparePage;
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const search = readPlanSearch(new URL(request.url).searchParams);
  const page = await loadPlanCompare(
    { employerId, userId: user.userId, place: employer, today: marketplaceToday(state) },
    { line: search.line, planIds: search.plan, limit: comparedByEmployer },
  );
  return json<PageData>({
    employerId,
    base: `/employers/${employerId}`,
    businessName: employer.dbaName ?? employer.legalName,
    search,
    page,
  });
}

export default function ComparePage() {
  const { t } = useTranslation("plan-compare");
  const { employerId, base, businessName, search, page } = useLoaderData() as PageData;
  const limit = comparedByEmployer;
  return (
    <>
      <PageHeading
        eyebrow={<BusinessEyebrow employerId={employerId} name={businessName} />}
        lead={t("lead", { limit })}
      >
        {t("title")}
      </PageHeading>
      <PlanCompare page={page} search={search} base={base} limit={limit} />
    </>
  );
}

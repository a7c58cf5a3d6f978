import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { PlanCompare } from "~/features/plans/compare/plan-compare";
import { loadPlanCompare, type PlanComparePage } from "~/features/plans/compare/plan-compare.query.server";
import { readPlanSearch } from "~/features/plans/list/plan-list.search";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["plans"], title: "plans:compare.title" } satisfies PageHandle;

type PageData = {
  employerId: string;
  base: string;
  businessName: string;
  onlyDifferences: boolean;
  page: PlanComparePage;
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const asked = new URL(request.url).searchParams;
  const page = await loadPlanCompare(
    { employerId, userId: user.userId, place: employer, today: marketplaceToday(state) },
    { line: readPlanSearch(asked).line, planIds: asked.getAll("plan") },
  );
  const onlyDifferences = asked.get("only") === "differences";
  return json<PageData>({
    employerId,
    base: `/employers/${employerId}`,
    businessName: employer.dbaName ?? employer.legalName,
    onlyDifferences,
    page,
  });
}

export default function ComparePage() {
  const { t } = useTranslation("plans");
  const { employerId, base, businessName, onlyDifferences, page } = useLoaderData() as PageData;
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={businessName} />} lead={t("compare.lead")}>
        {t("compare.title")}
      </PageHeading>
      <PlanCompare page={page} base={base} onlyDifferences={onlyDifferences} />
    </>
  );
}

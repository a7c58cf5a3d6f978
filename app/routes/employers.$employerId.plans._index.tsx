import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { PlanList } from "~/features/plans/list/plan-list";
import { loadPlanList, type PlanListPage } from "~/features/plans/list/plan-list.query.server";
import { comparedByEmployer, readPlanSearch, type PlanSearch } from "~/features/plans/list/plan-list.search";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { WordsOnThisPage } from "~/ui/content/words-on-this-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["plans", "plan-compare", "plan-cost"], title: "plans:list.title" } satisfies PageHandle;

type PageData = { employerId: string; base: string; businessName: string; search: PlanSearch; page: PlanListPage };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const search = readPlanSearch(new URL(request.url).searchParams);
  const page = await loadPlanList(
    { employerId, userId: user.userId, place: employer, today: marketplaceToday(state) },
    search,
  );
  return json<PageData>({
    employerId,
    base: `/employers/${employerId}`,
    businessName: employer.dbaName ?? employer.legalName,
    search,
    page,
  });
}

export default function PlansPage() {
  const { t } = useTranslation("plans");
  const { employerId, base, businessName, search, page } = useLoaderData() as PageData;
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={businessName} />} lead={t("list.lead")}>
        {t("list.title")}
      </PageHeading>
      <PlanList page={page} search={search} base={base} limit={comparedByEmployer} />
      <WordsOnThisPage
        terms={["premium", "deductible", "copay", "coinsurance", "out-of-pocket-maximum", "network", "metal-level"]}
      />
    </>
  );
}

import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OwnComparePage } from "~/features/enrollment/coverage/choose/own-compare-page";
import { loadOwnCompare, type OwnCompareView } from "~/features/enrollment/coverage/choose/own-compare.server";
import { chooseSearch, comparedByEmployee } from "~/features/enrollment/coverage/choose/choose.search";
import { requireLine, requireOpenCoverage } from "~/features/enrollment/coverage/coverage-guard.server";
import { CoverageEyebrow } from "~/features/enrollment/coverage/coverage-steps";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = {
  i18n: ["coverage", "plans", "plan-compare", "plan-cost"],
  title: "plan-compare:title",
} satisfies PageHandle;

type PageData = { view: OwnCompareView };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scene } = await requireOpenCoverage(request, params["employerId"]);
  const asked = new URL(request.url).searchParams;
  const line = requireLine(scene, asked.get("line") ?? "medical");
  return json<PageData>({ view: await loadOwnCompare(scene, { line, search: chooseSearch(asked) }) });
}

export default function OwnCompareRoute() {
  const { t } = useTranslation("plan-compare");
  const { view } = useLoaderData() as PageData;
  return (
    <>
      <PageHeading eyebrow={<CoverageEyebrow frame={view.frame} />} lead={t("lead", { limit: comparedByEmployee })}>
        {t("title")}
      </PageHeading>
      <OwnComparePage view={view} />
    </>
  );
}

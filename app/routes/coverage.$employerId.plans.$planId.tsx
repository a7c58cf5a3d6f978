import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OwnPlanPage } from "~/features/enrollment/coverage/choose/own-plan-page";
import { loadOwnPlan, type OwnPlanView } from "~/features/enrollment/coverage/choose/own-plan.server";
import { chooseAddress, chooseSearch } from "~/features/enrollment/coverage/choose/choose.search";
import { requireLine, requireOpenCoverage } from "~/features/enrollment/coverage/coverage-guard.server";
import { notFound } from "~/platform/permissions/permissions.server";
import { LinkButton } from "~/ui/content/button";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = {
  i18n: ["coverage", "plans", "plan-cost"],
  title: (t, data) => (data as PageData | undefined)?.view.plan.name ?? t("coverage:plan.title"),
} satisfies PageHandle;

type PageData = { view: OwnPlanView };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scene } = await requireOpenCoverage(request, params["employerId"]);
  const asked = new URL(request.url).searchParams;
  const line = requireLine(scene, asked.get("line") ?? undefined);
  const view = await loadOwnPlan(scene, { line, planId: params["planId"], search: chooseSearch(asked) });
  if (!view) throw notFound();
  return json<PageData>({ view });
}

export default function OwnPlanRoute() {
  const { t } = useTranslation("coverage");
  const { view } = useLoaderData() as PageData;
  return (
    <>
      <PageHeading eyebrow={view.plan.issuerName}>{view.plan.name}</PageHeading>
      <OwnPlanPage view={view} />
      <p>
        <LinkButton to={`${view.frame.base}/choose/${view.line}${chooseAddress(view.search)}`}>
          {t("plan.back")}
        </LinkButton>
      </p>
    </>
  );
}

import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireOwnAct } from "~/features/enrollment/coverage/coverage-guard.server";
import { loadCoverageScene } from "~/features/enrollment/coverage/coverage-scene.server";
import { CoverageHome } from "~/features/enrollment/coverage/home-page";
import { homeView, type HomeView } from "~/features/enrollment/coverage/home-view.server";
import { EmptyState } from "~/ui/content/empty-state";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["coverage"], title: "coverage:home.title" } satisfies PageHandle;

type PageData = { businessName: string; view: HomeView | null };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { act } = await requireOwnAct(request, params["employerId"]);
  const scene = await loadCoverageScene(act);
  const businessName = act.employer.dbaName ?? act.employer.legalName;
  return json<PageData>({ businessName, view: scene ? homeView(scene) : null });
}

export default function CoverageRoute() {
  const { t } = useTranslation("coverage");
  const { businessName, view } = useLoaderData() as PageData;
  if (view) return <CoverageHome view={view} />;
  return (
    <>
      <PageHeading eyebrow={businessName}>{t("home.title")}</PageHeading>
      <EmptyState heading={t("home.left", { business: businessName })}>{t("home.leftText")}</EmptyState>
    </>
  );
}

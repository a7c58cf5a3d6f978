import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { frameOf } from "~/features/enrollment/coverage/coverage-frame.server";
import { requireCoverage } from "~/features/enrollment/coverage/coverage-guard.server";
import { CoverageEyebrow, type CoverageFrame } from "~/features/enrollment/coverage/coverage-steps";
import { ownFigure } from "~/features/enrollment/coverage/explain/own-figure.server";
import { readOwnFigure } from "~/features/enrollment/coverage/explain/own-figure.search";
import { explainedPage, type ExplainedPage } from "~/platform/explained-figure.server";
import { notFound } from "~/platform/permissions/permissions.server";
import { ExplanationLines } from "~/ui/content/explanation-lines";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["explain", "coverage"], title: "explain:title" } satisfies PageHandle;

type PageData = ExplainedPage & { frame: CoverageFrame };

/** One figure of the signed-in employee's own coverage. 404 for what cannot be explained. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scene } = await requireCoverage(request, params["employerId"]);
  const asked = readOwnFigure(new URL(request.url).searchParams);
  const { offer } = scene;
  const figure = asked && offer ? ownFigure({ ...scene, offer }, asked) : undefined;
  if (!figure) throw notFound();
  return json<PageData>({ ...(await explainedPage(request, figure, "own")), frame: frameOf(scene) });
}

export default function OwnExplainPage() {
  const { t } = useTranslation("explain");
  const { frame, heading, shownOn, line } = useLoaderData() as PageData;
  return (
    <>
      <PageHeading eyebrow={<CoverageEyebrow frame={frame} />} lead={t("leadOwn")}>
        {heading}
      </PageHeading>
      <ExplanationLines line={line} />
      <p>
        <Link className="usa-link" to={`${frame.base}/${shownOn}`}>
          {t("back")}
        </Link>
      </p>
    </>
  );
}

import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { loadPlanFigure } from "~/features/plans/explain/plan-figure.query.server";
import { readPlanFigure } from "~/features/plans/explain/plan-figure.search";
import { explainedPage, type ExplainedPage } from "~/platform/explained-figure.server";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { notFound, requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { ExplanationLines } from "~/ui/content/explanation-lines";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["explain"], title: "explain:title" } satisfies PageHandle;

type PageData = ExplainedPage & { employerId: string; businessName: string };

/** One figure of the business, by the rule run again on what the business has now. 404 for what cannot be explained. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const asked = { employerId, userId: user.userId, place: employer, today: marketplaceToday(state) };
  const { searchParams } = new URL(request.url);
  const planFigure = readPlanFigure(searchParams);
  const figure = planFigure && (await loadPlanFigure(asked, planFigure));
  if (!figure) throw notFound();
  const page = await explainedPage(request, figure);
  return json<PageData>({ ...page, employerId, businessName: employer.dbaName ?? employer.legalName });
}

export default function ExplainPage() {
  const { t } = useTranslation("explain");
  const { employerId, businessName, heading, shownOn, line } = useLoaderData() as PageData;
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={businessName} />} lead={t("lead")}>
        {heading}
      </PageHeading>
      <ExplanationLines line={line} />
      <p>
        <Link className="usa-link" to={`/employers/${employerId}/${shownOn}`}>
          {t("back")}
        </Link>
      </p>
    </>
  );
}

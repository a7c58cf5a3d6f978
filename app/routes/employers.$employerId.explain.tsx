import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { loadBusinessFigure } from "~/features/employer/explain/business-figure.server";
import { readBusinessFigure, readOfferFigure } from "~/features/employer/explain/business-figure.search";
import { loadOfferFigure } from "~/features/employer/explain/offer-figure.server";
import { explainBoardParticipation } from "~/features/enrollment/board/board.query.server";
import { loadPlanFigure } from "~/features/plans/explain/plan-figure.query.server";
import { readPlanFigure } from "~/features/plans/explain/plan-figure.search";
import { now } from "~/platform/clock.server";
import { explainedPage, type ExplainedFigure, type ExplainedPage } from "~/platform/explained-figure.server";
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
  const { payFrequency } = employer;
  const act = { employerId, userId: user.userId, today: marketplaceToday(state), state };
  const figure = await figureOf({ ...act, place: employer, payFrequency }, new URL(request.url).searchParams);
  if (!figure) throw notFound();
  const page = await explainedPage(request, figure);
  return json<PageData>({ ...page, employerId, businessName: employer.dbaName ?? employer.legalName });
}

type Asked = Parameters<typeof loadOfferFigure>[0] & Parameters<typeof loadBusinessFigure>[0];

/** Each desk explains its own figures. */
async function figureOf(asked: Asked, address: URLSearchParams): Promise<ExplainedFigure | undefined> {
  const planFigure = readPlanFigure(address);
  if (planFigure) return loadPlanFigure(asked, planFigure);
  const offerFigure = readOfferFigure(address);
  if (offerFigure) return loadOfferFigure(asked, offerFigure, address);
  if (address.get("figure") === "participation-so-far") return boardFigure(asked);
  const businessFigure = readBusinessFigure(address);
  return businessFigure && loadBusinessFigure(asked, businessFigure);
}

async function boardFigure(asked: Asked): Promise<ExplainedFigure | undefined> {
  const explanation = await explainBoardParticipation({ ...asked, employerState: asked.state, now: now() });
  return explanation && { figure: "participation", params: {}, explanation, names: {}, shownOn: "enrollment" };
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

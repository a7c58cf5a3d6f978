import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { OfferReview } from "~/features/employer/offer/offer-review";
import { publishOffer } from "~/features/employer/offer/publish-offer.command.server";
import { publishOfferSchema } from "~/features/employer/offer/publish-offer.schema";
import { loadReviewPage, type ReviewPage } from "~/features/employer/offer/review-page.server";
import { announceOffer } from "~/features/enrollment/invitations/invite-employees.command.server";
import { now } from "~/platform/clock.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = {
  i18n: ["plans", "contribution", "tax-credit", "rule-problems"],
  title: "plans:review.title",
} satisfies PageHandle;

type PageData = { employerId: string; base: string; businessName: string; page: ReviewPage };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state, payFrequency } = employer;
  const isEligible = employer.standing === "eligible";
  const today = marketplaceToday(state);
  const page = await loadReviewPage({
    employerId,
    userId: user.userId,
    place: employer,
    payFrequency,
    isEligible,
    today,
  });
  return json<PageData>({
    employerId,
    base: `/employers/${employerId}`,
    businessName: employer.dbaName ?? employer.legalName,
    page,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const form = await request.formData();
  const parsed = parseForm(publishOfferSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const act = { employerId, userId: user.userId, actorName: user.fullName, place: employer };
  const at = now();
  const outcome = await publishOffer(
    { ...act, today: marketplaceToday(state), now: at, input: parsed.value },
    async (tx) => {
      await announceOffer(tx, { ...act, now: at });
    },
  );
  if (!outcome.ok) return problemReply(outcome.problems, form);
  return redirect(`/employers/${employerId}/enrollment`);
}

export default function ReviewRoute() {
  const { t } = useTranslation("plans");
  const { employerId, base, businessName, page } = useLoaderData() as PageData;
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={businessName} />} lead={t("review.lead")}>
        {t("review.title")}
      </PageHeading>
      <OfferReview page={page} base={base} reply={useActionData<typeof action>()} />
    </>
  );
}

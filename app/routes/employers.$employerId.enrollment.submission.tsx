import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { SignSubmissionForm } from "~/features/employer/submission/sign-submission.form";
import { NothingToSubmit, SubmissionReviewPage } from "~/features/employer/submission/submission-page";
import { submissionReview, type SubmissionReview } from "~/features/employer/submission/submission-review.query.server";
import { submitGroupEnrollment } from "~/features/enrollment/submit-group-enrollment.command.server";
import { submitGroupEnrollmentSchema } from "~/features/enrollment/submit-group-enrollment.schema";
import { now } from "~/platform/clock.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { newId } from "~/platform/id.server";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["submission"], title: "submission:title" } satisfies PageHandle;

type PageData = {
  readonly employerId: string;
  readonly businessName: string;
  readonly signerName: string;
  readonly isOwner: boolean;
  readonly idempotencyKey: string;
  readonly review: SubmissionReview | null;
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, state } = employer;
  const review = await submissionReview({ employerId, userId: user.userId, today: marketplaceToday(state) });
  if (review?.confirmationNumber) throw redirect(`/employers/${employerId}/enrollment/sent`);
  return json<PageData>({
    ...{ employerId, businessName: legalName, signerName: user.fullName, isOwner: membership.role === "owner" },
    ...{ idempotencyKey: newId(), review: review ?? null },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const form = await request.formData();
  const parsed = parseForm(submitGroupEnrollmentSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const act = { employerId, userId: user.userId, today: marketplaceToday(state), now: now() };
  const outcome = await submitGroupEnrollment({ ...act, ...parsed.value });
  return outcome.ok ? redirect(`/employers/${employerId}/enrollment/sent`) : problemReply(outcome.problems, form);
}

export default function SubmissionRoute() {
  const { t } = useTranslation("submission");
  const { review, employerId, businessName, ...signer } = useLoaderData() as PageData;
  const reply = useActionData<typeof action>();
  const base = `/employers/${employerId}`;
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={businessName} />} lead={t("lead")}>
        {t("title")}
      </PageHeading>
      {review ? <SubmissionReviewPage review={review} base={base} /> : <NothingToSubmit base={base} />}
      {review && signer.isOwner && review.application.state !== "published" ? (
        <SignSubmissionForm
          applicationId={review.application.applicationId}
          idempotencyKey={signer.idempotencyKey}
          signerName={signer.signerName}
          businessName={businessName}
          undecidedCount={review.readiness.undecidedEmployeeIds.length}
          reply={reply}
        />
      ) : (
        <ErrorSummary problems={reply?.problems ?? []} />
      )}
      {review && !signer.isOwner ? (
        <Alert tone="info" heading={t("ownerSigns.heading")}>
          <p>{t("ownerSigns.text")}</p>
          <LinkButton to={`${base}/staff`} look="secondary">
            {t("ownerSigns.link")}
          </LinkButton>
        </Alert>
      ) : null}
    </>
  );
}

import { submissionReview } from "~/features/employer/submission/submission-review.query.server";
import { submitGroupEnrollment } from "~/features/enrollment/submit-group-enrollment.command.server";
import { submitGroupEnrollmentSchema } from "~/features/enrollment/submit-group-enrollment.schema";
import { parsePosted } from "~/platform/forms/parse-form";
import { newId } from "~/platform/id.server";
import { must, type DemoActing } from "./make-group";

/**
 * The owner signs and submits the group; the worker sends it. False when it was submitted before or when the day for it
 * has passed.
 */
export async function submitGroup(acting: DemoActing): Promise<boolean> {
  const review = await submissionReview(acting);
  if (!review || review.confirmationNumber !== null || review.application.submitByOn < acting.today) return false;
  const { applicationId } = review.application;
  const typed = { applicationId, signedName: acting.actorName, attested: "yes", idempotencyKey: newId() };
  const { held } = must(
    await submitGroupEnrollment({ ...acting, ...must(parsePosted(submitGroupEnrollmentSchema, typed)) }),
  );
  if (held.length > 0) throw new Error(`Enrollments of the demonstration are held: ${JSON.stringify(held)}`);
  return true;
}

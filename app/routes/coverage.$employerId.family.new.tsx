import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { frameOf, ownRecordActOf } from "~/features/enrollment/coverage/coverage-frame.server";
import { requireCoverage } from "~/features/enrollment/coverage/coverage-guard.server";
import { DependentForm } from "~/features/enrollment/coverage/family/dependent.form";
import { addDependentSchema } from "~/features/enrollment/coverage/family/dependent.schema";
import { addToFamily } from "~/features/enrollment/coverage/family/save-dependent.command.server";
import { now } from "~/platform/clock.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { newId } from "~/platform/id.server";
import { LinkButton } from "~/ui/content/button";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["coverage"], title: "coverage:family.new" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scene } = await requireCoverage(request, params["employerId"]);
  const frame = frameOf(scene);
  if (!frame.offersDependents) return redirect(frame.base);
  return json({ frame, asksTobacco: scene.profile.tobaccoAllowed, dependentId: newId() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scene } = await requireCoverage(request, params["employerId"]);
  const form = await request.formData();
  const parsed = parseForm(addDependentSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const { dependentId, ...input } = parsed.value;
  const outcome = await addToFamily({ ...ownRecordActOf(scene, now()), dependentId }, input);
  return outcome.ok ? redirect(`${frameOf(scene).base}/family`) : problemReply(outcome.problems, form);
}

export default function NewMemberRoute() {
  const { t } = useTranslation(["coverage", "shared"]);
  const { frame, asksTobacco, dependentId } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading eyebrow={frame.businessName} lead={t("coverage:family.newLead")}>
        {t("coverage:family.new")}
      </PageHeading>
      <DependentForm reply={useActionData<typeof action>()} asksTobacco={asksTobacco} hidden={{ dependentId }} />
      <p>
        <LinkButton to={`${frame.base}/family`} look="quiet">
          {t("shared:action.back")}
        </LinkButton>
      </p>
    </>
  );
}

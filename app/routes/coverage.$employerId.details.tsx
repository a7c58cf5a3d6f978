import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { afterFamily, frameOf, ownRecordActOf } from "~/features/enrollment/coverage/coverage-frame.server";
import { requireCoverage } from "~/features/enrollment/coverage/coverage-guard.server";
import { CoverageSteps, type CoverageFrame } from "~/features/enrollment/coverage/coverage-steps";
import { detailsReply } from "~/features/enrollment/coverage/details/details-reply.server";
import {
  DetailsForm,
  type DetailsOnFile,
  type DetailsReply,
} from "~/features/enrollment/coverage/details/details.form";
import { detailsSchema } from "~/features/enrollment/coverage/details/details.schema";
import { saveDetails } from "~/features/enrollment/coverage/details/save-details.command.server";
import { now } from "~/platform/clock.server";
import { parseForm } from "~/platform/forms/parse-form";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["coverage"], title: "coverage:details.title" } satisfies PageHandle;

type PageData = {
  frame: CoverageFrame;
  isOpen: boolean;
  details: DetailsOnFile;
  usualState: string;
  asksTobacco: boolean;
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scene } = await requireCoverage(request, params["employerId"]);
  return json<PageData>({
    frame: frameOf(scene),
    isOpen: scene.offer?.window === "open",
    details: scene.record.employee,
    usualState: scene.act.employer.state,
    asksTobacco: scene.profile.tobaccoAllowed,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scene } = await requireCoverage(request, params["employerId"]);
  const { today } = scene.act;
  const form = await request.formData();
  const parsed = parseForm(detailsSchema, form);
  if (!parsed.ok) return detailsReply(parsed.problems, form, today);
  const outcome = await saveDetails(ownRecordActOf(scene, now()), parsed.value);
  if (!outcome.ok) return detailsReply(outcome.problems, form, today);
  const { base, offersDependents } = frameOf(scene);
  if (outcome.value.isOpenAgain) return redirect(`${base}/check`);
  const isFirstTime = scene.offer?.window === "open" && scene.offer.lines.every((line) => !scene.offer?.choices[line]);
  return redirect(isFirstTime && offersDependents ? `${base}/family` : afterFamily(scene));
}

export default function DetailsRoute() {
  const { t } = useTranslation("coverage");
  const { frame, isOpen, details, ...form } = useLoaderData() as PageData;
  const reply = useActionData() as DetailsReply | undefined;
  return (
    <>
      {isOpen ? <CoverageSteps frame={frame} current="details" /> : null}
      <PageHeading eyebrow={frame.businessName} lead={t("details.lead", { business: frame.businessName })}>
        {t("details.title")}
      </PageHeading>
      <DetailsForm key={details.version} details={details} {...form} reply={reply} />
    </>
  );
}

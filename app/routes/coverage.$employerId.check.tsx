import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireOpenCoverage, requireOwnAct } from "~/features/enrollment/coverage/coverage-guard.server";
import { CoverageEyebrow, CoverageSteps } from "~/features/enrollment/coverage/coverage-steps";
import { CheckPage } from "~/features/enrollment/coverage/sign/check-page";
import { checkView, type CheckView } from "~/features/enrollment/coverage/sign/check-view.server";
import { signCoverage } from "~/features/enrollment/coverage/sign/sign-coverage.command.server";
import { signSchema } from "~/features/enrollment/coverage/sign/sign.schema";
import { now } from "~/platform/clock.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["coverage"], title: "coverage:check.title" } satisfies PageHandle;

type PageData = { view: CheckView };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scene } = await requireOpenCoverage(request, params["employerId"]);
  return json<PageData>({ view: checkView(scene) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, act } = await requireOwnAct(request, params["employerId"]);
  const form = await request.formData();
  const parsed = parseForm(signSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const outcome = await signCoverage({ ...act, email: user.email, now: now(), input: parsed.value });
  if (!outcome.ok) return problemReply(outcome.problems, form);
  return redirect(`/coverage/${act.employer.employerId}/done`);
}

export default function CheckRoute() {
  const { t } = useTranslation("coverage");
  const { view } = useLoaderData() as PageData;
  return (
    <>
      <CoverageSteps frame={view.frame} current="check" />
      <PageHeading eyebrow={<CoverageEyebrow frame={view.frame} />} lead={t("check.lead")}>
        {t("check.title")}
      </PageHeading>
      <CheckPage key={view.seen} view={view} reply={useActionData<typeof action>()} />
    </>
  );
}

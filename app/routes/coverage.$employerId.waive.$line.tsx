import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CoverageLine } from "~/domain/coverage-line";
import { chooseCoverage } from "~/features/enrollment/coverage/choose/choose-coverage.command.server";
import { waiveSchema } from "~/features/enrollment/coverage/choose/choose.schema";
import { WaiveForm } from "~/features/enrollment/coverage/choose/waive.form";
import { frameOf, nextTo } from "~/features/enrollment/coverage/coverage-frame.server";
import {
  lineOf,
  requireLine,
  requireOpenCoverage,
  requireOwnAct,
} from "~/features/enrollment/coverage/coverage-guard.server";
import { CoverageEyebrow, CoverageSteps, type CoverageFrame } from "~/features/enrollment/coverage/coverage-steps";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { Alert } from "~/ui/content/alert";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = {
  i18n: ["coverage"],
  title: (t, data) => t(`coverage:waiver.title.${(data as PageData | undefined)?.line ?? "medical"}`),
} satisfies PageHandle;

type PageData = { frame: CoverageFrame; line: CoverageLine; reason: string | undefined };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scene } = await requireOpenCoverage(request, params["employerId"]);
  const line = requireLine(scene, params["line"]);
  const choice = scene.offer.choices[line];
  const reason = choice?.kind === "waive" ? choice.reason : undefined;
  return json<PageData>({ frame: frameOf(scene), line, reason });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { act } = await requireOwnAct(request, params["employerId"]);
  const line = lineOf(params["line"]);
  const form = await request.formData();
  const parsed = parseForm(waiveSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const outcome = await chooseCoverage(act, { line, choice: { kind: "waive", reason: parsed.value.reason } });
  return outcome.ok ? redirect(nextTo(act, outcome.value)) : problemReply(outcome.problems, form);
}

export default function WaiveRoute() {
  const { t } = useTranslation("coverage");
  const { frame, line, reason } = useLoaderData() as PageData;
  return (
    <>
      <CoverageSteps frame={frame} current={line} />
      <PageHeading eyebrow={<CoverageEyebrow frame={frame} />}>{t(`waiver.title.${line}`)}</PageHeading>
      <Alert tone="info" heading={t("waiver.meansHeading")}>
        {t("waiver.means")}
      </Alert>
      <WaiveForm line={line} base={frame.base} reason={reason} reply={useActionData<typeof action>()} />
    </>
  );
}

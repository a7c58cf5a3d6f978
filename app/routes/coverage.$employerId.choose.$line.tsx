import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { chooseCoverage } from "~/features/enrollment/coverage/choose/choose-coverage.command.server";
import { ChoosePage } from "~/features/enrollment/coverage/choose/choose-page";
import { chooseView, type ChooseView } from "~/features/enrollment/coverage/choose/choose-view.server";
import { choosePlanSchema } from "~/features/enrollment/coverage/choose/choose.schema";
import { chooseSearch } from "~/features/enrollment/coverage/choose/choose.search";
import { nextTo } from "~/features/enrollment/coverage/coverage-frame.server";
import {
  lineOf,
  requireLine,
  requireOpenCoverage,
  requireOwnAct,
} from "~/features/enrollment/coverage/coverage-guard.server";
import { CoverageEyebrow, CoverageSteps } from "~/features/enrollment/coverage/coverage-steps";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { WordsOnThisPage } from "~/ui/content/words-on-this-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = {
  i18n: ["coverage", "plans", "contribution", "plan-compare", "plan-cost"],
  title: (t, data) => t(`coverage:choose.title.${(data as PageData | undefined)?.view.line ?? "medical"}`),
} satisfies PageHandle;

type PageData = { view: ChooseView };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scene } = await requireOpenCoverage(request, params["employerId"]);
  const line = requireLine(scene, params["line"]);
  const search = chooseSearch(new URL(request.url).searchParams);
  return json<PageData>({ view: chooseView(scene, line, search) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { act } = await requireOwnAct(request, params["employerId"]);
  const line = lineOf(params["line"]);
  const form = await request.formData();
  const parsed = parseForm(choosePlanSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const { planId, covered: coveredIds } = parsed.value;
  const outcome = await chooseCoverage(act, { line, choice: { kind: "elect", planId, coveredIds } });
  return outcome.ok ? redirect(nextTo(act, outcome.value)) : problemReply(outcome.problems, form);
}

export default function ChooseRoute() {
  const { t } = useTranslation("coverage");
  const { view } = useLoaderData() as PageData;
  const reply = useActionData<typeof action>();
  const { frame, line } = view;
  return (
    <>
      <CoverageSteps frame={frame} current={line} />
      <PageHeading
        eyebrow={<CoverageEyebrow frame={frame} />}
        lead={t(`choose.lead.${line}`, { business: frame.businessName })}
      >
        {t(`choose.title.${line}`)}
      </PageHeading>
      <ErrorSummary problems={reply?.problems ?? []} />
      <ChoosePage view={view} />
      <WordsOnThisPage
        terms={["premium", "deductible", "copay", "coinsurance", "out-of-pocket-maximum", "network", "metal-level"]}
      />
    </>
  );
}

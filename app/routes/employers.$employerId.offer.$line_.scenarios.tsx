import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { requireOfferRequest } from "~/features/employer/offer/design/offer-guard.server";
import { actOnScenario } from "~/features/employer/offer/design/scenarios/scenario-act.server";
import { ScenariosDesk } from "~/features/employer/offer/design/scenarios/scenarios-desk";
import {
  loadScenariosPage,
  type ScenariosPage,
} from "~/features/employer/offer/design/scenarios/scenarios-page.server";
import { problemReply } from "~/platform/forms/reply.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["plans", "offer-design"], title: "offer-design:scenarios.title" } satisfies PageHandle;

type PageData = { employerId: string; base: string; businessName: string; page: ScenariosPage };

export async function loader(args: LoaderFunctionArgs) {
  const { scene, base, businessName } = await requireOfferRequest(args);
  return json<PageData>({ employerId: scene.employerId, base, businessName, page: await loadScenariosPage(scene) });
}

export async function action(args: ActionFunctionArgs) {
  const { scene, actorName, base } = await requireOfferRequest(args);
  const form = await args.request.formData();
  const { employerId, userId, line } = scene;
  const outcome = await actOnScenario({ employerId, userId, actorName }, { line, form });
  return outcome.ok ? redirect(`${base}/offer/${line}/scenarios`) : problemReply(outcome.problems, form);
}

export default function ScenariosRoute() {
  const { t } = useTranslation("offer-design");
  const { employerId, base, businessName, page } = useLoaderData() as PageData;
  return (
    <>
      <PageHeading eyebrow={<BusinessEyebrow employerId={employerId} name={businessName} />} lead={t("scenarios.lead")}>
        {t("scenarios.title")}
      </PageHeading>
      <ScenariosDesk page={page} base={base} reply={useActionData<typeof action>()} />
    </>
  );
}

import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { FrontierDesk } from "~/features/employer/offer/design/frontier/frontier-desk";
import { loadFrontierPage, type FrontierPage } from "~/features/employer/offer/design/frontier/frontier-page.server";
import { requireOfferRequest } from "~/features/employer/offer/design/offer-guard.server";
import { WordsOnThisPage } from "~/ui/content/words-on-this-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["plans", "offer-design"], title: "offer-design:frontier.title" } satisfies PageHandle;

type PageData = { employerId: string; base: string; businessName: string; page: FrontierPage };

export async function loader(args: LoaderFunctionArgs) {
  const { scene, base, businessName } = await requireOfferRequest(args);
  return json<PageData>({ employerId: scene.employerId, base, businessName, page: await loadFrontierPage(scene) });
}

export default function FrontierRoute() {
  const { t } = useTranslation("offer-design");
  const { employerId, base, businessName, page } = useLoaderData() as PageData;
  return (
    <>
      <PageHeading
        eyebrow={<BusinessEyebrow employerId={employerId} name={businessName} />}
        lead={t(`frontier.lead.${page.line}`)}
      >
        {t("frontier.title")}
      </PageHeading>
      <FrontierDesk page={page} base={base} />
      <WordsOnThisPage terms={["reference-plan", "employer-contribution", "premium", "metal-level"]} />
    </>
  );
}

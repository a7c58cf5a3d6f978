import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { lineOf, requireOfferRequest } from "~/features/employer/offer/design/offer-guard.server";
import { OfferDesk } from "~/features/employer/offer/offer-desk";
import { loadOfferPage, type OfferPage } from "~/features/employer/offer/offer-page.server";
import { removeOfferSchema, saveOfferSchema } from "~/features/employer/offer/offer.schema";
import { removeOffer, saveOffer } from "~/features/employer/offer/save-offer.command.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { WordsOnThisPage } from "~/ui/content/words-on-this-page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = {
  i18n: ["plans", "contribution", "offer-design", "rule-problems"],
  title: (t, data) => t(`plans:offer.title.${(data as PageData | undefined)?.page.line ?? "medical"}`),
} satisfies PageHandle;

type PageData = { employerId: string; base: string; businessName: string; page: OfferPage };

export async function loader(args: LoaderFunctionArgs) {
  const { scene, base, businessName } = await requireOfferRequest(args);
  return json<PageData>({ employerId: scene.employerId, base, businessName, page: await loadOfferPage(scene) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId } = employer;
  const line = lineOf(params["line"]);
  const act = { employerId, userId: user.userId, actorName: user.fullName };
  const form = await request.formData();
  if (form.get("intent") === "remove") {
    const removal = parseForm(removeOfferSchema, form);
    if (!removal.ok) return problemReply(removal.problems, form);
    const removed = await removeOffer({ ...act, line, version: removal.value.version });
    return removed.ok ? redirect(`/employers/${employerId}/offer/review`) : problemReply(removed.problems, form);
  }
  const parsed = parseForm(saveOfferSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const today = marketplaceToday(employer.state);
  const outcome = await saveOffer({ ...act, place: employer, today, line, input: parsed.value });
  if (!outcome.ok) return problemReply(outcome.problems, form);
  return redirect(`/employers/${employerId}/offer/${line === "medical" ? "dental" : "review"}`);
}

export default function OfferRoute() {
  const { t } = useTranslation("plans");
  const { employerId, base, businessName, page } = useLoaderData() as PageData;
  const reply = useActionData<typeof action>() ?? page.refused ?? undefined;
  return (
    <>
      <PageHeading
        eyebrow={<BusinessEyebrow employerId={employerId} name={businessName} />}
        lead={t(`offer.lead.${page.line}`)}
      >
        {t(`offer.title.${page.line}`)}
      </PageHeading>
      <OfferDesk key={page.line} page={page} base={base} reply={reply} />
      <WordsOnThisPage terms={["reference-plan", "employer-contribution", "premium", "metal-level", "dependents"]} />
    </>
  );
}

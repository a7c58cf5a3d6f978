import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { joinBusinessSchema, registrationFormKey } from "~/features/employer/business/business-details.schema";
import { askToJoin } from "~/features/employer/business/join-business.command.server";
import { JoinBusinessForm } from "~/features/employer/business/join-business.form";
import { now } from "~/platform/clock.server";
import { discardDraft, loadDraft } from "~/platform/drafts/drafts.server";
import { parseForm } from "~/platform/forms/parse-form";
import { problemReply } from "~/platform/forms/reply.server";
import { requireVerifiedUser } from "~/platform/session/session.server";
import { Alert } from "~/ui/content/alert";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["employer"], title: "employer:join.title" } satisfies PageHandle;

/** Reached with an EIN that somebody has registered, which the draft of the registration still holds. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireVerifiedUser(request);
  const draft = await loadDraft(userId, registrationFormKey);
  const taken = new URL(request.url).searchParams.has("taken");
  return json({ ein: draft?.values["ein"]?.[0] ?? null, taken });
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireVerifiedUser(request);
  const form = await request.formData();
  const parsed = parseForm(joinBusinessSchema, form);
  if (!parsed.ok) return problemReply(parsed.problems, form);
  const outcome = await askToJoin({ person, ein: parsed.value.ein, now: now() });
  if (!outcome.ok) return problemReply(outcome.problems, form);
  await discardDraft(person.userId, registrationFormKey);
  return redirect(outcome.value.kind === "open" ? `/employers/${outcome.value.employerId}` : "/start?asked=1");
}

export default function JoinBusinessPage() {
  const { t } = useTranslation("employer");
  const { ein, taken } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading lead={t("join.lead")}>{t("join.title")}</PageHeading>
      {taken ? <Alert tone="info">{t("join.taken")}</Alert> : null}
      <p>{t("join.next")}</p>
      <JoinBusinessForm reply={useActionData<typeof action>()} ein={ein ?? undefined} />
      <p>
        <Link className="usa-link" to="/employers/new">
          {t("join.back")}
        </Link>
      </p>
    </>
  );
}

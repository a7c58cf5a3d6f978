import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { parseEin } from "~/domain/household/ein";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { editBusinessSchema } from "~/features/employer/business/business-details.schema";
import { countiesOnRecord } from "~/features/employer/business/business-page.query.server";
import { businessReply } from "~/features/employer/business/business-reply.server";
import { EinOnRecord } from "~/features/employer/business/ein-on-record";
import { editBusiness } from "~/features/employer/business/edit-business.command.server";
import { EditBusinessForm } from "~/features/employer/business/edit-business.form";
import { discardDraft, versionedFormKey } from "~/platform/drafts/drafts.server";
import { keepRefused, restoredReply } from "~/platform/drafts/form-drafts.server";
import { parseForm } from "~/platform/forms/parse-form";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { Alert } from "~/ui/content/alert";
import { RestoredDraft } from "~/ui/forms/restored-draft";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["employer", "account"], title: "employer:business.title" } satisfies PageHandle;

const draftStem = (employerId: string | undefined) => `business:${employerId ?? ""}:details`;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const stem = draftStem(params["employerId"]);
  const { employer, draftOf } = await requireEmployerAccess(request, params["employerId"], { draftsLike: stem });
  const { employerId, version, ein, legalName, dbaName, entityKind, phone, contactEmail, ...place } = employer;
  const { addressLine1, addressLine2, city, state, zip, countyFips } = place;
  const values = {
    ...{ legalName, dbaName, entityKind, phone, contactEmail },
    ...{ addressLine1, addressLine2, city, state, zip, countyFips },
  };
  const counties = await countiesOnRecord(employer, marketplaceToday(employer.state));
  const reading = parseEin(ein);
  const einIsDoubtful = reading.ok && reading.value.warnings.length > 0;
  const saved = new URL(request.url).searchParams.has("saved");
  const formKey = versionedFormKey(stem, version);
  const restored = restoredReply(draftOf(formKey));
  return json({ employerId, version, ein, einIsDoubtful, values, counties, saved, formKey, restored });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const form = await request.formData();
  const parsed = parseForm(editBusinessSchema, form);
  const { employerId } = employer;
  const formKey = versionedFormKey(draftStem(employerId), Number(form.get("version")));
  const draft = { userId: user.userId, formKey };
  if (!parsed.ok) {
    await keepRefused(draft, form, editBusinessSchema);
    return businessReply(parsed, form);
  }
  const outcome = await editBusiness({
    ...{ employerId, userId: user.userId, actorName: user.fullName },
    today: marketplaceToday(parsed.value.state),
    input: parsed.value,
  });
  if (!outcome.ok) {
    await keepRefused(draft, form, editBusinessSchema);
    return businessReply(outcome, form);
  }
  await discardDraft(draft.userId, draft.formKey);
  return redirect(`/employers/${employerId}/business?saved=1`);
}

export default function BusinessPage() {
  const { t } = useTranslation("employer");
  const { employerId, version, ein, einIsDoubtful, values, counties, saved, ...page } = useLoaderData<typeof loader>();
  const { formKey, restored } = page;
  const reply = useActionData<typeof action>();
  const eyebrow = <BusinessEyebrow employerId={employerId} name={values.dbaName ?? values.legalName} />;
  return (
    <>
      <PageHeading eyebrow={eyebrow} lead={t("business.lead")}>
        {t("business.title")}
      </PageHeading>
      {saved && !reply ? (
        <Alert tone="success" live>
          {t("business.saved")}
        </Alert>
      ) : null}
      <EinOnRecord ein={ein} isDoubtful={einIsDoubtful} />
      {reply?.problems.some(({ code }) => code === "stale") ? (
        <p>
          <Link className="usa-link" to={`/employers/${employerId}/business`} reloadDocument>
            {t("business.newest")}
          </Link>
        </p>
      ) : null}
      {restored && !reply ? <RestoredDraft formKey={formKey} /> : null}
      <EditBusinessForm
        key={version}
        reply={reply ?? restored ?? undefined}
        {...{ values, version, counties, formKey }}
      />
    </>
  );
}

import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Cents } from "~/domain/money/cents";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { isUsState, usStateNames } from "~/domain/exchange-profile/us-state";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { checkEligibility } from "~/features/employer/eligibility/check-eligibility.command.server";
import { CheckEligibilityForm } from "~/features/employer/eligibility/check-eligibility.form";
import { checkEligibilitySchema } from "~/features/employer/eligibility/check-eligibility.schema";
import { EligibilityResult } from "~/features/employer/eligibility/eligibility-result";
import { latestDetermination } from "~/features/employer/eligibility/eligibility.query.server";
import { CreditLink } from "~/features/employer/tax-credit/credit-link";
import { savedCreditCents } from "~/features/employer/tax-credit/credit-of-answers.server";
import { discardDraft } from "~/platform/drafts/drafts.server";
import { draftedReply, restoredReply } from "~/platform/drafts/form-drafts.server";
import { parseForm } from "~/platform/forms/parse-form";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { LinkButton } from "~/ui/content/button";
import { RestoredDraft } from "~/ui/forms/restored-draft";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = {
  i18n: ["employer", "account", "tax-credit"],
  title: "employer:eligibility.title",
} satisfies PageHandle;

const formKeyOf = (employerId: string | undefined) => `business:${employerId ?? ""}:eligibility`;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const formKey = formKeyOf(params["employerId"]);
  const { user, employer, draftOf } = await requireEmployerAccess(request, params["employerId"], {
    draftsLike: formKey,
  });
  const { employerId, legalName, dbaName, state, standing } = employer;
  const profile = profileFor({ state, on: marketplaceToday(state) });
  const { taxCredit = null, ...latest } = (await latestDetermination({ employerId, userId: user.userId })) ?? {};
  return json({
    employerId,
    name: dbaName ?? legalName,
    stateName: isUsState(state) ? usStateNames[state] : state,
    sizeLimitFte: profile.ok ? profile.value.sizeLimitFte : 50,
    isOutdated: standing === "applicant",
    latest: "answers" in latest ? latest : null,
    creditCents: savedCreditCents(taxCredit?.answers, { state }),
    formKey,
    restored: restoredReply(draftOf(formKey)),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const form = await request.formData();
  const parsed = parseForm(checkEligibilitySchema, form);
  const draft = { userId: user.userId, formKey: formKeyOf(employer.employerId) };
  const about = { draft, schema: checkEligibilitySchema };
  if (!parsed.ok) return draftedReply(parsed.problems, form, about);
  const { employerId, state } = employer;
  const outcome = await checkEligibility({
    ...{ employerId, userId: user.userId, actorName: user.fullName },
    today: marketplaceToday(state),
    input: parsed.value,
  });
  if (!outcome.ok) return draftedReply(outcome.problems, form, about);
  await discardDraft(draft.userId, draft.formKey);
  return redirect(`/employers/${employerId}/eligibility#answer`);
}

export default function EligibilityPage() {
  const { t } = useTranslation("employer");
  const { employerId, name, stateName, sizeLimitFte, isOutdated, latest, ...page } = useLoaderData<typeof loader>();
  const { formKey, restored } = page;
  const creditCents = page.creditCents as Cents | null;
  const answered = useActionData<typeof action>();
  const eyebrow = <BusinessEyebrow employerId={employerId} name={name} />;
  return (
    <>
      <PageHeading eyebrow={eyebrow} lead={t("eligibility.lead", { state: stateName, limit: sizeLimitFte })}>
        {t("eligibility.title")}
      </PageHeading>
      {latest ? (
        <div id="answer">
          <EligibilityResult
            {...latest}
            fte={latest.answers.fte}
            base={`/employers/${employerId}`}
            businessName={name}
            outdated={isOutdated}
          />
          <CreditLink employerId={employerId} creditCents={creditCents} />
          {latest.eligible && !isOutdated ? (
            <p>
              <LinkButton to={`/employers/${employerId}`}>{t("eligibility.goOn")}</LinkButton>
            </p>
          ) : null}
          <h2 className="sf-section__heading">{t("eligibility.again")}</h2>
        </div>
      ) : null}
      {restored && !answered ? <RestoredDraft formKey={formKey} /> : null}
      <CheckEligibilityForm
        reply={answered ?? restored ?? undefined}
        formKey={formKey}
        values={latest?.answers.typed ?? {}}
        stateName={stateName}
        sizeLimitFte={sizeLimitFte}
      />
    </>
  );
}

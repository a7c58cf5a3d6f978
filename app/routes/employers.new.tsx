import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import {
  registerBusinessSchema,
  registrationFormKey,
  type RegisterBusiness,
} from "~/features/employer/business/business-details.schema";
import type { CountyChoice } from "~/features/employer/business/business-fields";
import { businessReply } from "~/features/employer/business/business-reply.server";
import { registerBusiness } from "~/features/employer/business/register-business.command.server";
import { RegisterBusinessForm } from "~/features/employer/business/register-business.form";
import { findQuotePlace } from "~/features/plans/visitor/quote-place.query.server";
import { findVisitorQuote } from "~/features/plans/visitor/visitor-quote.server";
import { now } from "~/platform/clock.server";
import { discardDraft, loadDraft, saveDraft } from "~/platform/drafts/drafts.server";
import { echoOf, parseForm } from "~/platform/forms/parse-form";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { requireVerifiedUser, type SignedInUser } from "~/platform/session/session.server";
import { Alert } from "~/ui/content/alert";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["employer", "account"], title: "employer:register.title" } satisfies PageHandle;

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId, email } = await requireVerifiedUser(request);
  const draft = await loadDraft(userId, registrationFormKey);
  const quoted = await quotedAddress(request);
  const values: Record<string, readonly string[]> = { contactEmail: [email], ...quoted.values, ...draft?.values };
  return json({ values, counties: quoted.counties, resumed: draft !== undefined });
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireVerifiedUser(request);
  const form = await request.formData();
  const parsed = parseForm(registerBusinessSchema, form);
  const outcome = parsed.ok ? await register(person, parsed.value) : parsed;
  if (!outcome.ok || outcome.value.kind === "taken") {
    await saveDraft(person.userId, registrationFormKey, echoOf(form));
    return outcome.ok ? redirect("/employers/join?taken=1") : businessReply(outcome, form);
  }
  await discardDraft(person.userId, registrationFormKey);
  const base = `/employers/${outcome.value.employerId}`;
  const carried = await findVisitorQuote(request);
  return redirect(carried && carried.quote.census.length > 0 ? `${base}/roster/quoted` : base);
}

/** The place that a quote was made for, so that nobody types it again. */
async function quotedAddress(request: Request): Promise<{
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly counties: readonly CountyChoice[];
}> {
  const carried = await findVisitorQuote(request);
  if (!carried) return { values: {}, counties: [] };
  const { zip, state, countyFips } = carried.quote;
  const place = await findQuotePlace(carried.quote);
  const counties = place.ok ? place.value.counties.filter((county) => county.state === state) : [];
  return { values: { zip: [zip], state: [state], countyFips: [countyFips] }, counties };
}

function register(person: SignedInUser, input: RegisterBusiness) {
  return registerBusiness({ person, today: marketplaceToday(input.state), now: now(), input });
}

export default function RegisterBusinessPage() {
  const { t } = useTranslation("employer");
  const { values, counties, resumed } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? { problems: [], values, counties };
  return (
    <>
      <PageHeading lead={t("register.lead")}>{t("register.title")}</PageHeading>
      {resumed && reply.problems.length === 0 ? <Alert tone="info">{t("register.resumed")}</Alert> : null}
      <RegisterBusinessForm reply={reply} formKey={registrationFormKey} />
      <p>
        {t("register.joinInstead")}{" "}
        <Link className="usa-link" to="/employers/join">
          {t("register.joinLink")}
        </Link>
      </p>
    </>
  );
}

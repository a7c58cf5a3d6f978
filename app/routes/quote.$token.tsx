import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { copyVisitorQuote } from "~/features/plans/visitor/save-visitor-quote.command.server";
import { openQuote } from "~/features/plans/visitor/visitor-quote.server";
import { limitedReply } from "~/platform/rate-limit/limited-reply.server";
import { countAttempt } from "~/platform/rate-limit/rate-limit.server";
import { quoteCookie } from "~/platform/session/quote-cookie.server";
import { isToken, tokenHash } from "~/platform/session/token.server";
import { LinkButton } from "~/ui/content/button";
import { ActForm } from "~/ui/forms/act-form";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["quote"], title: "quote:link.title" } satisfies PageHandle;

/** Looks only: mail scanners follow links, and the quote opens with a press of the button. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { token } = params;
  const counted = await countAttempt("quote-prices", isToken(token) ? { account: tokenHash(token) } : {});
  if (!counted.ok) throw json({ problems: counted.problems }, { status: 429 });
  const isThere = isToken(token) && (await openQuote(token)) !== undefined;
  return json({ isThere }, { status: isThere ? 200 : 410 });
}

export async function action({ params }: ActionFunctionArgs) {
  const { token } = params;
  const outcome = await copyVisitorQuote(token);
  if (outcome.ok) return redirect("/quote/plans", { headers: { "Set-Cookie": quoteCookie(outcome.value) } });
  const isGone = outcome.problems.some(({ code }) => code === "quote-gone");
  if (isGone) return json({ problems: outcome.problems, values: {} }, { status: 410 });
  return limitedReply(outcome.problems, new FormData());
}

export default function QuoteLinkPage() {
  const { t } = useTranslation("quote");
  const { isThere } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!isThere) {
    return (
      <>
        <PageHeading lead={t("problems:quote-gone")}>{t("link.goneTitle")}</PageHeading>
        <LinkButton to="/quote">{t("link.startNew")}</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeading lead={t("link.openLead")}>{t("link.title")}</PageHeading>
      <ActForm reply={reply}>
        <FormActions>
          <SubmitButton>{t("link.open")}</SubmitButton>
        </FormActions>
      </ActForm>
    </>
  );
}

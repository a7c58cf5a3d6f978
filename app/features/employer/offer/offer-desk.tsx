import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { EmptyState } from "~/ui/content/empty-state";
import { ProblemText } from "~/ui/content/problem-text";
import { ConfirmButton } from "~/ui/forms/form-buttons";
import { OfferForm } from "./offer.form";
import { OfferNow, OfferPreviewPanel } from "./offer-preview";
import type { OfferPage } from "./offer-page.server";

type OfferDeskProps = { page: OfferPage; base: string; reply: FormReply | undefined };
const pauseMilliseconds = 300;

/** The offer of one line: its form, and what it would cost as the form stands now. */
export function OfferDesk({ page, base, reply }: OfferDeskProps) {
  const { t } = useTranslation("plans");
  const { line } = page;
  if (!page.hasCoverageYear) {
    return (
      <EmptyState
        heading={t("offer.yearFirst")}
        action={<LinkButton to={`${base}/coverage-year`}>{t("offer.toYear")}</LinkButton>}
      />
    );
  }
  if (!page.mayChange) {
    return (
      <Alert tone="info" heading={t("year.published")}>
        <LinkButton to={`${base}/offer/review`}>{t("year.seeOffer")}</LinkButton>
      </Alert>
    );
  }
  if (page.plans.length === 0) return <EmptyState heading={t("offer.noPlans")}>{t("offer.noPlansText")}</EmptyState>;
  return (
    <>
      {line === "dental" ? (
        <p>
          <LinkButton to={`${base}/offer/review`} look="secondary">
            {t("offer.skipDental")}
          </LinkButton>
        </p>
      ) : null}
      <LiveOffer page={page} base={base} reply={reply} />
      {line === "dental" && page.isOffered ? (
        <ConfirmButton
          label={t("offer.removeDental")}
          question={t("offer.removeQuestion")}
          confirmLabel={t("offer.removeConfirm")}
          fields={{ intent: "remove", version: String(page.version) }}
        />
      ) : null}
    </>
  );
}

function LiveOffer({ page, base, reply }: OfferDeskProps) {
  const { t } = useTranslation("plans");
  const fetcher = useFetcher();
  const timer = useRef<number>();
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const newer = (fetcher.data as { page: OfferPage } | undefined)?.page;
  const preview = newer ? (newer.preview ?? page.preview) : page.preview;
  const problems = newer ? newer.problems : page.problems;
  const pending = fetcher.state !== "idle" || problems.length > 0;
  const isExample = page.employeeCount === 0;
  const ask = (terms: URLSearchParams) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => fetcher.load(`${base}/offer/${page.line}?${terms}`), pauseMilliseconds);
  };
  return (
    <>
      <div className="sf-offer">
        <OfferForm fields={page} reply={reply} onTermsChange={ask} />
        <OfferNow preview={preview} isExample={isExample} pending={pending}>
          {problems.length > 0 ? (
            <Alert tone="warning" heading={t("preview.notYet")} live>
              <ul className="usa-list">
                {problems.map((problem, index) => (
                  <li key={`${problem.code} ${index}`}>
                    <ProblemText problem={problem} />
                  </li>
                ))}
              </ul>
            </Alert>
          ) : null}
        </OfferNow>
      </div>
      {preview ? (
        <OfferPreviewPanel preview={preview} isExample={isExample} payFrequency={page.payFrequency} pending={pending} />
      ) : null}
    </>
  );
}

import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { EmptyState } from "~/ui/content/empty-state";
import { ProblemText } from "~/ui/content/problem-text";
import { ConfirmButton } from "~/ui/forms/form-buttons";
import { BudgetBox } from "./design/budget/budget-box";
import { fieldsOfTerms } from "./design/terms-in-address";
import type { PreviewAnswer } from "./design/offer-preview.server";
import { OfferForm } from "./offer.form";
import { OfferNow, OfferPreviewPanel } from "./offer-preview";
import type { OfferPage } from "./offer-page.server";

type OfferDeskProps = { page: OfferPage; base: string; reply: FormReply | undefined };
const pauseMilliseconds = 200;

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
  // A newer question of the same fetcher gives up the older one.
  const fetcher = useFetcher<PreviewAnswer>();
  const timer = useRef<number>();
  useEffect(() => () => window.clearTimeout(timer.current), []);
  // What the address says now is newer than an answer to an earlier form.
  const [live, setLive] = useState<{ terms: URLSearchParams; page: string }>();
  const changed = live?.page === page.address ? live.terms : undefined;
  const answer = (changed && fetcher.data) ?? page;
  // While nothing can be shown the last good numbers stay, greyed.
  const lastGood = useRef(page.preview);
  if (answer.preview) lastGood.current = answer.preview;
  const preview = lastGood.current;
  const { problems } = answer;
  const asking = fetcher.state !== "idle";
  const isExample = page.employeeCount === 0;
  const ask = (terms: URLSearchParams) => {
    setLive({ terms, page: page.address });
    window.clearTimeout(timer.current);
    const address = `${base}/offer/${page.line}/preview?${terms}`;
    timer.current = window.setTimeout(() => fetcher.load(address), pauseMilliseconds);
  };
  const fields = changed ? Object.fromEntries(changed) : fieldsOfTerms(page.terms);
  const shown = { isExample, payFrequency: page.payFrequency, isOld: asking || problems.length > 0 };
  return (
    <>
      <BudgetBox page={page} base={base} fields={fields} costCents={preview?.cost?.employerShareCents} />
      <div className="sf-offer">
        <OfferForm
          key={page.budget ? page.address : "typed"}
          fields={page}
          reply={reply}
          compareAt={`${base}/offer/${page.line}/scenarios`}
          onTermsChange={ask}
        />
        <OfferNow {...shown} preview={preview} asking={asking}>
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
      {preview ? <OfferPreviewPanel {...shown} preview={preview} /> : null}
    </>
  );
}

import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { restsOnReferencePlan } from "~/domain/contribution/schemes/contribution-scheme";
import type { Problem } from "~/domain/problem";
import type { FormReply } from "~/platform/forms/parse-form";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { ProblemText } from "~/ui/content/problem-text";
import { ExplainedAmount } from "~/ui/content/explained-amount";
import { SummaryList, type SummaryRow } from "~/ui/content/summary-list";
import { formatDate } from "~/ui/format/dates";
import { formatCents, formatWholeDollars } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import { promisedRows } from "~/ui/format/contribution-words";
import type { Words } from "~/ui/plans/plan-words";
import { PublishForm } from "./publish-offer.form";
import type { AfterCredit } from "../tax-credit/cost-after-credit.server";
import type { ReviewedOffer, ReviewPage } from "./review-page.server";

type OfferReviewProps = { page: ReviewPage; base: string; reply: FormReply | undefined };

/** Where each thing that is missing is put right. */
const remedies: Readonly<Record<string, string>> = {
  "employer-not-eligible-yet": "eligibility",
  "roster-empty": "roster",
  "coverage-year-missing": "coverage-year",
  "start-date-deadline-passed": "coverage-year",
  "medical-offer-missing": "offer/medical",
  "offer-prices-changed": "offer/medical",
};

/** Everything that is about to be offered, to check and then publish. */
export function OfferReview({ page, base, reply }: OfferReviewProps) {
  const { t } = useTranslation("plans");
  const { application, problems } = page;
  const isPublished = application !== null && application.state !== "draft";
  return (
    <>
      {isPublished ? <PublishedNotice page={page} base={base} /> : null}
      {problems.length > 0 ? <WhatIsMissing problems={problems} base={base} /> : null}
      <YearSummary page={page} base={base} mayChange={!isPublished} />
      {page.offers.map((offer) => (
        <OfferSummary
          key={offer.line}
          offer={offer}
          base={base}
          mayChange={!isPublished}
          dependents={application?.offersDependents ?? true}
        />
      ))}
      {page.offers.length === 0 || page.offers.some((offer) => offer.line === "dental") || isPublished ? null : (
        <p>
          {t("review.noDental")}{" "}
          <Link className="usa-link" to={`${base}/offer/dental`}>
            {t("review.addDental")}
          </Link>
        </p>
      )}
      <TotalCost page={page} base={base} />
      {application && !isPublished && problems.length === 0 ? (
        <PublishForm version={application.version} employeeCount={page.employeeCount} reply={reply} />
      ) : null}
    </>
  );
}

function PublishedNotice({ page, base }: Pick<OfferReviewProps, "page" | "base">) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const { application } = page;
  if (!application) return null;
  const opens = formatDate(locale, application.openEnrollmentStartsOn);
  const closes = formatDate(locale, application.openEnrollmentEndsOn);
  return (
    <Alert tone="success" heading={t("review.publishedHeading")}>
      <p>{t("review.publishedText", { opens, closes })}</p>
      <LinkButton to={`${base}/enrollment`}>{t("review.toEnrollment")}</LinkButton>
    </Alert>
  );
}

function WhatIsMissing({ problems, base }: { problems: readonly Problem[]; base: string }) {
  const { t } = useTranslation("plans");
  return (
    <Alert tone="warning" heading={t("review.missing", { count: problems.length })}>
      <ul className="usa-list">
        {problems.map((problem, index) => {
          const remedy =
            remedies[problem.code] ?? (problem.code.startsWith("open-enrollment") ? "coverage-year" : "offer/medical");
          return (
            <li key={`${problem.code} ${index}`}>
              <ProblemText problem={problem} />{" "}
              <Link className="usa-link" to={`${base}/${remedy}`}>
                {t("review.fix")}
              </Link>
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}

function YearSummary({ page, base, mayChange }: { page: ReviewPage; base: string; mayChange: boolean }) {
  const { t } = useTranslation("plans");
  const locale = useLocale();
  const { application } = page;
  if (!application) return null;
  const day = (date: typeof application.startOn) => formatDate(locale, date);
  const changeTo = mayChange ? `${base}/coverage-year` : undefined;
  const row = (key: string, value: string): SummaryRow => ({ key, label: t(`review.${key}`), value, changeTo });
  return (
    <Section heading={t("review.year")}>
      <SummaryList
        rows={[
          row("starts", day(application.startOn)),
          row("ends", day(application.endOn)),
          row(
            "window",
            t("review.fromTo", {
              from: day(application.openEnrollmentStartsOn),
              to: day(application.openEnrollmentEndsOn),
            }),
          ),
          row("submitBy", day(application.submitByOn)),
          row("waiting", t(`waiting.${application.waitingPeriod}`)),
          row("dependents", t(application.offersDependents ? "yes" : "no")),
          row("payFrequency", t(`pay.${page.payFrequency}`)),
        ]}
      />
    </Section>
  );
}

type OfferSummaryProps = { offer: ReviewedOffer; base: string; mayChange: boolean; dependents: boolean };

function OfferSummary({ offer, base, mayChange, dependents }: OfferSummaryProps) {
  const { t } = useTranslation(["plans", "contribution"]);
  const locale = useLocale();
  const changeTo = mayChange ? `${base}/offer/${offer.line}` : undefined;
  const row = (key: string, value: SummaryRow["value"]): SummaryRow => ({
    key,
    label: t(`review.${key}`),
    value,
    changeTo,
  });
  const { scheme } = offer.contribution;
  const promised = [
    { key: "how", label: t("contribution:row.how"), value: t(`contribution:method.${scheme.method}`) },
    ...promisedRows({ t, locale }, { scheme, dependents }),
  ].map((word): SummaryRow => ({ ...word, changeTo }));
  return (
    <Section heading={t(`review.${offer.line}`)}>
      <SummaryList
        rows={[
          row("choice", choiceText({ t }, offer)),
          row("reference", offer.referencePlanName),
          ...promised,
          row(
            "cost",
            offer.cost ? (
              <>
                {t(restsOnReferencePlan(scheme) ? "review.costText" : "contribution:row.costIfReference", {
                  amount: formatCents(locale, offer.cost.employerShareCents),
                })}
                <ExplainedAmount
                  base={base}
                  about={{ figure: "employer-cost", line: offer.line }}
                  named={t(`review.${offer.line}`)}
                />
              </>
            ) : (
              t("premium.noPrice")
            ),
          ),
        ]}
      />
    </Section>
  );
}

function choiceText({ t }: Pick<Words, "t">, offer: ReviewedOffer): string {
  const count = offer.planCount;
  if (offer.choiceModel === "metal-level")
    return t("review.choiceLevel", { level: t(`level.${offer.metalLevel ?? ""}`), count });
  if (offer.choiceModel === "single-issuer") return t("review.choiceIssuer", { issuer: offer.issuerName ?? "", count });
  return t("review.choiceOne");
}

function TotalCost({ page, base }: { page: ReviewPage; base: string }) {
  const { t } = useTranslation(["plans", "contribution", "tax-credit"]);
  const locale = useLocale();
  if (!page.cost || page.employeeCount === 0) return null;
  const isMost = page.offers.every((offer) => restsOnReferencePlan(offer.contribution.scheme));
  const { employerShareCents, employeesShareCents } = page.cost;
  const { afterCredit } = page;
  return (
    <Section heading={t("review.total")}>
      <p className="sf-plan__price">
        <span className="sf-plan__amount">{formatCents(locale, employerShareCents)}</span>{" "}
        <span className="sf-plan__per">{t(isMost ? "preview.youPay" : "contribution:row.totalIfReference")}</span>
      </p>
      <p>{t("review.totalText", { count: page.employeeCount, employees: formatCents(locale, employeesShareCents) })}</p>
      <ExplainedAmount base={base} about={{ figure: "offer-total" }} named={t("review.total")} />
      {afterCredit ? <p>{t("tax-credit:afterCredit", afterCreditWords(locale, afterCredit))}</p> : null}
    </Section>
  );
}

function afterCreditWords(locale: ReturnType<typeof useLocale>, { creditCents, costCents }: AfterCredit) {
  return { credit: formatWholeDollars(locale, creditCents), cost: formatWholeDollars(locale, costCents) };
}

import { Link } from "@remix-run/react";
import { Fragment, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "~/domain/problem";
import { Amount } from "~/ui/content/amount";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { EmptyState } from "~/ui/content/empty-state";
import { ProblemText } from "~/ui/content/problem-text";
import { SummaryList } from "~/ui/content/summary-list";
import { DataTable } from "~/ui/data-table";
import { formatDate } from "~/ui/format/dates";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import { ParticipationFigure } from "./participation-figure";
import { reviewPeopleColumns } from "./review-people.columns";
import type { ReviewPerson, SubmissionReview } from "./submission-review.query.server";

type PageProps = { review: SubmissionReview; base: string };

/** What comes before anything can be submitted. */
export function NothingToSubmit({ base }: { base: string }) {
  const { t } = useTranslation("submission");
  return (
    <EmptyState
      heading={t("nothing.heading")}
      action={<LinkButton to={`${base}/offer/review`}>{t("nothing.action")}</LinkButton>}
    >
      {t("nothing.text")}
    </EmptyState>
  );
}

/** Everything the owner signs for, to check first. */
export function SubmissionReviewPage({ review, base }: PageProps) {
  const { t } = useTranslation("submission");
  const locale = useLocale();
  const columns = useMemo(
    () => reviewPeopleColumns(t, { locale, base, offeredLines: review.offeredLines }),
    [t, locale, base, review.offeredLines],
  );
  return (
    <>
      <WhereItStands review={review} base={base} />
      <Section heading={t("people.heading")}>
        <DataTable
          caption={t("people.caption")}
          columns={columns}
          rows={review.people}
          rowKey={(person) => person.employeeId}
          empty={{ heading: t("people.empty") }}
        />
      </Section>
      <WhatIsMissing review={review} base={base} />
      <ParticipationFigure {...review} base={base} />
      <Costs totals={review.totals} />
    </>
  );
}

/** Where each thing that stands in the way is put right; what is not here is decided by nobody on these pages. */
const remedies: Readonly<Record<string, "enrollment" | "offer/medical">> = {
  "participation-too-low": "enrollment",
  "participation-no-non-owner-enrolled": "enrollment",
  "nobody-enrolled": "enrollment",
  "offer-missing": "offer/medical",
};

function WhereItStands({ review, base }: PageProps) {
  const { t } = useTranslation("submission");
  const locale = useLocale();
  const { application, daysLeft, problems } = review;
  // Undecided people are stated with the signature, and do not stand in the way by themselves.
  const blocking = problems.filter((problem) => problem.code !== "employees-undecided");
  const days = {
    submitBy: formatDate(locale, application.submitByOn),
    startOn: formatDate(locale, application.startOn),
    left: daysLeft === 0 ? t("deadlineToday") : t("shared:days.left", { count: daysLeft }),
  };
  return (
    <>
      {daysLeft >= 0 ? <p>{t("deadline", days)}</p> : null}
      {application.state === "published" ? <NotYetOpen application={application} /> : null}
      {blocking.length > 0 ? (
        <Alert tone="warning" heading={t("blocking", { count: blocking.length })}>
          <ul className="usa-list">
            {blocking.map((problem) => (
              <BlockingLine key={problem.code} problem={problem} base={base} />
            ))}
          </ul>
        </Alert>
      ) : null}
      {blocking.length === 0 && application.state !== "published" ? (
        <Alert tone="success" heading={t("ready")}>
          {t("readyText")}
        </Alert>
      ) : null}
    </>
  );
}

function NotYetOpen({ application }: Pick<SubmissionReview, "application">) {
  const { t } = useTranslation("submission");
  const locale = useLocale();
  const opens = formatDate(locale, application.openEnrollmentStartsOn);
  const closes = formatDate(locale, application.openEnrollmentEndsOn);
  return (
    <Alert tone="info" heading={t("notOpen.heading")}>
      {t("notOpen.text", { opens, closes })}
    </Alert>
  );
}

function BlockingLine({ problem, base }: { problem: Problem; base: string }) {
  const { t } = useTranslation("submission");
  const remedy = remedies[problem.code];
  return (
    <li>
      <ProblemText problem={problem} />{" "}
      {problem.citation ? <cite className="sf-citation">{problem.citation}</cite> : null}{" "}
      {remedy ? (
        <Link className="usa-link" to={`${base}/${remedy}`}>
          {t(remedy === "enrollment" ? "fix.board" : "fix.offer")}
        </Link>
      ) : null}
    </li>
  );
}

type Missing = { readonly key: string; readonly text: string; readonly to: string; readonly link: string };

function WhatIsMissing({ review, base }: PageProps) {
  const { t } = useTranslation("submission");
  const missing = review.people.flatMap(({ employeeId, fullName: name, decided, lacks }): Missing[] => {
    const undecided = { text: t("missing.undecided", { name }), to: `${base}/enrollment`, link: t("missing.remind") };
    const address = {
      text: t("missing.address", { name }),
      to: `${base}/roster/${employeeId}`,
      link: t("missing.add"),
    };
    return [
      ...(decided ? [] : [{ key: `${employeeId} choice`, ...undecided }]),
      ...(lacks.some((lack) => lack.what === "address") ? [{ key: `${employeeId} address`, ...address }] : []),
    ];
  });
  const numbers = review.people.flatMap((person) => missingNumbers(person, base));
  if (missing.length + numbers.length === 0) return null;
  return (
    <Section heading={t("missing.heading")}>
      <p>{t("missing.lead")}</p>
      <ul className="usa-list">
        {missing.map(({ key, text, to, link }) => (
          <li key={key}>
            {text}{" "}
            <Link className="usa-link" to={to}>
              {link}
              <span className="usa-sr-only"> {text}</span>
            </Link>
          </li>
        ))}
        {numbers.length > 0 ? (
          <li>
            {t("missing.numbers")}{" "}
            {numbers.map(({ to, name }, index) => (
              <Fragment key={to}>
                {index > 0 ? ", " : null}
                <Link className="usa-link" to={to}>
                  {name}
                </Link>
              </Fragment>
            ))}
          </li>
        ) : null}
      </ul>
    </Section>
  );
}

/** Whose Social Security number is not there, each with the page where it is added. */
function missingNumbers({ employeeId, fullName, lacks }: ReviewPerson, base: string) {
  return lacks.flatMap((lack) => {
    if (lack.what !== "social-security-number") return [];
    const page = `${base}/roster/${employeeId}`;
    if (lack.memberId === employeeId) return [{ name: fullName, to: page }];
    return [{ name: `${lack.firstName} (${fullName})`, to: `${page}/dependents/${lack.memberId}` }];
  });
}

function Costs({ totals }: Pick<SubmissionReview, "totals">) {
  const { t } = useTranslation("submission");
  const rows = [
    { key: "you", cents: totals.employerShareMonthlyCents },
    { key: "people", cents: totals.employeesShareMonthlyCents },
    { key: "total", cents: totals.premiumMonthlyCents },
  ];
  return (
    <Section heading={t("costs.heading")}>
      <SummaryList
        rows={rows.map(({ key, cents }) => ({
          key,
          label: t(`costs.${key}`),
          value: <Amount cents={cents} strong={key === "you"} />,
        }))}
      />
    </Section>
  );
}

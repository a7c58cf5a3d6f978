import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { FormReply } from "~/platform/forms/parse-form";
import { Alert } from "~/ui/content/alert";
import { Amount } from "~/ui/content/amount";
import { LinkButton } from "~/ui/content/button";
import { Explain } from "~/ui/content/explain";
import { ExplainedAmount } from "~/ui/content/explained-amount";
import { ProblemText } from "~/ui/content/problem-text";
import { SummaryList } from "~/ui/content/summary-list";
import { Section } from "~/ui/frame/page-parts";
import { LineAnswer } from "../line-answers";
import { PriceWorking } from "../price-working";
import type { CheckView } from "./check-view.server";
import { SignForm } from "./sign.form";

/** Everything that is signed, with its price, then the signature. */
export function CheckPage({ view, reply }: { view: CheckView; reply: FormReply | undefined }) {
  const { t } = useTranslation("coverage");
  const { frame, totals, prices, problems, payFrequency } = view;
  return (
    <>
      {view.isSigned ? (
        <Alert tone="success" heading={t("check.signedAlready")}>
          {t("check.signedAlreadyText")}
        </Alert>
      ) : null}
      {view.lines.map((line) => (
        <Section key={line.line} heading={t(`line.${line.line}`)}>
          <LineAnswer line={line} payFrequency={payFrequency} changeTo={`${frame.base}/choose/${line.line}`} />
          {prices
            .filter((priced) => priced.line === line.line)
            .map(({ price }) => (
              <Fragment key={line.line}>
                <Explain summary={t("working.perPerson")}>
                  <PriceWorking price={price} caption={t(`check.working.${line.line}`)} />
                </Explain>
                <ExplainedAmount
                  base={frame.base}
                  about={{ figure: "own-price", line: line.line }}
                  named={t(`check.working.${line.line}`)}
                />
              </Fragment>
            ))}
        </Section>
      ))}
      {prices.length > 0 ? (
        <Section heading={t("check.total")}>
          <SummaryList
            rows={[
              {
                ...{ key: "paycheck", label: t(`paycheck.${payFrequency}`) },
                value: <Amount cents={totals.paycheckCents} strong />,
              },
              { key: "month", label: t("answer.month"), value: <Amount cents={totals.employeeShareCents} /> },
              { key: "employer", label: t("answer.employer"), value: <Amount cents={totals.employerShareCents} /> },
            ]}
          />
        </Section>
      ) : null}
      {view.isSigned ? (
        <p>
          <LinkButton to={frame.base}>{t("done.home")}</LinkButton>
        </p>
      ) : problems.length > 0 ? (
        <NotReady view={view} />
      ) : (
        <Sign view={view} reply={reply} />
      )}
    </>
  );
}

function Sign({ view, reply }: { view: CheckView; reply: FormReply | undefined }) {
  const { seen, name, startOn, closesOn, frame, prices } = view;
  const { businessName } = frame;
  return <SignForm {...{ seen, name, businessName, startOn, closesOn, reply }} elects={prices.length > 0} />;
}

const toDetails = ["own-address-missing", "tobacco-answer-needed"];

function NotReady({ view: { problems, frame, lines, name } }: { view: CheckView }) {
  const { t } = useTranslation("coverage");
  const undecided = lines.find(({ answer }) => answer === null);
  const ofFamily = problems.filter(({ code, params }) => code === "tobacco-answer-needed" && params?.["name"] !== name);
  const needsDetails = problems.some((problem) => toDetails.includes(problem.code) && !ofFamily.includes(problem));
  return (
    <Alert tone="warning" heading={t("check.notReady")}>
      <ul className="usa-list">
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.params?.["name"] ?? problem.params?.["line"] ?? ""}`}>
            <ProblemText problem={problem} />
          </li>
        ))}
      </ul>
      {needsDetails ? <LinkButton to={`${frame.base}/details`}>{t("check.toDetails")}</LinkButton> : null}
      {ofFamily.length > 0 ? <LinkButton to={`${frame.base}/family`}>{t("check.toFamily")}</LinkButton> : null}
      {undecided ? (
        <LinkButton to={`${frame.base}/choose/${undecided.line}`}>{t(`home.choose.${undecided.line}`)}</LinkButton>
      ) : null}
    </Alert>
  );
}

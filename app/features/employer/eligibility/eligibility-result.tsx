import { useTranslation } from "react-i18next";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { EligibilityRemedy, EligibilityRule } from "~/domain/eligibility/employer-eligibility.rule";
import { Alert } from "~/ui/content/alert";
import { ExplainedAmount } from "~/ui/content/explained-amount";
import { StatusTag } from "~/ui/content/tag";
import { formatDate } from "~/ui/format/dates";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";

type Finding = {
  readonly rule: EligibilityRule;
  readonly met: boolean;
  readonly citation: string;
  readonly problem?:
    { readonly code: string; readonly params?: Readonly<Record<string, string | number>> | undefined } | undefined;
  readonly whatCanBeDone?: EligibilityRemedy | undefined;
};

export type EligibilityResultProps = {
  determinedOn: CalendarDate;
  eligible: boolean;
  findings: readonly Finding[];
  fte: number;
  base: string;
  businessName: string;
  /** The state has changed since: the answer no longer holds. */
  outdated: boolean;
};

/** The marketplace's answer: each rule, whether it is met, where it is written, and what can be done about it. */
export function EligibilityResult(props: EligibilityResultProps) {
  const { determinedOn, eligible, findings, fte, base, businessName, outdated } = props;
  const { t } = useTranslation("employer");
  const locale = useLocale();
  const heading = t(eligible ? "eligibility.resultYes" : "eligibility.resultNo", { business: businessName });
  return (
    <Section heading={t("eligibility.answerHeading")}>
      {outdated ? (
        <Alert tone="warning" heading={t("eligibility.outdatedHeading")}>
          {t("eligibility.outdated")}
        </Alert>
      ) : (
        <Alert tone={eligible ? "success" : "warning"} heading={heading}>
          {t(eligible ? "eligibility.resultYesText" : "eligibility.resultNoText")}
        </Alert>
      )}
      <p>{t("eligibility.answeredOn", { on: formatDate(locale, determinedOn), fte })}</p>
      <ExplainedAmount base={base} about={{ figure: "fte" }} named={t("eligibility.fte")} />
      <dl className="sf-summary">
        {findings.map((finding) => (
          <FindingRow key={finding.rule} finding={finding} />
        ))}
      </dl>
      <ExplainedAmount base={base} about={{ figure: "eligibility" }} named={t("eligibility.answerHeading")} />
    </Section>
  );
}

function FindingRow({ finding: { rule, met, citation, problem, whatCanBeDone } }: { finding: Finding }) {
  const { t } = useTranslation(["employer", "problems"]);
  return (
    <div className="sf-summary__row">
      <dt className="sf-summary__label">{t(`eligibility.rule.${rule}`)}</dt>
      <dd className="sf-summary__value">
        <StatusTag tone={met ? "done" : "stopped"}>{t(met ? "eligibility.met" : "eligibility.notMet")}</StatusTag>{" "}
        {problem ? <p>{t(`problems:${problem.code}`, { ...problem.params })}</p> : null}
        {whatCanBeDone ? <p>{t(`eligibility.remedy.${whatCanBeDone}`)}</p> : null}
        <cite className="sf-citation">{citation}</cite>
      </dd>
    </div>
  );
}

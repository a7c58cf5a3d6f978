import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../domain/problem";
import { problemSentence } from "../../platform/problems";
import { useLocale } from "../format/use-locale";
import { fieldId } from "./form-context";

type ErrorSummaryProps = {
  problems: readonly Problem[];
  /** Name of each field in words, so that "Fill this in." says what. */
  labels?: Readonly<Record<string, string>>;
};

/** What has to be put right, with a link to each field. Takes the focus when it appears or changes. */
export function ErrorSummary({ problems, labels = {} }: ErrorSummaryProps) {
  const { t } = useTranslation("problems");
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const count = problems.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div ref={box} className="usa-alert usa-alert--error sf-error-summary" role="alert" tabIndex={-1}>
      <div className="usa-alert__body">
        <h2 className="usa-alert__heading">{t("shared:form.problemsHeading", { count })}</h2>
        <ul className="usa-list sf-error-summary__list">
          {inOrderOf(labels, problems).map((problem, index) => (
            <li key={`${problem.field ?? ""} ${problem.code} ${index}`}>
              <SummaryLine
                problem={problem}
                label={labels[problem.field ?? ""]}
                sentence={problemSentence(t, locale, problem)}
              />
              {problem.citation ? <span className="sf-citation">{problem.citation}</span> : null}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The labels are in the form's order; problems of no field come first, fields without a label last. */
function inOrderOf(labels: Readonly<Record<string, string>>, problems: readonly Problem[]): readonly Problem[] {
  const names = Object.keys(labels);
  const place = ({ field }: Problem) => (field === undefined ? -1 : (names.indexOf(field) + 1 || names.length + 1) - 1);
  return [...problems].sort((one, other) => place(one) - place(other));
}

type SummaryLineProps = { problem: Problem; label: string | undefined; sentence: string };

function SummaryLine({ problem, label, sentence }: SummaryLineProps) {
  const colon = label?.endsWith("?") ? "" : ":";
  const text = label ? `${label}${colon} ${sentence}` : sentence;
  return problem.field ? <a href={`#${fieldId(problem.field)}`}>{text}</a> : <span>{text}</span>;
}

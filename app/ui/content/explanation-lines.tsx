import { useTranslation } from "react-i18next";
import type { ExplainedLine } from "../../platform/explanations";

/** An explanation: the answer, then what it rests on, each line with the rule it comes from. */
export function ExplanationLines({ line }: { line: ExplainedLine }) {
  return (
    <div className="sf-working">
      <div className="sf-working__answer">
        <LineText line={line} />
      </div>
      <Steps steps={line.steps} />
    </div>
  );
}

function Steps({ steps }: { steps: readonly ExplainedLine[] }) {
  if (steps.length === 0) return null;
  return (
    <ul className="sf-working__steps">
      {steps.map((step, index) => (
        <li key={index}>
          <LineText line={step} />
          <Steps steps={step.steps} />
        </li>
      ))}
    </ul>
  );
}

function LineText({ line: { name, text, citation } }: { line: ExplainedLine }) {
  const { t } = useTranslation("shared");
  return (
    <>
      {name ? (
        <>
          <strong>{name}</strong>:{" "}
        </>
      ) : null}
      {text}
      {citation ? (
        <span className="sf-working__source">
          {" "}
          {t("explain.source")} <cite className="sf-citation">{citation}</cite>
        </span>
      ) : null}
    </>
  );
}

import { Link } from "@remix-run/react";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExplainedLine } from "../../platform/explanations";
import { ExplanationLines } from "./explanation-lines";

/** Which figure, as the addresses of explanations name it: `{ figure: "plan-price", line: "medical", plan: "..." }`. */
type FigureKeys = { readonly figure: string } & Readonly<Record<string, string>>;

type ExplainedAmountProps = {
  /** Whose figure: `/employers/<id>`, or `/coverage/<id>` for an employee's own. */
  base: string;
  about: FigureKeys;
  /** The figure's name, for who hears the page: "Monthly price of Bronze Basic for your group". */
  named: string;
};

/**
 * "How we worked this out" beside a figure. Opens in place; what it says is fetched once, when it is first opened.
 * Without scripts it holds the link to the same words as a page. A block: not inside `<p>`.
 */
export function ExplainedAmount({ base, about, named }: ExplainedAmountProps) {
  const { t } = useTranslation("shared");
  const query = String(new URLSearchParams(about));
  const box = useRef<HTMLDetailsElement>(null);
  const { answer, ask } = useLines(`${base}/explain/lines?${query}`);
  const askIfOpen = useCallback(() => {
    if (box.current?.open) ask();
  }, [ask]);
  // Opened before scripts ran, or open while the figure changes.
  useEffect(askIfOpen, [askIfOpen]);
  const nameId = useId();
  return (
    <details className="sf-explain" ref={box} onToggle={askIfOpen}>
      <summary className="sf-explain__summary" id={nameId}>
        {t("explain.summary")}
        <span className="usa-sr-only">: {named}</span>
      </summary>
      <div className="sf-explain__body" role="group" aria-labelledby={nameId}>
        <p role="status" className={answer.phase === "loading" ? undefined : "usa-sr-only"}>
          {answer.phase === "loading" ? t("explain.loading") : null}
          {answer.phase === "here" ? t("explain.shown") : null}
        </p>
        {answer.phase === "here" ? <ExplanationLines line={answer.line} /> : null}
        {answer.phase === "unasked" || answer.phase === "failed" ? (
          <p>
            {answer.phase === "failed" ? <>{t("explain.failed")} </> : null}
            <Link className="usa-link" to={`${base}/explain?${query}`}>
              {t("explain.asPage")}
              <span className="usa-sr-only">: {named}</span>
            </Link>
          </p>
        ) : null}
      </div>
    </details>
  );
}

type Answer =
  | { readonly phase: "unasked" }
  | { readonly phase: "loading" }
  | { readonly phase: "failed" }
  | { readonly phase: "here"; readonly line: ExplainedLine };

/** The lines behind an address, asked for once; another address is asked for anew. */
function useLines(address: string): { answer: Answer; ask: () => void } {
  const [{ of, answer }, setAnswer] = useState<{ of: string; answer: Answer }>({
    of: address,
    answer: { phase: "unasked" },
  });
  const asked = useRef<string | undefined>(undefined);
  const ask = useCallback(() => {
    if (asked.current === address) return;
    asked.current = address;
    setAnswer({ of: address, answer: { phase: "loading" } });
    void fetchLine(address).then((line) => {
      if (asked.current !== address) return;
      // What could not be fetched is asked for again the next time somebody opens it.
      if (!line) asked.current = undefined;
      setAnswer({ of: address, answer: line ? { phase: "here", line } : { phase: "failed" } });
    });
  }, [address]);
  return { answer: of === address ? answer : { phase: "unasked" }, ask };
}

/** Undefined when it cannot be had now: no connection, signed out, or the figure is gone. */
async function fetchLine(address: string): Promise<ExplainedLine | undefined> {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    const isJson = response.headers.get("Content-Type")?.includes("application/json") ?? false;
    if (!response.ok || !isJson) return undefined;
    return ((await response.json()) as { line: ExplainedLine }).line;
  } catch (error) {
    // Fetch answers a lost connection with a TypeError; anything else is a mistake of ours.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

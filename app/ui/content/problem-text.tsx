import { useTranslation } from "react-i18next";
import type { Problem } from "../../domain/problem";
import { problemSentence } from "../../platform/problems";
import { useLocale } from "../format/use-locale";

/** The sentence for a refusal that stands outside a form: which rule, and what can be done now. */
export function ProblemText({ problem }: { problem: Problem }) {
  const { t } = useTranslation("problems");
  const locale = useLocale();
  return <>{problemSentence(t, locale, problem)}</>;
}

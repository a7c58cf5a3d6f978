import type { TFunction } from "i18next";
import type { Explanation } from "../domain/explanation";
import type { Locale } from "./i18n/languages";
import { presentParams } from "./problems";

/**
 * The sentence for one line of an explanation: what went in, the rule, and what came out. Its steps are lines of their
 * own; a line about a person does not say the name, the page puts it beside by `memberId`. `t` may have any namespace;
 * a page that shows explanations also loads the `explanations` catalog.
 */
export function explanationSentence(
  t: TFunction,
  locale: Locale,
  { code, params }: Explanation,
  reader: ExplanationReader = "business",
): string {
  const context = reader === "own" ? { context: "own" } : {};
  return t(code, { ns: "explanations", ...context, ...presentParams(locale, params) });
}

/** Whom a line calls "you": the business, or the employee whose own coverage it is about (keys that end in `_own`). */
export type ExplanationReader = "business" | "own";

/** One line of an explanation as it is read, with the lines that it rests on. */
export type ExplainedLine = {
  readonly text: string;
  /** The person or plan that the line is about. */
  readonly name?: string;
  /** The law, where it is not the one of the line above. */
  readonly citation?: string;
  readonly steps: readonly ExplainedLine[];
};

/** Names of the people and plans that lines are about, by their `memberId` or `planId`. */
export type NamesById = Readonly<Record<string, string>>;

type Words = { readonly t: TFunction; readonly locale: Locale; readonly reader?: ExplanationReader };

/** An explanation in words, from its first line down. */
export function explainedLine(words: Words, explanation: Explanation, names: NamesById, above?: string): ExplainedLine {
  const { citation, params, steps = [] } = explanation;
  const name = names[params["memberId"] ?? params["planId"] ?? ""];
  return {
    text: explanationSentence(words.t, words.locale, explanation, words.reader),
    ...(name === undefined ? {} : { name }),
    ...(citation === undefined || citation === above ? {} : { citation }),
    steps: steps.map((step) => explainedLine(words, step, names, citation ?? above)),
  };
}

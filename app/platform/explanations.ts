import type { TFunction } from "i18next";
import type { Explanation } from "../domain/explanation";
import type { Locale } from "./i18n/languages";
import { presentParams } from "./problems";

/**
 * The sentence for one line of an explanation: what went in, the rule, and what came out. Its steps are lines of their
 * own; a line about a person does not say the name, the page puts it beside by `memberId`. `t` may have any namespace;
 * a page that shows explanations also loads the `explanations` catalog.
 */
export function explanationSentence(t: TFunction, locale: Locale, { code, params }: Explanation): string {
  return t(code, { ns: "explanations", ...presentParams(locale, params) });
}

import type { Explanation } from "../domain/explanation";
import { explainedLine, type ExplainedLine, type ExplanationReader, type NamesById } from "./explanations";
import { localeOf } from "./i18n/locale.server";
import { translator } from "./i18n/translator.server";
import { presentParams } from "./problems";

/** A figure of a page, explained by the rule that computed it, run again. */
export type ExplainedFigure = {
  /** Key under `figure` of the `explain` catalog, with what its words need. */
  readonly figure: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly explanation: Explanation;
  readonly names: NamesById;
  /** The page that shows the figure, below the business or the person's coverage. */
  readonly shownOn: string;
};

/** As a page and as lines beside the figure. */
export type ExplainedPage = { readonly heading: string; readonly shownOn: string; readonly line: ExplainedLine };

/** An explanation in the reader's language, without names. */
export async function explainedLineFor(request: Request, explanation: Explanation): Promise<ExplainedLine> {
  const locale = await localeOf(request);
  return explainedLine({ t: translator(locale, "explain"), locale }, explanation, {});
}

/** In the reader's language: the sentences are made here, so a page with figures does not carry their catalog. */
export async function explainedPage(
  request: Request,
  figure: ExplainedFigure,
  reader: ExplanationReader = "business",
): Promise<ExplainedPage> {
  const locale = await localeOf(request);
  const t = translator(locale, "explain");
  return {
    heading: t(`figure.${figure.figure}`, presentParams(locale, figure.params)),
    shownOn: figure.shownOn,
    line: explainedLine({ t, locale, reader }, figure.explanation, figure.names),
  };
}

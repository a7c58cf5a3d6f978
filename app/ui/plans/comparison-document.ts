import type { CalendarDate } from "../../domain/calendar/calendar-date";
import { planTitle } from "../../domain/plan-catalog/plan-title";
import { formatDate } from "../format/dates";
import { formatCents } from "../format/money";
import { comparisonGroups, differingRows, type ComparedFacts, type Comparison } from "./comparison-rows";
import type { Words } from "./plan-words";

type ComparisonDocumentInput = {
  readonly comparison: Comparison;
  readonly onlyDifferences: boolean;
  readonly businessName: string;
  readonly startOn: CalendarDate;
  readonly today: CalendarDate;
};

/** The comparison as the words of a document: the same rows as on the page, the lowest marked in words. */
export function comparisonDocument(words: Words, input: ComparisonDocumentInput) {
  const { t, locale } = words;
  const { comparison, businessName } = input;
  const all = comparisonGroups(words, comparison);
  const groups = input.onlyDifferences ? differingRows(all) : all;
  const [start, today] = [formatDate(locale, input.startOn), formatDate(locale, input.today)];
  return {
    productName: t("shared:product.name"),
    title: t("title"),
    lead: `${t("pdf.for", { business: businessName, start, today })} ${t("pdf.network")}`,
    corner: t("pdf.fact"),
    columns: comparison.compared.map((facts) => columnText(words, facts, comparison)),
    groups: groups.map(({ heading, rows }) => ({
      heading,
      rows: rows.map(({ label, cells, lowest }) => ({
        label,
        cells: cells.map((cell, index) => {
          const text = cell ?? t("shared:compare.notStated");
          return lowest.includes(index) ? `${text} (${t("shared:compare.best")})` : text;
        }),
      })),
    })),
    notes: comparison.line === "medical" ? [`${t("plan-cost:method.intro")} ${t("plan-cost:method.source")}`] : [],
    pageOf: (page: number, pages: number) => t("pdf.page", { page, pages }),
  };
}

function columnText({ t, locale }: Words, { plan, monthlyCents }: ComparedFacts, { reader }: Comparison): string {
  const name = planTitle(plan);
  if (monthlyCents === null) return name;
  const words = reader === "employer" ? "plans:compare.price" : `price.${reader}`;
  return `${name}\n${t(words, { amount: formatCents(locale, monthlyCents) })}`;
}

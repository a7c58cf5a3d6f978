import type { TFunction } from "i18next";
import { InstantText } from "~/ui/content/amount";
import type { TableColumn } from "~/ui/data-table";
import type { useLocale } from "~/ui/format/use-locale";
import type { HistoryLine } from "./history.query.server";
import { historySentence } from "./history-sentence";

/** `t` has the employer catalog. */
export function historyColumns(
  t: TFunction,
  { locale, timeZone }: { locale: ReturnType<typeof useLocale>; timeZone: string },
): readonly TableColumn<HistoryLine>[] {
  return [
    { key: "what", header: t("history.what"), rowHeader: true, cell: (line) => historySentence(t, locale, line) },
    {
      key: "who",
      header: t("history.who"),
      cell: ({ actorName, isAutomatic }) => (isAutomatic ? t("history.automatic") : actorName),
    },
    { key: "when", header: t("history.when"), cell: ({ at }) => <InstantText at={at} timeZone={timeZone} /> },
  ];
}

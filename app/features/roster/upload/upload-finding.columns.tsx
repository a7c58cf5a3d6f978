import type { TFunction } from "i18next";
import type { TableColumn } from "~/ui/data-table";
import type { UploadFinding } from "./upload-finding";

/** `t` has the roster catalog. */
export function findingColumns(t: TFunction): readonly TableColumn<UploadFinding>[] {
  return [
    { key: "line", header: t("result.line"), rowHeader: true, cell: ({ line }) => t("result.lineNumber", { line }) },
    { key: "column", header: t("result.column"), cell: ({ column }) => column || "–" },
    { key: "value", header: t("result.value"), cell: ({ value }) => value || t("result.emptyCell") },
    { key: "reason", header: t("result.reason"), cell: ({ reason }) => reason },
  ];
}

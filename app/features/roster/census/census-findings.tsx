import { useTranslation } from "react-i18next";
import type { Problem } from "~/domain/problem";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { ProblemText } from "~/ui/content/problem-text";
import { DataTable, type TableColumn } from "~/ui/data-table";

export type CensusRefusal = { readonly line: number; readonly text: string; readonly problems: readonly Problem[] };

export type CensusFindingsProps = {
  /** People that could be read. */
  goodCount: number;
  refused: readonly CensusRefusal[];
  unknownColumns: readonly string[];
  ssnIgnored: boolean;
  /** Where the prices for those who could be read are; null when they were not kept. */
  goOnTo: string | null;
};

/** What became of a list: who was kept, and at each other row what to do. */
export function CensusFindings({ goodCount, refused, unknownColumns, ssnIgnored, goOnTo }: CensusFindingsProps) {
  const { t } = useTranslation("quote");
  const columns: readonly TableColumn<CensusRefusal>[] = [
    { key: "line", header: t("finding.line"), rowHeader: true, cell: ({ line }) => line },
    { key: "text", header: t("finding.row"), cell: ({ text }) => text },
    {
      key: "what",
      header: t("finding.what"),
      cell: ({ problems }) => problems.map((problem) => <p key={problem.code}>{<ProblemText problem={problem} />}</p>),
    },
  ];
  return (
    <>
      <CensusNotes unknownColumns={unknownColumns} ssnIgnored={ssnIgnored} />
      {refused.length > 0 ? (
        <>
          <Alert tone="warning" heading={t("finding.heading", { count: refused.length })} live>
            <p>{t("finding.text")}</p>
            {goOnTo && goodCount > 0 ? (
              <LinkButton to={goOnTo} look="secondary">
                {t("finding.goOn", { count: goodCount })}
              </LinkButton>
            ) : null}
          </Alert>
          <DataTable
            caption={t("finding.caption")}
            columns={columns}
            rows={refused}
            rowKey={({ line, text }) => `${line} ${text}`}
            empty={{ heading: t("finding.none") }}
          />
        </>
      ) : null}
    </>
  );
}

/** What of a list was passed over without harm. */
export function CensusNotes({
  unknownColumns,
  ssnIgnored,
}: Pick<CensusFindingsProps, "unknownColumns" | "ssnIgnored">) {
  const { t } = useTranslation("quote");
  if (unknownColumns.length === 0 && !ssnIgnored) return null;
  return (
    <Alert tone="info" live>
      {ssnIgnored ? <p>{t("finding.ssnIgnored")}</p> : null}
      {unknownColumns.length > 0 ? (
        <p>{t("finding.unknownColumns", { columns: unknownColumns.slice(0, 10).join(", ") })}</p>
      ) : null}
    </Alert>
  );
}

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { DataTable } from "~/ui/data-table";
import { Section } from "~/ui/frame/page-parts";
import type { NamedRow } from "./import-roster.command.server";
import { findingColumns } from "./upload-finding.columns";
import type { UploadReport } from "./upload-report.server";

type UploadResultProps = { report: UploadReport; rosterTo: string; uploadTo: string };

/** What became of an uploaded list: who was added, who was there already, and what has to be corrected. */
export function UploadResult({ report, rosterTo, uploadTo }: UploadResultProps) {
  const { t } = useTranslation("roster");
  const { addedEmployees, addedDependents, unchanged, refusedCount } = report;
  const added = addedEmployees.count + addedDependents.count;
  return (
    <>
      <Alert tone={refusedCount > 0 ? "warning" : "success"} live>
        <ul className="usa-list">
          {addedEmployees.count > 0 || added + unchanged.count === 0 ? (
            <li>{t("result.addedEmployees", { count: addedEmployees.count })}</li>
          ) : null}
          {addedDependents.count > 0 ? <li>{t("result.addedDependents", { count: addedDependents.count })}</li> : null}
          {unchanged.count > 0 ? <li>{t("result.unchanged", { count: unchanged.count })}</li> : null}
          {refusedCount > 0 ? <li>{t("result.refused", { count: refusedCount })}</li> : null}
        </ul>
      </Alert>
      <UploadNotes report={report} />
      {refusedCount > 0 ? <Refusals report={report} /> : null}
      {added > 0 ? (
        <Section heading={t("result.addedHeading")}>
          <Names rows={[...addedEmployees.first, ...addedDependents.first]} count={added} />
        </Section>
      ) : null}
      {unchanged.count > 0 ? (
        <Section heading={t("result.unchangedHeading")}>
          <p>{t("result.unchangedText")}</p>
          <Names rows={unchanged.first} count={unchanged.count} />
        </Section>
      ) : null}
      <p>
        <LinkButton to={rosterTo}>{t("result.toRoster")}</LinkButton>{" "}
        <LinkButton to={uploadTo} look="secondary">
          {t("result.again")}
        </LinkButton>
      </p>
    </>
  );
}

function UploadNotes({ report }: { report: UploadReport }) {
  const { t } = useTranslation("roster");
  const { encoding, unknownColumns, assumedFullTime, withoutCounty } = report;
  return (
    <ul className="usa-list">
      {encoding === "utf-8" ? null : <li>{t("result.encoding", { encoding: t(`encoding.${encoding}`) })}</li>}
      {unknownColumns.length > 0 ? (
        <li>{t("result.unknownColumns", { columns: unknownColumns.slice(0, 10).join(", ") })}</li>
      ) : null}
      {assumedFullTime > 0 ? <li>{t("result.assumedFullTime", { count: assumedFullTime })}</li> : null}
      {withoutCounty > 0 ? <li>{t("result.withoutCounty", { count: withoutCounty })}</li> : null}
    </ul>
  );
}

function Refusals({ report }: { report: UploadReport }) {
  const { t } = useTranslation("roster");
  const columns = useMemo(() => findingColumns(t), [t]);
  const { correctionsCsv, findings, moreFindings, refusedCount } = report;
  return (
    <Section heading={t("result.refusedHeading", { count: refusedCount })}>
      <p>{t("result.refusedText")}</p>
      {correctionsCsv === null ? null : (
        <p>
          <a
            className="usa-button usa-button--outline"
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(correctionsCsv)}`}
            download={t("result.fileName")}
          >
            {t("result.download")}
          </a>
        </p>
      )}
      <DataTable
        caption={t("result.caption")}
        columns={columns}
        rows={findings}
        rowKey={({ line, column, reason }) => `${line} ${column} ${reason}`}
        empty={{ heading: t("result.none") }}
      />
      {moreFindings > 0 ? <p>{t("result.more", { count: moreFindings })}</p> : null}
    </Section>
  );
}

function Names({ rows, count }: { rows: readonly NamedRow[]; count: number }) {
  const { t } = useTranslation("roster");
  const shown = rows.slice(0, 50);
  return (
    <p>
      {shown.map(({ name }) => name).join(", ")}
      {count > shown.length ? <> {t("result.andMore", { count: count - shown.length })}</> : null}
    </p>
  );
}

import type { TFunction } from "i18next";
import { DateText } from "~/ui/content/amount";
import { StatusTag, type StatusTone } from "~/ui/content/tag";
import type { TableColumn } from "~/ui/data-table";
import { formatInstant } from "~/ui/format/dates";
import { formatList } from "~/ui/format/money";
import type { useLocale } from "~/ui/format/use-locale";
import type { EnrollmentRoad, RoadPlace } from "../enrollment-road.query.server";

/** As the loader sends it: instants are text. */
export type SentEnrollment = Omit<EnrollmentRoad, "chosenAt" | "submittedAt" | "sentAt"> & {
  readonly sentAt: string | null;
};

const tones: Readonly<Record<RoadPlace, StatusTone>> = {
  chosen: "todo",
  submitted: "active",
  held: "warning",
  sent: "done",
};

/** `t` has the submission catalog. */
export function sentEnrollmentColumns(
  t: TFunction,
  { locale, timeZone }: { locale: ReturnType<typeof useLocale>; timeZone: string },
): readonly TableColumn<SentEnrollment>[] {
  return [
    { key: "name", header: t("sent.name"), rowHeader: true, cell: (row) => row.fullName },
    {
      key: "plan",
      header: t("sent.plan"),
      cell: (row) => (
        <>
          <div>{row.planName ?? t("people.plan")}</div>
          <div className="usa-hint">
            {t(`line.${row.line}`)}, {row.issuerName ?? t("sent.insurer")}
          </div>
        </>
      ),
    },
    {
      key: "covered",
      header: t("sent.covered"),
      cell: (row) =>
        formatList(
          locale,
          row.covered.map((person) => person.firstName),
        ),
    },
    {
      key: "starts",
      header: t("sent.starts"),
      cell: (row) => (row.startOn ? <DateText date={row.startOn} shape="plain" /> : "–"),
    },
    {
      key: "place",
      header: t("sent.place"),
      cell: (row) => (
        <>
          <StatusTag tone={tones[row.place]} isSentence>
            {t(`sent.at.${row.place}`, { issuer: row.issuerName ?? t("sent.insurer") })}
          </StatusTag>
          {row.sentAt ? <div className="usa-hint">{formatInstant(locale, row.sentAt, timeZone)}</div> : null}
        </>
      ),
    },
  ];
}

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { Alert } from "~/ui/content/alert";
import { DateText, InstantText } from "~/ui/content/amount";
import { Button } from "~/ui/content/button";
import { SummaryList } from "~/ui/content/summary-list";
import { DataTable } from "~/ui/data-table";
import { FormActions } from "~/ui/forms/form-buttons";
import { formatDate } from "~/ui/format/dates";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";
import { HeldEnrollments } from "./held-enrollments";
import { sentEnrollmentColumns, type SentEnrollment } from "./sent-enrollments.columns";

/** As the loader sends it: instants are text. */
export type SentGroup = {
  readonly startOn: CalendarDate;
  readonly confirmationNumber: string;
  readonly signedName: string;
  readonly signedAt: string;
  readonly enrollments: readonly SentEnrollment[];
};

type SentGroupProps = {
  group: SentGroup;
  /** The address of the business. */
  base: string;
  timeZone: string;
  /** What the last check let go. */
  released: number | null;
};

/** What was submitted, how far each enrollment has come, and what happens next. */
export function SentGroupPage({ group, base, timeZone, released }: SentGroupProps) {
  const { t } = useTranslation("submission");
  const locale = useLocale();
  const columns = useMemo(() => sentEnrollmentColumns(t, { locale, timeZone }), [t, locale, timeZone]);
  return (
    <>
      {released === null ? null : <Released count={released} />}
      <Confirmation group={group} timeZone={timeZone} />
      <HeldEnrollments enrollments={group.enrollments} base={base} />
      <Section heading={t("sent.heading")}>
        <DataTable
          caption={t("sent.caption")}
          columns={columns}
          rows={group.enrollments}
          rowKey={(row) => `${row.employeeId} ${row.line}`}
          empty={{ heading: t("sent.empty") }}
        />
      </Section>
      <WhatHappensNext group={group} />
      <FormActions>
        <Button look="secondary" onClick={() => window.print()}>
          {t("shared:action.print")}
        </Button>
      </FormActions>
    </>
  );
}

function Released({ count }: { count: number }) {
  const { t } = useTranslation("submission");
  return (
    <Alert tone={count > 0 ? "success" : "info"} live>
      {count > 0 ? t("held.released", { count }) : t("held.nothingReleased")}
    </Alert>
  );
}

function Confirmation({ group, timeZone }: { group: SentGroup; timeZone: string }) {
  const { t } = useTranslation("submission");
  const { enrollments } = group;
  const sent = enrollments.filter(({ place }) => place === "sent").length;
  return (
    <SummaryList
      rows={[
        { key: "number", label: t("sent.number"), value: <strong>{group.confirmationNumber}</strong> },
        { key: "at", label: t("sent.signedAt"), value: <InstantText at={group.signedAt} timeZone={timeZone} /> },
        { key: "by", label: t("sent.signedBy"), value: group.signedName },
        { key: "startOn", label: t("sent.startOn"), value: <DateText date={group.startOn} /> },
        { key: "sent", label: t("sent.progress"), value: t("sent.ofTotal", { sent, count: enrollments.length }) },
      ]}
    />
  );
}

function WhatHappensNext({ group }: { group: SentGroup }) {
  const { t } = useTranslation("submission");
  const locale = useLocale();
  const startOn = formatDate(locale, group.startOn);
  return (
    <Section heading={t("next.heading")}>
      <ol className="usa-list">
        {(["send", "confirm", "start", "change"] as const).map((step) => (
          <li key={step}>{t(`next.${step}`, { startOn })}</li>
        ))}
      </ol>
    </Section>
  );
}

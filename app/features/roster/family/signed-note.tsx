import { useTranslation } from "react-i18next";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { Alert } from "~/ui/content/alert";
import { formatDate } from "~/ui/format/dates";
import { useLocale } from "~/ui/format/use-locale";

/** A choice stands that covers the person of the page. */
export type SignedNoteFacts = {
  readonly closesOn: CalendarDate;
  /** Nobody can sign again any more, so nothing that changes the price may change. */
  readonly isFixed: boolean;
};

/** Said before somebody changes a person: what it does to a signed choice. `employee` is whose family a dependent is in. */
export function SignedNote({
  note,
  name,
  employee,
}: {
  note: SignedNoteFacts | null;
  name: string;
  employee?: string;
}) {
  const { t } = useTranslation("roster");
  const locale = useLocale();
  if (!note) return null;
  const who = employee === undefined ? "employee" : "dependent";
  return (
    <Alert tone={note.isFixed ? "warning" : "info"} heading={t("signed.heading")}>
      {t(note.isFixed ? `signed.${who}Fixed` : `signed.${who}`, {
        ...{ name, employee, closesOn: formatDate(locale, note.closesOn, "long") },
      })}
    </Alert>
  );
}

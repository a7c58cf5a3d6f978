import type { CalendarDate } from "../calendar/calendar-date";

export const zoneCodes = ["ET", "CT", "MT", "PT", "UT"] as const;

/** What the sender decides for one transaction: its number, its reference and when it was made. */
export type TransactionStamp = {
  /** ST02, 1 to 999,999,999, from the partner's sequence. */
  readonly controlNumber: number;
  /** BGN02: what the insurer echoes; 4 to 9 digits suit every partner. */
  readonly reference: string;
  readonly createdOn: CalendarDate;
  /** HHMM or HHMMSS. */
  readonly createdTime: string;
  readonly zone: (typeof zoneCodes)[number];
};

import { bigint, customType, date, integer, text, timestamp } from "drizzle-orm/pg-core";
import type { CalendarDate } from "../../app/domain/calendar/calendar-date";
import type { BasisPoints, Cents } from "../../app/domain/money/cents";

/** Column makers that carry the domain's branded types, so a row needs no conversion. */
export const calendarDay = (name: string) => date(name, { mode: "string" }).$type<CalendarDate>();
export const centsColumn = (name: string) => bigint(name, { mode: "number" }).$type<Cents>();
export const basisPointsColumn = (name: string) => integer(name).$type<BasisPoints>();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** A closed set of words: text in the database, typed with the domain's list, so that adding a word needs no migration. */
export const wordOf = <const T extends readonly [string, ...string[]]>(name: string, words: T) =>
  text(name, { enum: words as unknown as [T[number], ...T[number][]] });

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

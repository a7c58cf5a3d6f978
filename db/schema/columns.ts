import { bigint, customType, date, text, timestamp } from "drizzle-orm/pg-core";
import type { CalendarDate } from "../../app/domain/calendar/calendar-date";
import type { Cents } from "../../app/domain/money/cents";

/** Column makers that carry the domain's branded types, so a row needs no conversion. */
export const calendarDay = (name: string) => date(name, { mode: "string" }).$type<CalendarDate>();
export const centsColumn = (name: string) => bigint(name, { mode: "number" }).$type<Cents>();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** A closed set of words: text in the database, typed with the domain's list, so that adding a word needs no migration. */
export const wordOf = <const T extends readonly [string, ...string[]]>(name: string, words: T) =>
  text(name, { enum: words as unknown as [T[number], ...T[number][]] });

/** JSON that is checked whenever it is read: what the parser does not know is a broken row, not a guess. */
export const checkedJson = <T>(name: string, parse: (stored: unknown) => T) =>
  customType<{ data: T; driverData: unknown }>({
    dataType: () => "jsonb",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => parse(typeof stored === "string" ? JSON.parse(stored) : stored),
  })(name);

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

import { z } from "zod";
import { fromParts, daysInMonth, parseCalendarDate, type CalendarDate } from "../../domain/calendar/calendar-date";
import { basisPoints, parseDollars, type BasisPoints, type Cents } from "../../domain/money/cents";

const blankToNothing = (value: unknown): unknown =>
  typeof value === "string" && value.trim() === "" ? undefined : typeof value === "string" ? value.trim() : value;

/** Required text, trimmed. */
export function textField(maxLength = 200) {
  return z.preprocess(blankToNothing, z.string().max(maxLength));
}

/** The inner schema, or undefined when nothing was typed. */
export function optionalField<S extends z.ZodType>(inner: S) {
  return z.preprocess(blankToNothing, inner.optional());
}

/** In the characters that mail servers and insurers' files take: no spaces, accents, commas or angle brackets. */
export function emailField() {
  return z.preprocess(
    blankToNothing,
    z
      .string()
      .max(254)
      .regex(/^[A-Za-z0-9.!#$%&'+/=?_{|}-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, "invalid-email"),
  );
}

/** `1,284.50` becomes cents. */
export function dollarsField() {
  return z.preprocess(
    blankToNothing,
    z.string().transform((text, ctx): Cents => {
      const amount = parseDollars(text);
      if (amount !== undefined) return amount;
      ctx.addIssue({ code: "custom", message: "invalid-amount" });
      return z.NEVER;
    }),
  );
}

/** `50` or `66.67%` becomes basis points. */
export function percentField({ maximum = 100 }: { maximum?: number } = {}) {
  return z.preprocess(
    blankToNothing,
    z.string().transform((text, ctx): BasisPoints => {
      const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(text);
      const share = match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : undefined;
      if (share !== undefined && share <= maximum * 100) return basisPoints(share);
      ctx.addIssue({ code: "custom", message: "invalid-percent", params: { maximum } });
      return z.NEVER;
    }),
  );
}

/** `12/31/1990`, `1-5-1990` or `1990-12-31`. */
export function dateField() {
  return z.preprocess(
    blankToNothing,
    z.string().transform((text, ctx): CalendarDate => {
      const date = readTypedDate(text);
      if (date) return date;
      ctx.addIssue({ code: "custom", message: "invalid-date" });
      return z.NEVER;
    }),
  );
}

/** Month first, as dates are typed in the United States; undefined when there is no such day. */
export function readTypedDate(text: string): CalendarDate | undefined {
  const match = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text.trim());
  if (!match) return parseCalendarDate(text.trim());
  const [month, day, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || year < 1900 || year > 2199) return undefined;
  if (day < 1 || day > daysInMonth({ year, month })) return undefined;
  return fromParts({ year, month, day });
}

/** A whole number from `minimum` to `maximum`. */
export function wholeNumberField({ minimum = 0, maximum = 1_000_000 }: { minimum?: number; maximum?: number } = {}) {
  return z.preprocess(
    blankToNothing,
    z.string().transform((text, ctx): number => {
      const value = /^\d{1,9}$|^\d{1,3}(,\d{3}){1,2}$/.test(text) ? Number(text.replaceAll(",", "")) : undefined;
      if (value !== undefined && value >= minimum && value <= maximum) return value;
      ctx.addIssue({ code: "custom", message: "invalid-whole-number", params: { minimum, maximum } });
      return z.NEVER;
    }),
  );
}

/** A ticked box is true, an unticked one posts nothing and is false. */
export function checkboxField() {
  return z.preprocess((value) => value !== undefined && value !== "" && value !== "false", z.boolean());
}

/** A box that has to be ticked. */
export function consentField() {
  return z.preprocess(
    (value) => value !== undefined && value !== "" && value !== "false",
    z.literal(true, "consent-required"),
  );
}

/** One of a closed set, as radios and selects post it. */
export function choiceField<const T extends readonly [string, ...string[]]>(choices: T) {
  return z.preprocess(blankToNothing, z.enum(choices, "choose-one-of-list"));
}

/** Boxes that share a name: none, one or many. */
export function listField<S extends z.ZodType>(item: S) {
  return z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );
}

/** An uploaded file that is not empty. */
export function uploadField({ largestBytes }: { largestBytes: number }) {
  return z
    .custom<File>((value) => value instanceof File, "file-required")
    .superRefine((file, ctx) => {
      if (file.size <= largestBytes) return;
      ctx.addIssue({
        code: "custom",
        message: "file-too-large",
        params: { megabytes: Math.floor(largestBytes / 1_000_000) },
      });
    });
}

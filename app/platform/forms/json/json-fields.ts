import { z } from "zod";
import { calendarDate, parseCalendarDate, type CalendarDate } from "../../../domain/calendar/calendar-date";
import { usStates, type UsState } from "../../../domain/exchange-profile/us-state";
import { basisPoints, cents, type BasisPoints, type Cents } from "../../../domain/money/cents";
import { parsePlanKey, type PlanKey } from "../../../domain/plan-catalog/plan";

// Fields of JSON documents: parts of zod schemas that say their unit and their limits in the JSON Schema, and name the
// limit and its source when a value is refused.

/** What a number is (with its unit), how far it may go, and who says so. */
export type NumberLimits = {
  readonly what: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly source: string;
};

type Check = (value: number, ctx: z.RefinementCtx<number>) => void;

/** Problems: `json-number-not-whole` and `json-number-out-of-range`, both {minimum, maximum}, with the source as citation. */
function within({ minimum, maximum, source }: NumberLimits, kind: "whole" | "any"): Check {
  return (value, ctx) => {
    const params = { minimum, maximum, citation: source };
    if (kind === "whole" && !Number.isSafeInteger(value)) {
      ctx.addIssue({ code: "custom", message: "json-number-not-whole", params });
    } else if (value < minimum || value > maximum) {
      ctx.addIssue({ code: "custom", message: "json-number-out-of-range", params });
    }
  };
}

function described({ what, minimum, maximum, source }: NumberLimits) {
  return { description: `${what}; ${minimum} to ${maximum} (${source})`, minimum, maximum };
}

/** A whole number of things or units. */
export function wholeNumber(limits: NumberLimits) {
  return z
    .number()
    .superRefine(within(limits, "whole"))
    .meta({ ...described(limits), type: "integer" });
}

/** A number that may have decimals, such as hours. */
export function decimalNumber(limits: NumberLimits) {
  return z.number().superRefine(within(limits, "any")).meta(described(limits));
}

const mostCents = 100_000_000_000;

/** Whole cents. The most is a billion dollars, which catches typing mistakes. */
export function amountInCents(what: string, limits: { minimum?: number; source?: string } = {}) {
  const all = { what: `${what}, in cents`, minimum: limits.minimum ?? 0, maximum: mostCents };
  return wholeNumber({ ...all, source: limits.source ?? "whole cents, at most a billion dollars" }).transform(
    (value): Cents => cents(value),
  );
}

/** A share in basis points: 7,500 is 75 %. */
export function shareInBasisPoints(what: string, { source, maximum = 10_000 }: { source: string; maximum?: number }) {
  return wholeNumber({ what: `${what}, in basis points: 7500 is 75 %`, minimum: 0, maximum, source }).transform(
    (value): BasisPoints => basisPoints(value),
  );
}

/** Years leave room on both sides for the days that rules work out from them. */
const [earliestOn, latestOn] = [calendarDate("1902-01-01"), calendarDate("2190-12-31")];

/** Problems: `day-malformed` {value}, `json-day-out-of-range` {fromOn, toOn}. */
export function day(what: string) {
  return z
    .string()
    .transform((text, ctx): CalendarDate => {
      const on = parseCalendarDate(text);
      if (on && earliestOn <= on && on <= latestOn) return on;
      if (on) {
        const params = { fromOn: earliestOn, toOn: latestOn };
        ctx.addIssue({ code: "custom", message: "json-day-out-of-range", params });
      } else ctx.addIssue({ code: "custom", message: "day-malformed", params: { value: text.slice(0, 40) } });
      return z.NEVER;
    })
    .meta({ description: `${what}, YYYY-MM-DD`, format: "date" });
}

export function stateCode(what: string) {
  return z.enum(usStates as readonly [UsState, ...UsState[]]).describe(`${what}, postal code of two letters`);
}

/** HIOS standard component id. Problem: `plan-id-malformed` {value}. */
export function planId(what: string) {
  return z
    .string()
    .transform((text, ctx): PlanKey => {
      const key = parsePlanKey(text);
      if (key) return key;
      ctx.addIssue({ code: "custom", message: "plan-id-malformed", params: { value: text.slice(0, 40) } });
      return z.NEVER;
    })
    .describe(`${what}, HIOS plan id of 14 characters`);
}

/** A name of the caller's own for somebody or something in the document. */
export function ownId(what: string) {
  return z.string().min(1).max(60).describe(`${what}; any text of 1 to 60 characters`);
}

/** No two entries may have the same id. Problem: `json-id-twice` {id}, at the second one. */
export function distinct<T>(idOf: (item: T) => string, idName: string) {
  return (items: readonly T[], ctx: z.RefinementCtx<T[]>): void => {
    const seen = new Set<string>();
    items.forEach((item, index) => {
      const id = idOf(item);
      if (seen.has(id)) {
        ctx.addIssue({ code: "custom", message: "json-id-twice", path: [index, idName], params: { id } });
      }
      seen.add(id);
    });
  };
}

// What comes out: units in words, no limits.

export function centsOut(what: string) {
  return z.number().int().describe(`${what}, in cents`);
}

export function wholeOut(what: string) {
  return z.number().int().describe(what);
}

export function dayOut(what: string) {
  return z.string().meta({ description: `${what}, YYYY-MM-DD`, format: "date" });
}

export function yesOrNoOut(what: string) {
  return z.boolean().describe(what);
}

/** A refusal inside an answer. The command adds the sentence. */
export function problemOut() {
  return z.strictObject({
    code: z.string().describe("Message key"),
    field: z.string().optional().describe("Path of the value in the input"),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    citation: z.string().optional(),
    sentence: z.string().optional().describe("The refusal in English"),
  });
}

/** What a rule answers that allows something; a refusal comes as `problems` instead. */
export const allowedOut = z.literal(true).describe("True; where the rule refuses, problems are answered instead");

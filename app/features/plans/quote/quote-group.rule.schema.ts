import { z } from "zod";
import { parseCalendarDate, type CalendarDate } from "~/domain/calendar/calendar-date";
import { coverageLines } from "~/domain/coverage-line";
import { usStates, type UsState } from "~/domain/exchange-profile/us-state";
import { employmentTypes } from "~/domain/household/employment";
import { relationships } from "~/domain/household/relationship";
import { parseZipCode, type Zip5 } from "~/domain/household/zip-code";
import { basisPoints, type BasisPoints } from "~/domain/money/cents";
import { parsePlanKey, type PlanKey } from "~/domain/plan-catalog/plan";

const day = z
  .string()
  .transform((text, ctx): CalendarDate => {
    const on = parseCalendarDate(text);
    if (on) return on;
    ctx.addIssue({ code: "custom", message: "day-malformed", params: { value: text } });
    return z.NEVER;
  })
  .describe("A day, YYYY-MM-DD");

const zip = z
  .string()
  .transform((text, ctx): Zip5 => {
    const parsed = parseZipCode(text, "zip");
    if (parsed.ok) return parsed.value.zip5;
    for (const { code } of parsed.problems) ctx.addIssue({ code: "custom", message: code });
    return z.NEVER;
  })
  .describe("Five digits, or five and four");

const plan = z
  .string()
  .transform((text, ctx): PlanKey => {
    const key = parsePlanKey(text);
    if (key) return key;
    ctx.addIssue({ code: "custom", message: "plan-id-malformed", params: { value: text } });
    return z.NEVER;
  })
  .describe("HIOS plan id, 14 characters");

const share = z
  .number()
  .int()
  .min(0)
  .max(10_000)
  .transform((value): BasisPoints => basisPoints(value))
  .describe("Basis points: 7500 is 75 %");

const member = z.strictObject({
  id: z.string().min(1).max(60),
  relationship: z.enum(relationships),
  bornOn: day,
  usesTobacco: z.boolean().default(false),
});

const household = z.strictObject({
  id: z.string().min(1).max(60),
  employment: z.enum(employmentTypes).default("full-time"),
  members: z.array(member).min(1).max(30).describe("The employee first, with the relationship self"),
});

/** What `shop quote` reads. Whole groups, by the address of the business. */
export const quoteRequestSchema = z.strictObject({
  employer: z.strictObject({
    state: z.enum(usStates as readonly [UsState, ...UsState[]]),
    zip,
    countyFips: z
      .string()
      .regex(/^\d{5}$/)
      .optional()
      .describe("Needed only where the ZIP lies in several counties"),
  }),
  startOn: day.describe("First day of coverage, YYYY-MM-DD"),
  line: z.enum(coverageLines).default("medical"),
  plans: z.array(plan).max(500).optional().describe("Only these plans; left out: every plan sold there"),
  offer: z
    .strictObject({ referencePlan: plan, employeeBasisPoints: share, dependentsBasisPoints: share })
    .optional()
    .describe("Adds who pays what"),
  households: z.array(household).min(1).max(1_000),
});

export type QuoteRequest = z.output<typeof quoteRequestSchema>;

const cents = z.number().int().describe("Cents a month");
const problem = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()).optional() });

/** What `shop quote` answers. */
export const quoteAnswerSchema = z.object({
  startOn: z.string(),
  line: z.enum(coverageLines),
  county: z.object({ fips: z.string(), name: z.string() }),
  ratingArea: z.number().int(),
  catalogVersion: z.number().int(),
  plans: z.array(
    z.object({
      planId: z.string(),
      issuerId: z.string(),
      issuerName: z.string(),
      name: z.string(),
      metalLevel: z.string(),
      ratePeriod: z.object({ from: z.string(), to: z.string() }).nullable().describe("Null: no rates loaded"),
      premiumCents: cents.nullable().describe("The whole group; null when a household has no price"),
      employerShareCents: cents.nullable(),
      employeeShareCents: cents.nullable(),
      households: z.array(
        z.object({
          id: z.string(),
          premiumCents: cents.nullable(),
          employerShareCents: cents.nullable(),
          employeeShareCents: cents.nullable(),
          problems: z.array(problem),
          members: z.array(
            z.object({
              id: z.string(),
              ageYears: z.number().int(),
              premiumCents: cents,
              tobaccoSurchargeCents: cents,
              treatment: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type QuoteAnswer = z.output<typeof quoteAnswerSchema>;

import { z } from "zod";
import { coverageLines } from "~/domain/coverage-line";
import { employmentTypes } from "~/domain/household/employment";
import { relationships } from "~/domain/household/relationship";
import { parseZipCode, type Zip5 } from "~/domain/household/zip-code";
import { day, distinct, ownId, planId, shareInBasisPoints, stateCode } from "~/platform/forms/json/json-fields";

const zip = z
  .string()
  .transform((text, ctx): Zip5 => {
    const parsed = parseZipCode(text, "zip");
    if (parsed.ok) return parsed.value.zip5;
    for (const { code } of parsed.problems) ctx.addIssue({ code: "custom", message: code });
    return z.NEVER;
  })
  .describe("Five digits, or five and four");

const plan = planId("A plan");
const share = (what: string) => shareInBasisPoints(what, { source: "45 CFR 155.705(b)(11)(ii)" });

const member = z.strictObject({
  id: ownId("The person"),
  relationship: z.enum(relationships),
  bornOn: day("Date of birth"),
  usesTobacco: z.boolean().default(false),
});

/** Problem: `household-needs-one-subscriber`. */
const household = z.strictObject({
  id: ownId("The household"),
  employment: z.enum(employmentTypes).default("full-time").describe("Full-time or part-time"),
  members: z
    .array(member)
    .min(1)
    .max(30)
    .superRefine(distinct(({ id }) => id, "id"))
    .superRefine((people, ctx) => {
      if (people.filter(({ relationship }) => relationship === "self").length === 1) return;
      ctx.addIssue({ code: "custom", message: "household-needs-one-subscriber" });
    })
    .describe("The employee, with the relationship self, and whoever is covered too; in any order"),
});

/** What `shop quote` reads. Whole groups, by the address of the business. */
export const quoteRequestSchema = z.strictObject({
  employer: z.strictObject({
    state: stateCode("Where the business is"),
    zip,
    countyFips: z
      .string()
      .regex(/^\d{5}$/)
      .optional()
      .describe("Needed only where the ZIP lies in several counties"),
  }),
  startOn: day("First day of coverage"),
  line: z.enum(coverageLines).default("medical"),
  plans: z.array(plan).max(500).optional().describe("Only these plans; left out: every plan sold there"),
  offer: z
    .strictObject({
      referencePlan: plan,
      employeeBasisPoints: share("What the employer pays of the employee's premium in the reference plan"),
      dependentsBasisPoints: share("What the employer pays of each dependent's premium there"),
    })
    .optional()
    .describe("Adds who pays what"),
  households: z
    .array(household)
    .min(1)
    .max(1_000)
    .superRefine(distinct(({ id }) => id, "id")),
});

export type QuoteRequest = z.output<typeof quoteRequestSchema>;

const cents = z.number().int().describe("Cents a month");
const problem = z.object({
  code: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
  sentence: z.string().optional().describe("The reason in English; the command adds it"),
});

/** What `shop quote` answers. */
export const quoteAnswerSchema = z.object({
  startOn: z.string(),
  line: z.enum(coverageLines),
  county: z.object({ fips: z.string(), name: z.string() }),
  ratingArea: z.number().int().describe("Rating area of the business"),
  catalogVersion: z.number().int().describe("Which import of the filings the prices come from"),
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
              ageYears: z.number().int().describe("Age on the first day of coverage, whole years"),
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

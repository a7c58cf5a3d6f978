import { z } from "zod";
import { coverageLines } from "~/domain/coverage-line";
import { relationships } from "~/domain/household/relationship";
import { premiumTreatments } from "~/domain/rating/rated-household";
import {
  amountInCents,
  centsOut,
  day,
  distinct,
  ownId,
  wholeNumber,
  wholeOut,
} from "~/platform/forms/json/json-fields";

const ageLimits = { minimum: 0, maximum: 150, source: "45 CFR 147.102(d)" };

export const line = z.enum(coverageLines).default("medical").describe("Line of coverage");

const ratedMember = z.strictObject({
  memberId: ownId("The person"),
  relationship: z.enum(relationships).describe("To the employee, who is self"),
  bornOn: day("Date of birth"),
  usesTobacco: z.boolean().default(false).describe("Four times a week or more within the last six months"),
  ratedOn: day("Day whose age counts, for somebody who joined after the plan year began").optional(),
});

/** The employee and whoever is covered with them, in any order. */
export const members = z
  .array(ratedMember)
  .min(1)
  .max(30)
  .superRefine(distinct(({ memberId }) => memberId, "memberId"));

const childLimit = wholeNumber({
  what: "Children under 21 who are charged",
  ...{ minimum: 1, maximum: 3, source: "45 CFR 147.102(c)(1)" },
}).transform((value) => (value === 1 ? 1 : value === 2 ? 2 : 3));

export const childCap = childLimit
  .nullable()
  .default(null)
  .describe("Children under 21 who are charged, 1 to 3, as the issuer filed it; null: three");

const ageBandOut = z.strictObject({
  fromAge: wholeOut("First age of the plan's own band, whole years"),
  toAge: wholeOut("Last age of the band, whole years"),
});

/** One household's premium, as a rating rule answers it. */
export const premiumOut = z.strictObject({
  method: z.enum(["per-member", "family-tier"]),
  totalCents: centsOut("Monthly premium of the household"),
  employeeOnlyCents: centsOut("Monthly premium of the employee alone"),
  members: z.array(
    z.strictObject({
      memberId: z.string(),
      relationship: z.enum(relationships),
      ageYears: wholeOut("Age on the day that counts, whole years"),
      premiumCents: centsOut("Monthly premium of the person"),
      tobaccoSurchargeCents: centsOut("Part of it that is charged for tobacco"),
      treatment: z.enum(premiumTreatments).describe("Why the person costs what they cost"),
      rateAgeBand: ageBandOut.nullable().describe("Null: the price does not depend on age"),
    }),
  ),
});

const pricedMember = z.strictObject({
  memberId: ownId("The person"),
  relationship: z.enum(relationships),
  ageYears: wholeNumber({ what: "Age on the day that counts, whole years", ...ageLimits }),
  premiumCents: amountInCents("Monthly premium of the person"),
  tobaccoSurchargeCents: amountInCents("Part of it that is charged for tobacco").prefault(0),
  treatment: z.enum(premiumTreatments).default("charged"),
  rateAgeBand: z
    .strictObject({
      fromAge: wholeNumber({ what: "First age of the band", ...ageLimits, maximum: 999 }),
      toAge: wholeNumber({ what: "Last age of the band", ...ageLimits, maximum: 999 }),
    })
    .nullable()
    .default(null),
});

/**
 * One household's premium as input: the answer of a rating rule. Problems: `household-needs-one-subscriber`,
 * `json-premium-does-not-add-up` {totalCents, membersCents}.
 */
export const premiumOfHousehold = z
  .strictObject({
    method: z.enum(["per-member", "family-tier"]),
    totalCents: amountInCents("Monthly premium of the household"),
    employeeOnlyCents: amountInCents("Monthly premium of the employee alone"),
    members: z
      .array(pricedMember)
      .min(1)
      .max(30)
      .superRefine(distinct(({ memberId }) => memberId, "memberId")),
    ratePeriod: z
      .strictObject({ effectiveOn: z.string(), expiresOn: z.string() })
      .optional()
      .describe("Taken as the rating rules answer it; changes nothing"),
    householdId: z.string().optional().describe("Taken as the rating rules answer it; changes nothing"),
  })
  .superRefine(({ totalCents, members: people }, ctx) => {
    if (people.filter(({ relationship }) => relationship === "self").length !== 1) {
      ctx.addIssue({ code: "custom", message: "household-needs-one-subscriber", path: ["members"] });
    }
    const membersCents = people.reduce((sum, { premiumCents }) => sum + premiumCents, 0);
    // Amounts beyond all limits are refused at their own fields.
    if (membersCents === totalCents || !Number.isSafeInteger(membersCents) || !Number.isSafeInteger(totalCents)) return;
    const params = { totalCents, membersCents };
    ctx.addIssue({ code: "custom", message: "json-premium-does-not-add-up", path: ["totalCents"], params });
  })
  .describe("A household's premium, as the rule household-premium answers it");

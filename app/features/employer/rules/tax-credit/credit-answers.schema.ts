import { z } from "zod";
import { creditWorkerKinds, ownerFamilyTies } from "~/domain/tax-credit/counted-individual.rule";
import { basisPoints } from "~/domain/money/cents";
import {
  amountInCents,
  centsOut,
  day,
  shareInBasisPoints,
  stateCode,
  wholeNumber,
  wholeOut,
} from "~/platform/forms/json/json-fields";

export const taxYearStartOn = day("First day of the tax year");

export const firstClaimYear = wholeNumber({
  what: "First tax year after 2013 for which the credit was claimed",
  ...{ minimum: 2014, maximum: 2190, source: "26 U.S.C. 45R(e)(2)" },
})
  .nullable()
  .default(null)
  .describe("First tax year after 2013 for which the credit was claimed, 2014 or later; null: never claimed");

export const coverage = z.strictObject({
  boughtThroughShop: z.boolean().describe("The plan was bought through a SHOP"),
  planYearStartOn: day("First day of the plan year"),
  state: stateCode("State of the principal business address"),
  countyHasShopPlan: z.boolean().default(true).describe("Any SHOP plan is sold in the county of that address"),
});

export const creditFte = wholeNumber({
  what: "Full-time equivalents of the tax credit (rule section-45r-fte)",
  ...{ minimum: 1, maximum: 100_000, source: "Form 8941, line 2" },
});

export const individual = z.strictObject({
  workerKind: z.enum(creditWorkerKinds).default("employee"),
  isOwner: z.boolean().default(false),
  ownershipBasisPoints: shareInBasisPoints("Share of the business, with what the law attributes from the family", {
    source: "26 U.S.C. 45R(e)(1)",
  }).default(basisPoints(0)),
  familyTie: z.enum(ownerFamilyTies).default("none").describe("How the person is tied to an owner who is not counted"),
  seasonalDays: wholeNumber({
    what: "Days worked in the tax year by a seasonal worker",
    ...{ minimum: 0, maximum: 366, source: "26 U.S.C. 45R(d)(5)" },
  })
    .nullable()
    .default(null)
    .describe("Days worked in the tax year by a seasonal worker, 0 to 366; null for everybody else"),
});

/** The employer pays a part of the premium. Problem: `json-share-above-premium` {totalCents}. */
export const creditedPremium = z
  .strictObject({
    employerPaidCents: amountInCents("What the employer paid in the tax year, without tobacco surcharges"),
    totalPremiumCents: amountInCents("The whole premium of the tax year, both parts"),
    averagePremiumCents: amountInCents(
      "The average premium for the same tier, county and months, from the form's instructions",
    )
      .nullable()
      .default(null)
      .describe("In cents, from the tables in the instructions for Form 8941; null: not looked up"),
  })
  .superRefine(({ employerPaidCents, totalPremiumCents }, ctx) => {
    if (employerPaidCents <= totalPremiumCents) return;
    ctx.addIssue({
      code: "custom",
      message: "json-share-above-premium",
      path: ["employerPaidCents"],
      params: { totalCents: totalPremiumCents, citation: "26 U.S.C. 45R(b)" },
    });
  });

export const stateSubsidiesCents = amountInCents("State subsidies and tax credits for the premiums (line 10)", {
  source: "Form 8941, line 10",
}).prefault(0);

export const payrollTaxesCents = amountInCents("Income tax withheld and Medicare taxes of a tax-exempt employer", {
  source: "26 U.S.C. 45R(f)(1)",
})
  .nullable()
  .default(null)
  .describe("Income tax withheld and Medicare taxes, in cents; tax-exempt employers only, null for others");

export const premiumLimitOut = {
  paidCents: centsOut("Line 4: premiums paid"),
  atAverageCents: centsOut("Line 5: premiums at the area's average")
    .nullable()
    .describe("Line 5, in cents; null: not known"),
  creditableCents: centsOut("Line 6: the smaller of the two"),
};

export const phaseOutOut = {
  fullCreditCents: centsOut("Line 7: the full credit"),
  fteCutCents: centsOut("Cut for full-time equivalents above 10"),
  afterFteCutCents: centsOut("Line 8"),
  wageCutCents: centsOut("Cut for average wages above the base"),
  afterWageCutCents: centsOut("Line 9"),
};

export const creditYearOut = {
  taxYear: wholeOut("Calendar year in which the tax year begins"),
  figuresYear: wholeOut("Year that the figures were published for"),
  isEstimate: z.boolean().describe("The tax year's own figures are not published yet"),
  baseWagesCents: centsOut("Average wages above this shrink the credit; at twice as much there is none"),
  taxableBasisPoints: wholeOut("Share of premiums for taxable employers, in basis points"),
  taxExemptBasisPoints: wholeOut("Share of premiums for tax-exempt employers, in basis points"),
  source: z.string(),
  confirmed: z.boolean().describe("Checked against the Internal Revenue Service's own publication"),
};

export const worksheetOut = {
  year: z.strictObject(creditYearOut),
  fte: wholeOut("Line 2: full-time equivalents"),
  averageWagesCents: centsOut("Line 3: average wages, a multiple of $1,000"),
  ...premiumLimitOut,
  ...phaseOutOut,
  paidAfterSubsidiesCents: centsOut("Line 11: premiums paid less state subsidies"),
  creditCents: centsOut("Line 12; for a tax-exempt employer line 20"),
};

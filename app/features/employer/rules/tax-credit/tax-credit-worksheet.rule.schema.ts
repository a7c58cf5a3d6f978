import { z } from "zod";
import { premiumLimit } from "~/domain/tax-credit/premium-limit.rule";
import { citation, creditWorksheet } from "~/domain/tax-credit/credit-worksheet.rule";
import { amountInCents } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import {
  coverage,
  creditedPremium,
  creditFte,
  firstClaimYear,
  payrollTaxesCents,
  stateSubsidiesCents,
  taxYearStartOn,
  worksheetOut,
} from "./credit-answers.schema";

export const rule = jsonRule({
  summary: "The tax credit of one year, line by line of Form 8941, from its figures.",
  citation,
  input: z.strictObject({
    taxYearStartOn,
    firstClaimYear,
    coverage,
    isTaxExempt: z.boolean(),
    fte: creditFte,
    wagesCents: amountInCents("Wages of the tax year of everybody who counts", { source: "Form 8941, Worksheet 3" }),
    premiums: z.array(creditedPremium).max(10_000).describe("One for each enrolled person, or one for all together"),
    stateSubsidiesCents,
    payrollTaxesCents,
  }),
  output: z.strictObject(worksheetOut),
  run: ({ premiums, ...figures }) => creditWorksheet({ ...figures, premiums: premiumLimit(premiums) }),
});

import { z } from "zod";
import { citation, creditPeriodRuling } from "~/domain/tax-credit/credit-period.rule";
import { allowedOut, wholeNumber } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";
import { firstClaimYear } from "./credit-answers.schema";

export const rule = jsonRule({
  summary: "Whether a tax year is among the two for which an employer may claim the credit.",
  citation,
  input: z.strictObject({
    taxYear: wholeNumber({
      what: "Calendar year in which the tax year begins",
      ...{ minimum: 2014, maximum: 2190, source: citation },
    }),
    firstClaimYear,
  }),
  output: z.strictObject({ allowed: allowedOut }),
  run: (input) => allowedWith(creditPeriodRuling(input), {}),
});

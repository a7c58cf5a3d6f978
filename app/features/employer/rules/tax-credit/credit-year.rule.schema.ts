import { z } from "zod";
import { citation, creditYear } from "~/domain/tax-credit/credit-year.rule";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { creditYearOut, taxYearStartOn } from "./credit-answers.schema";

export const rule = jsonRule({
  summary: "The credit's percentages and wage base of a tax year.",
  citation,
  input: z.strictObject({ taxYearStartOn }),
  output: z.strictObject(creditYearOut),
  run: creditYear,
});

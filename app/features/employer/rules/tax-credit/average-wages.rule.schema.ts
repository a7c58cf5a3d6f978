import { z } from "zod";
import { done } from "~/domain/problem";
import { averageAnnualWagesCents, citation } from "~/domain/tax-credit/average-wages.rule";
import { amountInCents, centsOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { creditFte } from "./credit-answers.schema";

export const rule = jsonRule({
  summary: "Average annual wages for the tax credit, rounded down to $1,000.",
  citation,
  input: z.strictObject({ wagesCents: amountInCents("Wages of everybody who counts"), fte: creditFte }),
  output: z.strictObject({ averageWagesCents: centsOut("Average wages of the tax year") }),
  run: (input) => done({ averageWagesCents: averageAnnualWagesCents(input) }),
});

import { z } from "zod";
import { citation, marketplaceCalculatorFte } from "~/domain/eligibility/fte-count.rule";
import { decimalNumber } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { fteCountOut, fullTimeHeads } from "./work-months.schema";

export const rule = jsonRule({
  summary: "Full-time equivalents as the marketplace's public calculator counts them, from two numbers.",
  citation,
  input: z.strictObject({
    fullTimeHeads,
    partTimeWeeklyHours: decimalNumber({
      what: "Hours a week of all part-time people together",
      ...{ minimum: 0, maximum: 1_000_000, source: "the marketplace's calculator" },
    }),
  }),
  output: fteCountOut,
  run: marketplaceCalculatorFte,
});

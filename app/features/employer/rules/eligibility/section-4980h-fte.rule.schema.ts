import { z } from "zod";
import { citation, section4980hFte } from "~/domain/eligibility/fte-count.rule";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { fteCountOut, workYear } from "./work-months.schema";

export const rule = jsonRule({
  summary: "Full-time equivalents for the size test, from twelve months.",
  citation,
  input: z.strictObject({ months: workYear }),
  output: fteCountOut,
  run: ({ months }) => section4980hFte(months),
});

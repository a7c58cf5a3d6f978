import { z } from "zod";
import { citation, section45rFte } from "~/domain/eligibility/section-45r-fte.rule";
import { distinct, wholeOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { yearOfService } from "./service-year.schema";

export const rule = jsonRule({
  summary: "Full-time equivalents for the tax credit: the year's hours over 2,080.",
  citation,
  input: z.strictObject({
    people: z
      .array(yearOfService)
      .max(10_000)
      .superRefine(distinct(({ personId }) => personId, "personId")),
  }),
  output: z.strictObject({
    fte: wholeOut("Full-time equivalents: rounded down, at least one where anybody worked"),
    totalHours: z.number().describe("Hours of the tax year that count"),
    people: z.array(
      z.strictObject({
        personId: z.string(),
        creditedHours: z.number().describe("Hours of the tax year by the method chosen"),
        countedHours: z.number().describe("The same, 2,080 at most"),
      }),
    ),
  }),
  run: ({ people }) => section45rFte(people),
});

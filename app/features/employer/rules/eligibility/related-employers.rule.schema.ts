import { z } from "zod";
import { section4980hFte } from "~/domain/eligibility/fte-count.rule";
import { citation, combinedWorkMonths, employerRelations } from "~/domain/eligibility/related-employers.rule";
import { done } from "~/domain/problem";
import { wholeOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { fteOut, personMonth } from "./work-months.schema";

export const rule = jsonRule({
  summary: "The months of all businesses that count as one employer, added up person by person.",
  citation,
  input: z.strictObject({
    employers: z
      .array(
        z.strictObject({
          relation: z.enum(employerRelations).describe("How the business is tied to the one that applies"),
          months: z.array(z.array(personMonth).max(10_000)).max(12).describe("Twelve months, January first"),
        }),
      )
      .min(1)
      .max(100),
  }),
  output: z.strictObject({
    fte: fteOut,
    months: z.array(
      z.strictObject({
        fullTimeHeads: wholeOut("People with 130 hours or more"),
        partTimeHours: z.array(z.number().describe("Hours in the month")).describe("Of each other person"),
      }),
    ),
  }),
  run: ({ employers }) => {
    const months = combinedWorkMonths(employers);
    if (!months.ok) return months;
    const count = section4980hFte(months.value);
    return count.ok ? done({ fte: count.value.fte, months: months.value }) : count;
  },
});

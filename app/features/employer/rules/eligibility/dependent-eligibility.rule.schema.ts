import { z } from "zod";
import { citation, familyRuling } from "~/domain/eligibility/dependent-eligibility.rule";
import { relationships } from "~/domain/household/relationship";
import { allowedOut, day } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "Whether the dependents of one employee may be covered.",
  citation,
  input: z.strictObject({
    dependents: z.array(z.strictObject({ relationship: z.enum(relationships), bornOn: day("Date of birth") })).max(30),
    dependentsOffered: z.boolean().default(true).describe("Whether the employer offers dependents coverage"),
    coverageStartOn: day("First day of the family's coverage"),
    today: day("The day on which this is asked"),
  }),
  output: z.strictObject({ allowed: allowedOut }),
  run: (input) => allowedWith(familyRuling(input), {}),
});

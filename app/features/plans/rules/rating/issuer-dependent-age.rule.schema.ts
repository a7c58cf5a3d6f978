import { z } from "zod";
import { relationships } from "~/domain/household/relationship";
import { citation, issuerDependentAgeRuling } from "~/domain/rating/issuer-limits.rule";
import { allowedOut, wholeNumber } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";
import { line } from "../household.schema";

const age = { minimum: 0, maximum: 150, source: citation };

export const rule = jsonRule({
  summary: "Whether a plan covers a dependent of an age, by what its issuer filed and the law's 26.",
  citation,
  input: z.strictObject({
    relationship: z.enum(relationships),
    ageYears: wholeNumber({ what: "Age on the first day of coverage, whole years", ...age }),
    line,
    dependentMaximumAge: wholeNumber({ what: "Last age that the issuer covers", ...age })
      .nullable()
      .describe("Last age that the issuer covers, whole years; null: not filed"),
  }),
  output: z.strictObject({ allowed: allowedOut }),
  run: (input) => allowedWith(issuerDependentAgeRuling(input), {}),
});

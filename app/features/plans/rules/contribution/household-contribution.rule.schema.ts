import { z } from "zod";
import { citation, householdContribution } from "~/domain/contribution/schemes/household-contribution.rule";
import { done, failed } from "~/domain/problem";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { premiumOfHousehold } from "../household.schema";
import { areOfSamePeople, contributionOut, contributionScheme, employment } from "./contribution-terms.schema";

const restsOnReference = ["reference-plan-percent", "composite-reference-percent"];

export const rule = jsonRule({
  summary: "What the employer pays for one household, under any of the five schemes.",
  citation,
  input: z.strictObject({
    scheme: contributionScheme,
    employment,
    continuesCoverage: z.boolean().default(false).describe("True for somebody who has left and keeps the coverage"),
    chosen: premiumOfHousehold,
    reference: premiumOfHousehold
      .optional()
      .describe("The same household in the reference plan, or at its averages without tobacco; percent schemes only"),
  }),
  output: contributionOut,
  run: (input) => {
    const { scheme, chosen, reference, continuesCoverage } = input;
    if (restsOnReference.includes(scheme.method) && !continuesCoverage) {
      if (!reference) return failed({ code: "json-reference-missing", field: "reference", citation });
      if (!areOfSamePeople(chosen, reference)) {
        return failed({ code: "json-reference-of-other-people", field: "reference", citation });
      }
    }
    return done(householdContribution(input));
  },
});

import { z } from "zod";
import { citation, referencePlanContribution } from "~/domain/contribution/reference-plan-contribution.rule";
import { done, failed } from "~/domain/problem";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { premiumOfHousehold } from "../household.schema";
import {
  areOfSamePeople,
  contributionOut,
  dependentsBasisPoints,
  employeeBasisPoints,
} from "./contribution-terms.schema";

export const rule = jsonRule({
  summary: "What the employer pays when it promises two percentages of the reference plan's premium.",
  citation,
  input: z.strictObject({
    percentages: z.strictObject({ employeeBasisPoints, dependentsBasisPoints }),
    chosen: premiumOfHousehold,
    reference: premiumOfHousehold
      .optional()
      .describe("The same household in the reference plan; left out: a single plan"),
  }),
  output: contributionOut,
  run: ({ percentages, chosen, reference = chosen }) =>
    areOfSamePeople(chosen, reference)
      ? done(referencePlanContribution({ percentages, chosen, reference }))
      : failed({ code: "json-reference-of-other-people", field: "reference", citation }),
});

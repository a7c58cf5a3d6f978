import { z } from "zod";
import { citation, continuingEligibility } from "~/domain/eligibility/continuing-eligibility.rule";
import { done } from "~/domain/problem";
import { day, dayOut, yesOrNoOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "Whether coverage through the marketplace went on without a gap, so that growth does no harm.",
  citation,
  input: z.strictObject({
    coveredYears: z
      .array(z.strictObject({ startOn: day("First covered day"), endOn: day("Last covered day") }))
      .max(100)
      .describe("Plan years through the marketplace; for one ended early, the day it ended"),
    startOn: day("First day of the new plan year"),
  }),
  output: z.strictObject({
    alreadyInShop: yesOrNoOut("Coverage reaches the new plan year"),
    since: dayOut("First day of the unbroken coverage").nullable(),
  }),
  run: (input) => done(continuingEligibility(input)),
});

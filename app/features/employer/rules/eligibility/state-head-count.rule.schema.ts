import { z } from "zod";
import { citation, stateHeadCount, stateHeadCountRuling } from "~/domain/eligibility/state-head-count.rule";
import { allowedOut, day, decimalNumber, stateCode, wholeOut } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "The heads that a state counts beside full-time equivalents, and whether most work in the state.",
  citation,
  input: z.strictObject({
    state: stateCode("Where the business is"),
    on: day("First day of the plan year"),
    offersPartTime: z.boolean().describe("Whether part-time people are offered coverage"),
    workers: z
      .array(
        z.strictObject({
          weeklyHours: decimalNumber({ what: "Hours of a usual week", minimum: 0, maximum: 168, source: citation }),
          worksiteState: stateCode("Where the person works"),
          isContractor: z.boolean().default(false).describe("Independent contractors do not count"),
        }),
      )
      .max(10_000),
  }),
  output: z.strictObject({
    allowed: allowedOut,
    count: z
      .strictObject({
        eligibleHeads: wholeOut("People with enough hours"),
        inStateHeads: wholeOut("Of these, who work in the state"),
      })
      .nullable()
      .describe("Null: this state counts full-time equivalents only"),
  }),
  run: (input) => allowedWith(stateHeadCountRuling(input), { count: stateHeadCount(input) ?? null }),
});

import { z } from "zod";
import { citation, statePricingRuling } from "~/domain/rating/state-pricing.rule";
import { allowedOut, day, planId } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";
import { line } from "../household.schema";

export const rule = jsonRule({
  summary: "Whether a plan's prices may be used under the rating rules of its own state.",
  citation,
  input: z.strictObject({
    planId: planId("The plan; letters six and seven are its state"),
    kind: z.enum(["per-age", "family-tier"]).describe("How its prices are filed"),
    line,
    startOn: day("First day of the plan year"),
  }),
  output: z.strictObject({ allowed: allowedOut }),
  run: ({ planId: plan, kind, ...terms }) =>
    allowedWith(statePricingRuling({ ...terms, sheet: { planId: plan, kind } }), {}),
});

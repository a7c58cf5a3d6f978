import { z } from "zod";
import { choiceModelRuling, citation, offerPlanSet } from "~/domain/contribution/offer-plan-set.rule";
import { coverageLines } from "~/domain/coverage-line";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { childOnlyOfferings, metalLevels } from "~/domain/plan-catalog/plan";
import { done, failed } from "~/domain/problem";
import { day, planId, stateCode } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { line } from "../household.schema";

const issuerId = z
  .string()
  .regex(/^\d{5}$/)
  .describe("HIOS issuer id of five digits");

export const rule = jsonRule({
  summary: "The plans that employees may choose from, for one plan, one metal level or one insurer.",
  citation,
  input: z.strictObject({
    state: stateCode("Where the business is: its exchange has the ways of choosing"),
    startOn: day("First day of the plan year"),
    line,
    choice: z.discriminatedUnion("model", [
      z.strictObject({ model: z.literal("single-plan"), planId: planId("The plan") }),
      z.strictObject({ model: z.literal("metal-level"), metalLevel: z.enum(metalLevels) }),
      z.strictObject({ model: z.literal("single-issuer"), issuerId }),
    ]),
    referencePlanId: planId("The plan that the contribution rests on"),
    plans: z
      .array(
        z.strictObject({
          planId: planId("A plan sold at the address"),
          issuerId,
          line: z.enum(coverageLines).default("medical"),
          metalLevel: z.enum(metalLevels),
          offerable: z.boolean().default(true).describe("Sold through the exchange"),
          childOnly: z.enum(childOnlyOfferings).default("adult-and-child"),
        }),
      )
      .max(5_000),
  }),
  output: z.strictObject({ planIds: z.array(z.string()).describe("In the order given") }),
  run: ({ state, startOn, ...offer }) => {
    const profile = profileFor({ state, on: startOn });
    if (!profile.ok) return profile;
    const available = profile.value.choiceModels;
    const ruling = choiceModelRuling({ model: offer.choice.model, available });
    if (!ruling.allowed) return failed(...ruling.problems);
    const plans = offerPlanSet(offer);
    return plans.ok ? done({ planIds: plans.value.map((plan) => plan.planId) }) : plans;
  },
});

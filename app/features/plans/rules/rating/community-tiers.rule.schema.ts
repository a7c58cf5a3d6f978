import { z } from "zod";
import { done } from "~/domain/problem";
import { citation, communityTierSheet } from "~/domain/rating/tiers/community-tiers.rule";
import { amountInCents, centsOut, day, planId, stateCode } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "Every household's price from one person's, in the states that forbid rating by age.",
  citation,
  input: z.strictObject({
    state: stateCode("Where the business is"),
    planId: planId("The plan"),
    effectiveOn: day("First day of the rate period"),
    expiresOn: day("Last day of the rate period"),
    individualCents: amountInCents("Monthly price of one person alone", { source: "the issuer's filed rates" }),
  }),
  output: z.strictObject({
    tiers: z.strictObject({
      individual: centsOut("One person alone, a month"),
      couple: centsOut("A couple, a month").nullable(),
      primaryAndOne: centsOut("One adult with one dependent, a month").nullable(),
      primaryAndTwo: centsOut("One adult with two dependents, a month").nullable(),
      primaryAndThreeOrMore: centsOut("One adult with three or more dependents, a month").nullable(),
      coupleAndOne: centsOut("A couple with one dependent, a month").nullable(),
      coupleAndTwo: centsOut("A couple with two dependents, a month").nullable(),
      coupleAndThreeOrMore: centsOut("A couple with three or more dependents, a month").nullable(),
    }),
  }),
  run: ({ state, individualCents, ...key }) => {
    const sheet = communityTierSheet({ key: { ...key, ratingArea: 1 }, individualCents, state });
    return sheet.ok ? done({ tiers: sheet.value.tiers }) : sheet;
  },
});

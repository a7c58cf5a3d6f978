import { z } from "zod";
import { choiceModels } from "~/domain/exchange-profile/exchange-profile";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { citation, compositeOfferRuling } from "~/domain/rating/composite/composite-offer.rule";
import { allowedOut, day, stateCode } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "Whether a group may be billed average premiums for a plan.",
  citation,
  input: z.strictObject({
    state: stateCode("Where the business is"),
    startOn: day("First day of the plan year"),
    choiceModel: z.enum(choiceModels).describe("What the employer lets its people choose from"),
    compositeRatingOffered: z.boolean().nullable().describe("As the issuer filed it; null: not filed"),
  }),
  output: z.strictObject({ allowed: allowedOut }),
  run: ({ state, startOn, choiceModel, compositeRatingOffered }) => {
    const profile = profileFor({ state, on: startOn });
    if (!profile.ok) return profile;
    const plan = { compositeRatingOffered };
    return allowedWith(compositeOfferRuling({ profile: profile.value, choiceModel, plan }), {});
  },
});

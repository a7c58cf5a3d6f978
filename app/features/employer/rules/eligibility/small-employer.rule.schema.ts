import { z } from "zod";
import { citation, smallEmployerRuling } from "~/domain/eligibility/small-employer.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { allowedOut, day, stateCode, wholeOut } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";
import { alreadyInShop, typedFte } from "./employer-answers.schema";

export const rule = jsonRule({
  summary: "Whether a number of full-time equivalents makes a small employer.",
  citation,
  input: z.strictObject({
    state: stateCode("Where the business is: its exchange has the size limit"),
    on: day("First day of the plan year"),
    fte: typedFte,
    alreadyInShop,
  }),
  output: z.strictObject({
    allowed: allowedOut,
    sizeLimitFte: wholeOut("The exchange's limit, in full-time equivalents"),
  }),
  run: ({ state, on, ...answers }) => {
    const profile = profileFor({ state, on });
    if (!profile.ok) return profile;
    const { sizeLimitFte } = profile.value;
    return allowedWith(smallEmployerRuling({ ...answers, sizeLimitFte }), { sizeLimitFte });
  },
});

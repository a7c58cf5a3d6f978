import { z } from "zod";
import {
  citation,
  eligibilityRemedies,
  eligibilityRules,
  employerEligibility,
} from "~/domain/eligibility/employer-eligibility.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done } from "~/domain/problem";
import { day, problemOut, stateCode, wholeOut, yesOrNoOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { alreadyInShop, typedFte } from "./employer-answers.schema";

const answer = (statement: string) => z.boolean().nullable().describe(`${statement}; null: not answered yet`);

export const rule = jsonRule({
  summary: "The marketplace's answer whether a business may take part, rule by rule.",
  citation,
  input: z.strictObject({
    state: stateCode("The exchange that is asked"),
    on: day("First day of the plan year"),
    fte: typedFte,
    alreadyInShop,
    principalAddressState: stateCode("Where the principal business address is"),
    worksiteStates: z
      .array(stateCode("A state"))
      .max(51)
      .default([])
      .describe("Worksites whose people are offered coverage through the exchange that serves them"),
    attestations: z.strictObject({
      sizeAttested: answer("The business is small, or was in the marketplace last year"),
      principalAddressInState: answer("The principal business address is in the state"),
      offersAllFullTime: answer("All full-time people are offered coverage"),
      atLeastOneNonOwnerEnrolling: answer("Somebody enrolls who is no owner, partner or spouse of one"),
    }),
  }),
  output: z.strictObject({
    eligible: yesOrNoOut("Every rule is met"),
    sizeLimitFte: wholeOut("The exchange's limit, in full-time equivalents"),
    findings: z.array(
      z.discriminatedUnion("met", [
        z.strictObject({ rule: z.enum(eligibilityRules), met: z.literal(true), citation: z.string() }),
        z.strictObject({
          rule: z.enum(eligibilityRules),
          met: z.literal(false),
          citation: z.string(),
          problem: problemOut(),
          whatCanBeDone: z.enum(eligibilityRemedies),
        }),
      ]),
    ),
  }),
  run: ({ state, on, ...answers }) => {
    const profile = profileFor({ state, on });
    if (!profile.ok) return profile;
    const { sizeLimitFte } = profile.value;
    return done({ ...employerEligibility({ ...answers, profile: profile.value }), sizeLimitFte });
  },
});

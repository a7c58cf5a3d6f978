import { z } from "zod";
import { citation, openEnrollmentRuling } from "~/domain/calendar/open-enrollment.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { allowedOut, day } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";
import { cycle, exchangeState, startOn, today } from "./group-days.schema";

export const rule = jsonRule({
  summary: "Whether employees may choose between two days for coverage from a start date.",
  citation,
  input: z.strictObject({
    state: exchangeState,
    startOn,
    today,
    opensOn: day("First day to choose"),
    closesOn: day("Last day to choose"),
    cycle,
  }),
  output: z.strictObject({ allowed: allowedOut }),
  run: ({ state, ...input }) => {
    const profile = profileFor({ state, on: input.startOn });
    return profile.ok ? allowedWith(openEnrollmentRuling({ ...input, profile: profile.value }), {}) : profile;
  },
});

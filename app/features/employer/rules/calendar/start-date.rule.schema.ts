import { z } from "zod";
import { citation, deadlinesFor, startDateRuling } from "~/domain/calendar/group-start-calendar.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { allowedOut } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";
import { deadline, exchangeState, groupDeadlinesOut, startOn, today } from "./group-days.schema";

export const rule = jsonRule({
  summary: "Whether a group may still aim at a start date, and its deadlines.",
  citation,
  input: z.strictObject({ state: exchangeState, startOn, today, deadline }),
  output: groupDeadlinesOut.extend({ allowed: allowedOut }),
  run: ({ state, ...input }) => {
    const profile = profileFor({ state, on: input.startOn });
    if (!profile.ok) return profile;
    const asked = { ...input, profile: profile.value };
    return allowedWith(startDateRuling(asked), deadlinesFor(asked));
  },
});

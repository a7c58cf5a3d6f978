import { z } from "zod";
import { citation, groupStartCalendar } from "~/domain/calendar/group-start-calendar.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done } from "~/domain/problem";
import { day } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { cycle, exchangeState, milestonesOut, startOn, today } from "./group-days.schema";

export const rule = jsonRule({
  summary: "Every day that matters for a group that starts on a date.",
  citation,
  input: z.strictObject({
    state: exchangeState,
    startOn,
    today,
    cycle,
    openEnrollment: z
      .strictObject({ opensOn: day("First day to choose"), closesOn: day("Last day to choose") })
      .optional()
      .describe("Left out: the days that the exchange suggests"),
  }),
  output: z.strictObject({ milestones: milestonesOut }),
  run: ({ state, openEnrollment, ...input }) => {
    const profile = profileFor({ state, on: input.startOn });
    if (!profile.ok) return profile;
    const window = openEnrollment ? { openEnrollment } : {};
    const calendar = groupStartCalendar({ ...input, ...window, profile: profile.value });
    return calendar.ok ? done({ milestones: calendar.value }) : calendar;
  },
});

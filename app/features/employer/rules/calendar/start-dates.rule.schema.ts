import { z } from "zod";
import { availableStartDates, citation, earliestStartOn } from "~/domain/calendar/group-start-calendar.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done } from "~/domain/problem";
import { dayOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { deadline, exchangeState, today } from "./group-days.schema";

export const rule = jsonRule({
  summary: "The start dates that are open on a day, nearest first.",
  citation,
  input: z.strictObject({ state: exchangeState, today, deadline }),
  output: z.strictObject({
    earliestStartOn: dayOut("First start for what is received today"),
    startDates: z.array(
      z.strictObject({
        startOn: dayOut("First day of coverage"),
        publishByOn: dayOut("Last day to publish the offer"),
        submitByOn: dayOut("Last day to submit the group"),
      }),
    ),
  }),
  run: ({ state, today: on, deadline: until }) => {
    const profile = profileFor({ state, on });
    if (!profile.ok) return profile;
    return done({
      earliestStartOn: earliestStartOn({ profile: profile.value, receivedOn: on, deadline: until }),
      startDates: availableStartDates({ profile: profile.value, today: on, deadline: until }),
    });
  },
});

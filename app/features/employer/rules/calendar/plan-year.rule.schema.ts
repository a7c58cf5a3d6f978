import { z } from "zod";
import { citation, planYearEndsOn } from "~/domain/calendar/plan-year.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done } from "~/domain/problem";
import { dayOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { exchangeState, startOn } from "./group-days.schema";

export const rule = jsonRule({
  summary: "The last day of the plan year that starts on a day.",
  citation,
  input: z.strictObject({ state: exchangeState, startOn }),
  output: z.strictObject({ endsOn: dayOut("Last day of the plan year") }),
  run: ({ state, startOn: begins }) => {
    const profile = profileFor({ state, on: begins });
    return profile.ok ? done({ endsOn: planYearEndsOn({ profile: profile.value, startOn: begins }) }) : profile;
  },
});

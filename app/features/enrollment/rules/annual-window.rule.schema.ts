import { z } from "zod";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { annualWindowOf, citation, isAnnualWindowStart } from "~/domain/participation/annual-window.rule";
import { done } from "~/domain/problem";
import { day, dayOut, stateCode, yesOrNoOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "The weeks of the year in which no group may be turned away for too few takers or too small a share.",
  citation,
  input: z.strictObject({
    state: stateCode("Where the business is"),
    submittedOn: day("The day on which the group is submitted"),
    startOn: day("First day of the plan year"),
  }),
  output: z.strictObject({
    fromOn: dayOut("First day of the window in that calendar year"),
    toOn: dayOut("Last day of the window"),
    startOn: dayOut("First day of coverage for groups that come in through it"),
    comesInThroughWindow: yesOrNoOut("Whether this group does"),
  }),
  run: ({ state, submittedOn, startOn }) => {
    const profile = profileFor({ state, on: startOn });
    if (!profile.ok) return profile;
    const window = annualWindowOf({ profile: profile.value, on: submittedOn });
    const comesInThroughWindow = isAnnualWindowStart({ profile: profile.value, submittedOn, startOn });
    return done({ ...window, comesInThroughWindow });
  },
});

import { z } from "zod";
import {
  citation,
  passiveRenewal,
  renewalCalendar,
  renewalStageOn,
  renewalStages,
} from "~/domain/calendar/renewal.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done } from "~/domain/problem";
import { dayOut, planId } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { exchangeState, groupDeadlinesOut, startOn, today } from "./group-days.schema";

export const rule = jsonRule({
  summary: "The days of a group's renewal, where it stands today, and what becomes of somebody who does nothing.",
  citation,
  input: z.strictObject({
    state: exchangeState,
    startOn,
    today,
    employee: z
      .strictObject({
        currentPlanId: planId("The plan that the employee is in"),
        offeredPlanIds: z.array(planId("A plan that is offered after the renewal")).max(2_000),
      })
      .optional(),
  }),
  output: z.strictObject({
    ...groupDeadlinesOut.shape,
    renewsOn: dayOut("First day of the next plan year"),
    publishesItselfOn: dayOut("The last offer goes out unchanged when nothing was published before"),
    stage: z.enum(renewalStages),
    doingNothing: z
      .union([
        z.strictObject({ kind: z.literal("stays"), planId: z.string() }),
        z.strictObject({ kind: z.literal("must-choose") }),
      ])
      .nullable()
      .describe("Null: no employee was given"),
  }),
  run: ({ state, startOn: begins, today: on, employee }) => {
    const profile = profileFor({ state, on: begins });
    if (!profile.ok) return profile;
    const plan = { profile: profile.value, startOn: begins };
    return done({
      ...renewalCalendar(plan),
      stage: renewalStageOn({ ...plan, today: on }),
      doingNothing: employee ? passiveRenewal(employee) : null,
    });
  },
});

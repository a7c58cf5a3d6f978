import { z } from "zod";
import { citation, seasonalFinding } from "~/domain/eligibility/seasonal-workers.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done } from "~/domain/problem";
import { day, stateCode, wholeOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { daysOverLimit, seasonalOut, seasonalWorkYear } from "./work-months.schema";

export const rule = jsonRule({
  summary: "Whether only seasonal workers took an employer over the size limit, for a short time.",
  citation,
  input: z.strictObject({
    state: stateCode("Where the business is: its exchange has the size limit"),
    on: day("First day of the plan year"),
    months: seasonalWorkYear,
    daysOverLimit,
  }),
  output: seasonalOut.extend({ sizeLimitFte: wholeOut("The exchange's limit, in full-time equivalents") }),
  run: ({ state, on, months, daysOverLimit: days }) => {
    const profile = profileFor({ state, on });
    if (!profile.ok) return profile;
    const { sizeLimitFte } = profile.value;
    const counted = days === undefined ? {} : { daysOverLimit: days };
    return done({ ...seasonalFinding({ months, sizeLimitFte, ...counted }), sizeLimitFte });
  },
});

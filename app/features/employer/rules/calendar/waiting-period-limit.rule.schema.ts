import { z } from "zod";
import { citation, latestCoverageStartOn, waitingPeriodRuling } from "~/domain/calendar/waiting-period.rule";
import { allowedOut, day, dayOut } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "Whether coverage from a day keeps to the limit of 90 days after somebody becomes eligible.",
  citation,
  input: z.strictObject({
    eligibleOn: day("The day somebody becomes eligible but for the wait"),
    coverageStartOn: day("First day of coverage"),
  }),
  output: z.strictObject({
    allowed: allowedOut,
    latestOn: dayOut("The day on which coverage starts at the latest"),
  }),
  run: (input) => allowedWith(waitingPeriodRuling(input), { latestOn: latestCoverageStartOn(input.eligibleOn) }),
});

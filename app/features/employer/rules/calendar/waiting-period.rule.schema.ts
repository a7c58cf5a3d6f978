import { z } from "zod";
import {
  citation,
  coverageStartAfterWaiting,
  employeeCoverageStartOn,
  latestCoverageStartOn,
  waitingPeriodCodes,
  waitingPeriodRuling,
} from "~/domain/calendar/waiting-period.rule";
import { allowedOut, day, dayOut } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "When coverage of a new employee starts under a waiting period; never more than 90 days after the hire.",
  citation,
  input: z.strictObject({
    waitingPeriod: z.enum(waitingPeriodCodes),
    hiredOn: day("First day of work, or the day somebody becomes eligible but for the wait"),
    groupStartOn: day("First day of the group's own coverage").optional(),
  }),
  output: z.strictObject({
    allowed: allowedOut,
    coverageStartOn: dayOut("First day of coverage"),
    latestOn: dayOut("The day on which coverage starts at the latest"),
  }),
  run: ({ groupStartOn, ...wait }) => {
    const eligibleOn = groupStartOn && wait.hiredOn < groupStartOn ? groupStartOn : wait.hiredOn;
    const coverageStartOn = groupStartOn
      ? employeeCoverageStartOn({ ...wait, groupStartOn })
      : coverageStartAfterWaiting(wait);
    const facts = { coverageStartOn, latestOn: latestCoverageStartOn(eligibleOn) };
    return allowedWith(waitingPeriodRuling({ eligibleOn, coverageStartOn }), facts);
  },
});

import { z } from "zod";
import { citation, newHireWindow } from "~/domain/calendar/new-hire-window.rule";
import { done } from "~/domain/problem";
import { day, dayOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "The days on which a newly qualified employee may choose, and the employer reports the person.",
  citation,
  input: z.strictObject({
    hiredOn: day("First day of being qualified"),
    coverageStartOn: day("First day of coverage after the waiting period"),
  }),
  output: z.strictObject({
    opensOn: dayOut("First day to choose"),
    closesOn: dayOut("Last day to choose"),
    employerReportsByOn: dayOut("Last day for the employer's report"),
  }),
  run: (input) => done(newHireWindow(input)),
});

import { z } from "zod";
import { citation, creditedHours, yearlyHoursCap } from "~/domain/eligibility/credited-hours.rule";
import { done } from "~/domain/problem";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { hoursOfService } from "./service-year.schema";

export const rule = jsonRule({
  summary: "The hours that one person's work is credited with for the tax credit, counted in one of three ways.",
  citation,
  input: z.strictObject({ service: hoursOfService }),
  output: z.strictObject({
    creditedHours: z.number().describe("Hours of the tax year"),
    countedHours: z.number().describe("The same, 2,080 at most"),
  }),
  run: ({ service }) => {
    const hours = creditedHours(service);
    return hours.ok ? done({ creditedHours: hours.value, countedHours: Math.min(hours.value, yearlyHoursCap) }) : hours;
  },
});

import { z } from "zod";
import { enrollmentCycles } from "~/domain/exchange-profile/exchange-profile";
import { milestoneCodes } from "~/domain/calendar/group-start-calendar.rule";
import { day, dayOut, stateCode, yesOrNoOut } from "~/platform/forms/json/json-fields";

export const exchangeState = stateCode("Where the business is: its exchange sets the days");
export const startOn = day("First day of coverage, the first of a month");
export const today = day("The day on which this is asked");

export const cycle = z.enum(enrollmentCycles).default("initial").describe("A first plan year, or one that follows on");

export const deadline = z
  .enum(["publish", "submit"])
  .default("submit")
  .describe("Whether an offer is still to be published, or a finished group submitted");

export const milestonesOut = z
  .array(
    z.strictObject({
      code: z.enum(milestoneCodes),
      on: dayOut("The day"),
      passed: yesOrNoOut("Before today"),
    }),
  )
  .describe("In the order of the calendar");

export const groupDeadlinesOut = z.strictObject({
  shopFromOn: dayOut("First day to shop"),
  publishByOn: dayOut("Last day to publish the offer"),
  enrollmentEndsByOn: dayOut("Last day on which employees may choose"),
  submitByOn: dayOut("Last day to submit the group"),
  binderDueOn: dayOut("First payment is due"),
  sendToIssuersFromOn: dayOut("Insurers are told from this day on").nullable().describe("Null: at once"),
  planYearEndsOn: dayOut("Last day of the plan year"),
});

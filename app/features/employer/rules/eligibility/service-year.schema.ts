import { z } from "zod";
import { citation, mostDays, mostHours, mostWeeks } from "~/domain/eligibility/credited-hours.rule";
import { decimalNumber, ownId, wholeNumber } from "~/platform/forms/json/json-fields";

const source = `${citation}; instructions for Form 8941`;

/** One of three ways to count hours, with its own figure. */
export const hoursOfService = z.discriminatedUnion("method", [
  z.strictObject({
    method: z.literal("actual"),
    hours: decimalNumber({ what: "Hours worked or paid in the tax year", minimum: 0, maximum: mostHours, source }),
  }),
  z.strictObject({
    method: z.literal("days-worked"),
    days: wholeNumber({ what: "Days worked, 8 hours each", minimum: 0, maximum: mostDays, source }),
  }),
  z.strictObject({
    method: z.literal("weeks-worked"),
    weeks: wholeNumber({ what: "Weeks worked, 40 hours each", minimum: 0, maximum: mostWeeks, source }),
  }),
]);

export const yearOfService = z.strictObject({
  personId: ownId("The person"),
  services: z.array(hoursOfService).max(20).describe("Each job of the person in the tax year"),
});

import { z } from "zod";
import { allowedOut, day, stateCode, wholeOut } from "~/platform/forms/json/json-fields";

export const minimumState = stateCode("Where the business is: its exchange has the minimum");
export const startOn = day("First day of the plan year");
export const offersDependents = z.boolean().default(true).describe("Whether dependents are offered coverage");

export const inAnnualWindow = z
  .boolean()
  .default(false)
  .describe("True for a group that comes in through the annual window, which asks for no minimum");

export const minimumOut = z.strictObject({
  allowed: allowedOut,
  minimum: z.strictObject({
    employeeBasisPoints: wholeOut("Least share of the employee's premium, in basis points"),
    dependentsBasisPoints: wholeOut("Least share of the dependents' premiums, in basis points"),
    waivedStartMonths: z.array(wholeOut("Month, 1 to 12")).describe("Start months without any minimum"),
  }),
});

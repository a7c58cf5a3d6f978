import { z } from "zod";
import { yesOrNoOut, decimalNumber, wholeNumber, wholeOut } from "~/platform/forms/json/json-fields";

const monthSource = "26 U.S.C. 4980H(c)(2)(E); a month of 31 days has 744 hours";
const headsSource = "26 U.S.C. 4980H(c)(2)(E)";

export const fullTimeHeads = wholeNumber({
  what: "People with 30 hours a week or 130 in the month",
  ...{ minimum: 0, maximum: 100_000, source: headsSource },
});

const monthHours = decimalNumber({
  what: "One person's hours in the month",
  ...{ minimum: 0, maximum: 744, source: monthSource },
});

export const workMonth = z.strictObject({
  fullTimeHeads,
  partTimeHours: z
    .array(monthHours)
    .max(100_000)
    .describe("Hours in the month of each other person; 120 count at most"),
});

export const seasonalWorkMonth = workMonth.extend({
  seasonalHeads: wholeNumber({
    what: "How many of the month's people were seasonal workers",
    ...{ minimum: 0, maximum: 100_000, source: "26 U.S.C. 4980H(c)(2)(B)" },
  }),
});

const twelveMonths = "The twelve months of the preceding calendar year, January first";

export const workYear = z.array(workMonth).max(12).describe(twelveMonths);
export const seasonalWorkYear = z.array(seasonalWorkMonth).max(12).describe(twelveMonths);

export const personMonth = z.strictObject({
  personId: z.string().min(1).max(60).describe("The same id in two businesses is the same person"),
  hours: monthHours,
});

export const daysOverLimit = wholeNumber({
  what: "Days of the year on which the limit was exceeded, where they were counted",
  ...{ minimum: 0, maximum: 366, source: "26 U.S.C. 4980H(c)(2)(B)" },
}).optional();

export const fteOut = wholeOut("Full-time equivalents, rounded down");

export const fteCountOut = z.strictObject({
  fte: fteOut,
  method: z.enum(["section-4980h", "marketplace-calculator"]),
  steps: z
    .array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.number()) }))
    .describe("What was added and divided, line by line"),
});

export const seasonalOut = z.strictObject({
  applies: yesOrNoOut("Whether the employer is small although it exceeded the limit"),
  monthsOverLimit: wholeOut("Months over the limit"),
  unexplainedMonths: z.array(wholeOut("Month, 1 to 12")).describe("Months whose excess people were not all seasonal"),
});

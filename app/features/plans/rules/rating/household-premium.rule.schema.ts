import { z } from "zod";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done } from "~/domain/problem";
import { citation, householdMonthlyPremium } from "~/domain/rating/household-premium.rule";
import { day, stateCode } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { childCap, line, members, premiumOut } from "../household.schema";
import { periodOf, ratePeriodOut, rateSheetOn, rateSheets } from "../rate-sheet.schema";

export const rule = jsonRule({
  summary: "A household's monthly premium, person by person, from a plan's filed prices.",
  citation,
  input: z.strictObject({
    state: stateCode("Where the business is: its exchange says how children and tobacco are rated"),
    startOn: day("First day of the plan year: it decides the rate period and everybody's age"),
    line,
    sheets: rateSheets,
    members,
    childCap,
    issuerCapsDentalChildren: z
      .boolean()
      .nullable()
      .default(null)
      .describe("Dental: whether the issuer stops charging after that many children; null leaves it to the exchange"),
  }),
  output: premiumOut.extend({ ratePeriod: ratePeriodOut }),
  run: ({ state, sheets, ...input }) => {
    const profile = profileFor({ state, on: input.startOn });
    if (!profile.ok) return profile;
    const sheet = rateSheetOn(sheets, input.startOn);
    if (!sheet.ok) return sheet;
    const premium = householdMonthlyPremium({ ...input, sheet: sheet.value, profile: profile.value });
    return premium.ok ? done({ ...premium.value, ratePeriod: periodOf(sheet.value) }) : premium;
  },
});

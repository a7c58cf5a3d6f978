import { z } from "zod";
import { ageOn } from "~/domain/calendar/calendar-date";
import { failed } from "~/domain/problem";
import { citation, familyTierPremium } from "~/domain/rating/family-tier-premium.rule";
import { day } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { members, premiumOut } from "../household.schema";
import { rateSheetOn, rateSheets } from "../rate-sheet.schema";

export const rule = jsonRule({
  summary: "A household's monthly premium by its make-up, where the issuer files no prices by age.",
  citation,
  input: z.strictObject({ startOn: day("First day of the plan year"), sheets: rateSheets, members }),
  output: premiumOut,
  run: ({ startOn, sheets, members: people }) => {
    const sheet = rateSheetOn(sheets, startOn);
    if (!sheet.ok) return sheet;
    if (sheet.value.kind !== "family-tier") return failed({ code: "json-sheet-by-age", field: "sheets", citation });
    const aged = people.map((member) => ({
      ...member,
      ageYears: ageOn({ bornOn: member.bornOn, on: member.ratedOn ?? startOn }),
    }));
    return familyTierPremium({ sheet: sheet.value, members: aged });
  },
});

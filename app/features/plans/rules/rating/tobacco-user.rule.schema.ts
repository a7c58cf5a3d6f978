import { z } from "zod";
import { done } from "~/domain/problem";
import { countsAsTobaccoUser, tobaccoCitation } from "~/domain/rating/issuer-limits.rule";
import { day, wholeNumber, yesOrNoOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "Whether somebody counts as a user of tobacco.",
  citation: tobaccoCitation,
  input: z.strictObject({
    lastUsedOn: day("Last day of regular use, four times a week or more")
      .nullable()
      .describe("YYYY-MM-DD; null: never"),
    askedOn: day("The day on which this is asked"),
    minimumTobaccoFreeMonths: wholeNumber({
      what: "Months free of tobacco that the issuer filed; the law's six at most count",
      ...{ minimum: 0, maximum: 120, source: tobaccoCitation },
    })
      .nullable()
      .default(null),
  }),
  output: z.strictObject({ countsAsUser: yesOrNoOut("May be charged the price for tobacco") }),
  run: (input) => done({ countsAsUser: countsAsTobaccoUser(input) }),
});

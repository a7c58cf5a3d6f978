import { z } from "zod";
import { citation, uniformPercentage } from "~/domain/contribution/minimums/uniform-percentage.rule";
import { amountInCents, centsOut, wholeOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { contributionScheme, employment } from "./contribution-terms.schema";

export const rule = jsonRule({
  summary: "Whether an employer pays everybody the same share, at least half, as the tax credit asks.",
  citation,
  input: z.strictObject({
    scheme: contributionScheme,
    people: z
      .array(
        z.strictObject({
          employment,
          employeeOnlyCents: amountInCents("Monthly premium for the employee alone, without tobacco"),
          employerShareCents: amountInCents("What the employer pays towards it"),
        }),
      )
      .max(10_000)
      .describe("Enrolled employees whom the credit counts: no owners and no members of their families"),
  }),
  output: z.discriminatedUnion("route", [
    z.strictObject({
      route: z.literal("same-percentage"),
      shareBasisPoints: wholeOut("The share, in basis points"),
    }),
    z.strictObject({
      route: z.literal("same-dollars"),
      dollarsCents: centsOut("The dollars that everybody gets, a month"),
      averageCents: centsOut("The average premium for an employee alone, a month"),
    }),
  ]),
  run: uniformPercentage,
});

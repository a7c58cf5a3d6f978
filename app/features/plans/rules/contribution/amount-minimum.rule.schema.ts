import { z } from "zod";
import { amountMinimumRuling, citation } from "~/domain/contribution/minimums/amount-minimum.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { cents } from "~/domain/money/cents";
import { amountInCents } from "~/platform/forms/json/json-fields";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";
import { premiumOfHousehold } from "../household.schema";
import { inAnnualWindow, minimumOut, minimumState, offersDependents, startOn } from "./minimum-terms.schema";

/** Problem: `json-share-above-premium` {totalCents}. */
const householdAmount = z
  .strictObject({
    premium: premiumOfHousehold,
    employerShareCents: amountInCents("What the employer would pay for the household, a month"),
  })
  .superRefine(({ premium, employerShareCents }, ctx) => {
    if (employerShareCents <= premium.totalCents) return;
    const params = { totalCents: premium.totalCents };
    ctx.addIssue({ code: "custom", message: "json-share-above-premium", path: ["employerShareCents"], params });
  });

export const rule = jsonRule({
  summary:
    "Whether dollars, or percentages up to a limit, reach the exchange's minimum contribution for each household.",
  citation,
  input: z.strictObject({
    state: minimumState,
    startOn,
    households: z.array(householdAmount).max(1_000),
    offersDependents,
    inAnnualWindow,
  }),
  output: minimumOut,
  run: ({ state, households, ...terms }) => {
    const profile = profileFor({ state, on: terms.startOn });
    if (!profile.ok) return profile;
    const minimum = profile.value.contributionMinimum;
    const amounts = households.map(({ premium, employerShareCents }) => {
      const premiumCents = premium.totalCents;
      const employeeShareCents = cents(premiumCents - employerShareCents);
      return { premium, contribution: { premiumCents, employerShareCents, employeeShareCents, members: [] } };
    });
    return allowedWith(amountMinimumRuling({ ...terms, households: amounts, minimum }), { minimum });
  },
});

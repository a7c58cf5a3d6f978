import { z } from "zod";
import { citation, minimumContributionRuling } from "~/domain/contribution/minimum-contribution.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { allowedWith, jsonRule } from "~/platform/forms/json/json-rule";
import { dependentsBasisPoints, employeeBasisPoints } from "./contribution-terms.schema";
import { inAnnualWindow, minimumOut, minimumState, offersDependents, startOn } from "./minimum-terms.schema";

export const rule = jsonRule({
  summary: "Whether two percentages reach the exchange's minimum contribution.",
  citation,
  input: z.strictObject({
    state: minimumState,
    startOn,
    employeeBasisPoints,
    dependentsBasisPoints,
    offersDependents,
    inAnnualWindow,
  }),
  output: minimumOut,
  run: ({ state, employeeBasisPoints: employee, dependentsBasisPoints: dependents, ...terms }) => {
    const profile = profileFor({ state, on: terms.startOn });
    if (!profile.ok) return profile;
    const minimum = profile.value.contributionMinimum;
    const contribution = { employeeBasisPoints: employee, dependentsBasisPoints: dependents };
    return allowedWith(minimumContributionRuling({ ...terms, contribution, minimum }), { minimum });
  },
});

// Where a group stands against the participation rule and why: the rule is run on the same input, and its answer is put
// into words. No head is counted here.

import { rateBasisPoints, type HeadRate, type ParticipationFormula } from "../../exchange-profile/exchange-profile";
import type { Explanation } from "../../explanation";
import { annualWindowOf, citation as windowCitation } from "../annual-window.rule";
import {
  citation,
  minimumParticipation,
  nonOwnerCitation,
  type MinimumParticipationInput,
  type Participation,
} from "../minimum-participation.rule";

const countCodes: Readonly<Record<ParticipationFormula, string>> = {
  "accepting-plus-covered-elsewhere": "explain-participation-counted-with-covered-elsewhere",
  "accepting-over-offered-less-covered-elsewhere": "explain-participation-counted-without-covered-elsewhere",
};

/** The first line says whether the group is enough, or how many more must enroll; the steps say why. */
export function explainParticipation(input: MinimumParticipationInput): Explanation {
  const { profile } = input;
  const result = minimumParticipation(input);
  const { acceptingHeads, coveredElsewhereHeads, countedHeads, denominator, requiredHeads } = result;
  const { formula, rate, requiresOneNonOwner } = profile.participation;
  const steps: Explanation[] = [
    { code: countCodes[formula], params: { acceptingHeads, coveredElsewhereHeads, countedHeads, denominator } },
    required(rate, { denominator, requiredHeads }),
    ...waivers(input, result),
  ];
  if (requiresOneNonOwner) {
    const code = result.nonOwnerEnrolled ? "explain-participation-non-owner" : "explain-participation-no-non-owner";
    steps.push({ code, params: {}, citation: nonOwnerCitation });
  }
  return { ...summary(result), citation, steps };
}

/** A rate that is no whole hundredth of a percent is said as a fraction: 66.67 % of 9 would be 7, two thirds are 6. */
function required(rate: HeadRate, counted: { denominator: number; requiredHeads: number }): Explanation {
  const isPercentage = (rate.numerator * 10_000) % rate.denominator === 0;
  return isPercentage
    ? {
        code: "explain-participation-required",
        params: { rateBasisPoints: rateBasisPoints(rate), ...counted },
        citation,
      }
    : {
        code: "explain-participation-required-fraction",
        params: { takers: rate.numerator, outOf: rate.denominator, ...counted },
        citation,
      };
}

function summary(result: Participation): Explanation {
  const { countedHeads, requiredHeads, shortfallHeads } = result;
  if (result.rateMet) return { code: "explain-participation-enough", params: { countedHeads, requiredHeads } };
  const params = { count: shortfallHeads, countedHeads, requiredHeads };
  return result.waivedByWindow || result.waivedByStartMonth
    ? { code: "explain-participation-short-but-waived", params }
    : { code: "explain-participation-short", params };
}

function waivers({ profile, submittedOn, startOn }: MinimumParticipationInput, result: Participation): Explanation[] {
  const window = annualWindowOf({ profile, on: submittedOn });
  return [
    ...(result.waivedByWindow
      ? [
          {
            code: "explain-participation-window",
            params: { fromOn: window.fromOn, toOn: window.toOn, startOn: window.startOn },
            citation: windowCitation,
          },
        ]
      : []),
    ...(result.waivedByStartMonth ? [{ code: "explain-participation-start-month", params: { startOn } }] : []),
  ];
}

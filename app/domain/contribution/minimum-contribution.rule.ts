// An exchange may require an employer to promise at least a share of the employee's premium, and of the dependents' when
// they are offered coverage; it may waive both for plan years that start in certain months. Small groups that fall short
// can be held to the yearly window only. Law: 45 CFR 147.104(b)(1)(i)(B) and the exchange's own rule, which is data.
// Units: basis points in, percent out in the problems; nothing is rounded.

import { partsOf, type CalendarDate } from "../calendar/calendar-date";
import type { ContributionMinimum } from "../exchange-profile/exchange-profile";
import type { BasisPoints } from "../money/cents";
import { allowed, refused, type Problem, type Ruling } from "../problem";
import type { ContributionPercentages } from "./contribution-model";

export const citation = "45 CFR 147.104(b)(1)(i)(B)";

/** Refuses with `contribution-below-minimum`, once for each share that is too low. */
export function minimumContributionRuling(input: {
  contribution: ContributionPercentages;
  /** False when the employer offers no coverage to dependents: their minimum then means nothing. */
  offersDependents: boolean;
  minimum: ContributionMinimum;
  /** First day of the plan year. */
  startOn: CalendarDate;
  /** True for a group that comes in through the yearly window, which takes groups without any minimum. */
  inAnnualWindow?: boolean;
}): Ruling {
  const { contribution, minimum, offersDependents, startOn } = input;
  if (input.inAnnualWindow === true) return allowed;
  if (minimum.waivedStartMonths.includes(partsOf(startOn).month)) return allowed;
  const problems = [
    shortfall({ share: "employeeBasisPoints", contribution, minimum }),
    offersDependents ? shortfall({ share: "dependentsBasisPoints", contribution, minimum }) : undefined,
  ].filter((problem) => problem !== undefined);
  return problems.length > 0 ? refused(...problems) : allowed;
}

function shortfall(input: {
  share: keyof ContributionPercentages;
  contribution: ContributionPercentages;
  minimum: ContributionPercentages;
}): Problem | undefined {
  const { share, contribution, minimum } = input;
  if (contribution[share] >= minimum[share]) return undefined;
  return {
    code: "contribution-below-minimum",
    field: share,
    params: {
      covered: share === "employeeBasisPoints" ? "employee" : "dependents",
      minimumPercent: percentOf(minimum[share]),
      offeredPercent: percentOf(contribution[share]),
    },
    citation,
  };
}

function percentOf(share: BasisPoints): number {
  return share / 100;
}

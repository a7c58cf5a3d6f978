// A minimum is a share of premium, but some employers promise dollars, or a percentage up to a limit: then what each
// employee would get is held against that share of their own premium, and of what their dependents add to it.
// Law: 45 CFR 147.104(b)(1)(i)(B) and the exchange's own rule, which is data. Whole cents; the share asked for is rounded
// half up like the share that is paid.

import { partsOf, type CalendarDate } from "../../calendar/calendar-date";
import type { ContributionMinimum } from "../../exchange-profile/exchange-profile";
import { cents, shareOfCents, type BasisPoints, type Cents } from "../../money/cents";
import { allowed, refused, type Problem, type Ruling } from "../../problem";
import type { HouseholdPremium } from "../../rating/rated-household";
import type { HouseholdContribution } from "../contribution-model";

export const citation = "45 CFR 147.104(b)(1)(i)(B)";

export type HouseholdAmount = { readonly premium: HouseholdPremium; readonly contribution: HouseholdContribution };

/**
 * Refuses with `contribution-amount-below-minimum` {covered, count, minimumBasisPoints, mostMissingCents}: `count`
 * households fall short, the worst of them by that many cents a month. Somebody who continues coverage after leaving
 * is not among the households.
 */
export function amountMinimumRuling(input: {
  households: readonly HouseholdAmount[];
  offersDependents: boolean;
  minimum: ContributionMinimum;
  /** First day of the plan year. */
  startOn: CalendarDate;
  /** True for a group that comes in through the yearly window, which takes groups without any minimum. */
  inAnnualWindow?: boolean;
}): Ruling {
  const { households, minimum, startOn } = input;
  if (input.inAnnualWindow === true) return allowed;
  if (minimum.waivedStartMonths.includes(partsOf(startOn).month)) return allowed;
  const own = households.map(({ premium, contribution }) => {
    const asked = shareOfCents(premium.employeeOnlyCents, minimum.employeeBasisPoints);
    return { asked, left: contribution.employerShareCents - asked };
  });
  const family = households.map(({ premium }, index) => {
    const added = cents(Math.max(0, premium.totalCents - premium.employeeOnlyCents));
    const left = Math.max(0, own[index]?.left ?? 0);
    return left - shareOfCents(added, minimum.dependentsBasisPoints);
  });
  const problems = [
    shortfall({
      covered: "employee",
      share: minimum.employeeBasisPoints,
      balances: own.map(({ left }) => left),
    }),
    input.offersDependents
      ? shortfall({ covered: "dependents", share: minimum.dependentsBasisPoints, balances: family })
      : undefined,
  ].filter((problem) => problem !== undefined);
  return problems.length === 0 ? allowed : refused(...problems);
}

function shortfall(input: {
  covered: "employee" | "dependents";
  share: BasisPoints;
  balances: readonly number[];
}): Problem | undefined {
  const missing = input.balances.filter((balance) => balance < 0);
  if (missing.length === 0) return undefined;
  const mostMissingCents: Cents = cents(-missing.reduce((worst, balance) => Math.min(worst, balance), 0));
  return {
    code: "contribution-amount-below-minimum",
    params: { covered: input.covered, count: missing.length, minimumBasisPoints: input.share, mostMissingCents },
    citation,
  };
}

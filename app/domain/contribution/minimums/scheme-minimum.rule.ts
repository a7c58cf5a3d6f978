// Whatever way an employer pays in, the exchange's least share holds for it: percentages are compared with it as they are,
// for each kind of dependent and for part-time people apart; dollars and limits are compared with what that share comes to
// for each household in the reference plan. Law: 45 CFR 147.104(b)(1)(i)(B) and the exchange's own rule, which is data.
// Units and rounding: those of the two rules that decide.

import type { CalendarDate } from "../../calendar/calendar-date";
import type { ContributionMinimum } from "../../exchange-profile/exchange-profile";
import { employmentTypes, type EmploymentType } from "../../household/employment";
import { basisPoints } from "../../money/cents";
import { allowed, refused, type Problem, type Ruling } from "../../problem";
import { minimumContributionRuling } from "../minimum-contribution.rule";
import { contributionBuckets, type BucketShares } from "../schemes/contribution-bucket";
import type { ContributionScheme } from "../schemes/contribution-scheme";
import { amountMinimumRuling, type HouseholdAmount } from "./amount-minimum.rule";

export const citation = "45 CFR 147.104(b)(1)(i)(B)";

type SchemeMinimumInput = {
  readonly scheme: ContributionScheme;
  /** What every household of the roster gets in the reference plan; looked at where amounts decide. */
  readonly households: readonly HouseholdAmount[];
  readonly offersDependents: boolean;
  readonly minimum: ContributionMinimum;
  /** First day of the plan year. */
  readonly startOn: CalendarDate;
  /** True for a group that comes in through the yearly window, which takes groups without any minimum. */
  readonly inAnnualWindow?: boolean;
};

/**
 * Problems: `contribution-below-minimum` and `contribution-amount-below-minimum`, with the params of their rules. A
 * percentage's `field` is `employeeBasisPoints` or `dependentsBasisPoints`, for part-time people with `part-time.` before.
 */
export function schemeMinimumRuling(input: SchemeMinimumInput): Ruling {
  const { scheme } = input;
  if (scheme.method === "fixed-dollars" || scheme.method === "capped-percent") return amountMinimumRuling(input);
  const { shares } = scheme;
  const kinds = employmentTypes.filter((kind) => kind === "full-time" || !areSame(shares[kind], shares["full-time"]));
  const problems = kinds.flatMap((kind) => percentageProblems(input, { kind, shares: shares[kind] }));
  return problems.length === 0 ? allowed : refused(...problems);
}

function percentageProblems(
  input: SchemeMinimumInput,
  { kind, shares }: { kind: EmploymentType; shares: BucketShares },
): readonly Problem[] {
  const dependents = contributionBuckets.filter((bucket) => bucket !== "employee").map((bucket) => shares[bucket]);
  const dependentsBasisPoints = basisPoints(dependents.reduce((least, share) => Math.min(least, share), 10_000));
  const contribution = { employeeBasisPoints: shares.employee, dependentsBasisPoints };
  const ruling = minimumContributionRuling({ ...input, contribution });
  if (ruling.allowed) return [];
  const before = kind === "part-time" ? "part-time." : "";
  return ruling.problems.map((problem) => ({ ...problem, field: `${before}${problem.field ?? ""}` }));
}

function areSame(a: BucketShares, b: BucketShares): boolean {
  return contributionBuckets.every((bucket) => a[bucket] === b[bucket]);
}

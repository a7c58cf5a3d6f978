// What a monthly budget buys in one reference plan: the highest percentages in steps of five, not below the exchange's
// minimum, that keep the employer's cost within it when everybody takes that plan. The employees' percentage is raised
// first, as far as the budget lets it go with the dependents' at its smallest; what is left then raises the dependents'.
// Law: 45 CFR 155.705(b)(11)(ii). Whole cents a month; each person's share is rounded half up, then added.

import type { CalendarDate } from "../../calendar/calendar-date";
import type { CoverageLine } from "../../coverage-line";
import type { Cents } from "../../money/cents";
import { done, failed, type Outcome } from "../../problem";
import { groupPremiums } from "../../rating/group-pricer/group-premiums";
import { prepareGroup } from "../../rating/group-pricer/prepared-group";
import type { HouseholdRatingProfile } from "../../rating/rated-household";
import type { ContributionPercentages } from "../contribution-model";
import type { QuotablePlan, RosterHousehold } from "../roster-quote";
import { allowedSteps, shareLadder, type StepTerms } from "./share-ladder";

export const citation = "45 CFR 155.705(b)(11)(ii)";

export type BudgetQuestion = StepTerms & {
  readonly households: readonly Pick<RosterHousehold, "employeeId" | "members">[];
  readonly referencePlan: QuotablePlan;
  readonly line: CoverageLine;
  readonly startOn: CalendarDate;
  readonly profile: HouseholdRatingProfile;
  readonly budgetMonthlyCents: Cents;
};

export type BudgetAnswer = {
  readonly percentages: ContributionPercentages;
  readonly employerMonthlyCents: Cents;
  readonly employeesMonthlyCents: Cents;
};

/**
 * Problems: `frontier-without-people`, `plan-not-quotable` {planId}, and when even the minimum costs more
 * `budget-below-minimum` {budgetCents, smallestCents}.
 */
export function percentagesForBudget(question: BudgetQuestion): Outcome<BudgetAnswer> {
  const { households, referencePlan, budgetMonthlyCents: budgetCents } = question;
  if (households.length === 0) return failed({ code: "frontier-without-people" });
  const group = prepareGroup(households, question);
  const premiums = groupPremiums(group, referencePlan);
  if (premiums.totalCents < 0) {
    return failed({ code: "plan-not-quotable", field: "referencePlanId", params: { planId: referencePlan.planId } });
  }
  const steps = allowedSteps(question);
  const { employeeCents, dependentsCents } = shareLadder(group, premiums, steps);
  const smallestCents = employeeCents[0]! + dependentsCents[0]!;
  if (smallestCents > budgetCents) {
    return failed({ code: "budget-below-minimum", field: "budget", params: { budgetCents, smallestCents } });
  }
  const row = lastWithin(employeeCents, budgetCents - dependentsCents[0]!);
  const column = lastWithin(dependentsCents, budgetCents - employeeCents[row]!);
  const employer = employeeCents[row]! + dependentsCents[column]!;
  return done({
    percentages: { employeeBasisPoints: steps.employee[row]!, dependentsBasisPoints: steps.dependents[column]! },
    employerMonthlyCents: employer as Cents,
    employeesMonthlyCents: (premiums.totalCents - employer) as Cents,
  });
}

/** Costs never fall from one step to the next; the first is within the limit. */
function lastWithin(costs: Float64Array, limit: number): number {
  let last = 0;
  while (last + 1 < costs.length && costs[last + 1]! <= limit) last += 1;
  return last;
}

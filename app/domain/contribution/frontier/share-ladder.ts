// What an employer pays at every percentage in steps of five, when everybody takes the reference plan: each person's share
// is rounded half up to the cent like the share that is paid, then added. The employees' part and the dependents' part
// stand apart, since each has a percentage of its own. Whole cents a month.

import type { CalendarDate } from "../../calendar/calendar-date";
import type { ContributionMinimum } from "../../exchange-profile/exchange-profile";
import { basisPoints, shareOfCents, type BasisPoints, type Cents } from "../../money/cents";
import { employeeOnlyPremium, type GroupPremiums } from "../../rating/group-pricer/group-premiums";
import type { PreparedGroup } from "../../rating/group-pricer/prepared-group";
import { minimumContributionRuling } from "../minimum-contribution.rule";
import { dependentsPart, employeePart } from "../share-split";

const wholeSteps = 20;
/** 0 %, 5 % and so on up to 100 %. */
export const shareSteps: readonly BasisPoints[] = Array.from({ length: wholeSteps + 1 }, (_, at) =>
  basisPoints(at * 500),
);

export type AllowedSteps = { readonly employee: readonly BasisPoints[]; readonly dependents: readonly BasisPoints[] };

export type StepTerms = {
  readonly minimum: ContributionMinimum;
  readonly startOn: CalendarDate;
  /** False when dependents are offered no coverage: then nothing is promised for them. */
  readonly offersDependents: boolean;
  readonly inAnnualWindow?: boolean;
};

/** The steps that keep the exchange's minimum, smallest first. */
export function allowedSteps(terms: StepTerms): AllowedSteps {
  const most = basisPoints(10_000);
  const keeps = (contribution: { employeeBasisPoints: BasisPoints; dependentsBasisPoints: BasisPoints }) =>
    minimumContributionRuling({ ...terms, contribution }).allowed;
  const dependents = terms.offersDependents ? shareSteps : shareSteps.slice(0, 1);
  return {
    employee: shareSteps.filter((step) => keeps({ employeeBasisPoints: step, dependentsBasisPoints: most })),
    dependents: dependents.filter((step) => keeps({ employeeBasisPoints: most, dependentsBasisPoints: step })),
  };
}

/** The employer's cost at each of the allowed steps, in their order. */
export type ShareLadder = { readonly employeeCents: Float64Array; readonly dependentsCents: Float64Array };

/** Every household of the group has a price in these premiums. */
export function shareLadder(group: PreparedGroup, premiums: GroupPremiums, steps: AllowedSteps): ShareLadder {
  const { own, others } =
    premiums.method === "per-member" ? amountsByPerson(group, premiums) : amountsByHousehold(group, premiums);
  return { employeeCents: sumsOfShares(own, steps.employee), dependentsCents: sumsOfShares(others, steps.dependents) };
}

type Amounts = { readonly own: readonly Cents[]; readonly others: readonly Cents[] };

function amountsByPerson({ isSelf }: PreparedGroup, { prices, cells }: GroupPremiums): Amounts {
  const own: Cents[] = [];
  const others: Cents[] = [];
  isSelf.forEach((self, member) => (self === 1 ? own : others).push(prices[cells[member]!] as Cents));
  return { own, others };
}

function amountsByHousehold(group: PreparedGroup, premiums: GroupPremiums): Amounts {
  const own: Cents[] = [];
  const others: Cents[] = [];
  premiums.householdCents.forEach((total, at) => {
    const employeeOnlyCents = employeeOnlyPremium(group, premiums, at) as Cents;
    const household = { totalCents: total as Cents, employeeOnlyCents };
    own.push(employeePart(household));
    others.push(dependentsPart(household));
  });
  return { own, others };
}

function sumsOfShares(amounts: readonly Cents[], steps: readonly BasisPoints[]): Float64Array {
  const sums = new Float64Array(steps.length);
  steps.forEach((step, at) => {
    let sum = 0;
    for (const amount of amounts) sum += shareOfCents(amount, step);
    sums[at] = sum;
  });
  return sums;
}

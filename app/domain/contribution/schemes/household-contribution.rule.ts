// What the employer pays for one household under any scheme: a percentage of a reference premium, of averages or of the
// chosen plan, such a percentage up to a limit, or fixed dollars by the household's make-up. Never more than the premium,
// nothing for a child who is not charged, and nothing for somebody who continues coverage after leaving.
// Law: 45 CFR 155.705(b)(11)(ii); 26 U.S.C. 4980B(f)(2)(C). Whole cents a month; each person's share is rounded half up
// once. Dollars go to the employee's premium first, then to the dependents' in proportion to their premiums.

import type { EmploymentType } from "../../household/employment";
import { invariant } from "../../invariant";
import { allocate, cents, zeroCents, type Cents } from "../../money/cents";
import { coverageTierOf } from "../../rating/composite/coverage-tier";
import type { HouseholdPremium } from "../../rating/rated-household";
import type { HouseholdContribution } from "../contribution-model";
import { employerPaysNothing, lesser, split, totalsOf, type ContributionWorking } from "../contribution-working";
import { layByPremium, splitByShares } from "../share-split";
import { contributionBucketOf, type BucketShares } from "./contribution-bucket";
import type { ContributionScheme } from "./contribution-scheme";

export const citation = "45 CFR 155.705(b)(11)(ii)";
export const continuationCitation = "26 U.S.C. 4980B(f)(2)(C)";

export type HouseholdContributionInput = {
  readonly scheme: ContributionScheme;
  readonly employment: EmploymentType;
  /** True for somebody who has left and keeps the coverage (COBRA or a state's continuation). */
  readonly continuesCoverage: boolean;
  /** The household in the plan that the employee picks. */
  readonly chosen: HouseholdPremium;
  /**
   * The same household in the reference plan, or at that plan's averages without tobacco where the scheme rests on
   * them; other schemes need none.
   */
  readonly reference?: HouseholdPremium | undefined;
};

/** Splits a household's monthly premium between employer and employee. */
export function householdContribution(input: HouseholdContributionInput): HouseholdContribution {
  return householdContributionWorking(input).contribution;
}

/** The same, with each line of the working. */
export function householdContributionWorking(input: HouseholdContributionInput): ContributionWorking {
  const { scheme, employment, chosen, reference } = input;
  if (input.continuesCoverage) {
    return { contribution: employerPaysNothing(chosen), lines: [{ kind: "continuation" }] };
  }
  switch (scheme.method) {
    case "reference-plan-percent":
    case "composite-reference-percent":
      invariant(reference, "a scheme that rests on a reference plan is given its premium");
      return percentOf({ shares: scheme.shares[employment], chosen, reference });
    case "chosen-plan-percent":
      return percentOf({ shares: scheme.shares[employment], chosen, reference: chosen });
    case "capped-percent": {
      const whole = percentOf({ shares: scheme.shares[employment], chosen, reference: chosen });
      return limited({ whole, chosen, limitCents: scheme.limits[employment][coverageTierOf(chosen.members)] });
    }
    case "fixed-dollars":
      return fixedDollars({ chosen, amountCents: scheme.amounts[employment][coverageTierOf(chosen.members)] });
  }
}

function percentOf(input: {
  shares: BucketShares;
  chosen: HouseholdPremium;
  reference: HouseholdPremium;
}): ContributionWorking {
  const { shares, chosen, reference } = input;
  return splitByShares({ shareOf: (member) => shares[contributionBucketOf(member)], chosen, reference });
}

/** Every share shrinks in proportion; left-over cents go by the largest remainders, ties to the lower member id. */
function limited(input: {
  whole: ContributionWorking;
  chosen: HouseholdPremium;
  limitCents: Cents;
}): ContributionWorking {
  const { whole, chosen, limitCents } = input;
  const beforeCents = whole.contribution.employerShareCents;
  if (beforeCents <= limitCents) return whole;
  const byId = [...whole.contribution.members].sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
  const parts = allocate(
    limitCents,
    byId.map((member) => member.employerShareCents),
  );
  const shares = new Map(byId.map((member, index) => [member.memberId, parts[index] ?? zeroCents]));
  return {
    contribution: totalsOf(chosen.members.map((member) => split(member, shares.get(member.memberId) ?? zeroCents))),
    lines: [...whole.lines, { kind: "limit", beforeCents, limitCents, paidCents: limitCents }],
  };
}

function fixedDollars({ chosen, amountCents }: { chosen: HouseholdPremium; amountCents: Cents }): ContributionWorking {
  const paidCents = lesser(amountCents, chosen.totalCents);
  const dependents = chosen.members.filter((member) => member.relationship !== "self");
  const ownPremium = chosen.totalCents - dependents.reduce((sum, member) => sum + member.premiumCents, 0);
  const forEmployee = lesser(paidCents, cents(ownPremium));
  const parts = layByPremium(cents(paidCents - forEmployee), dependents);
  return {
    contribution: totalsOf(
      chosen.members.map((member) =>
        split(member, member.relationship === "self" ? forEmployee : (parts.get(member.memberId) ?? zeroCents)),
      ),
    ),
    lines: [{ kind: "dollars", amountCents, premiumCents: chosen.totalCents, paidCents }],
  };
}

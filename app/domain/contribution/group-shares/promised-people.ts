// Which share or amount of a scheme each person and household of a prepared group is promised: by relationship, by the
// make-up of the household, and by full-time or part-time work. No amounts.

import { employmentTypes, type EmploymentType } from "../../household/employment";
import { coverageTierOf, coverageTiers } from "../../rating/composite/coverage-tier";
import type { PreparedGroup } from "../../rating/group-pricer/prepared-group";
import { contributionBucketOf, contributionBuckets, type BucketShares } from "../schemes/contribution-bucket";
import type { ByEmployment, TierCents } from "../schemes/contribution-scheme";

export type EmployedHousehold = {
  readonly employment: EmploymentType;
  /** True for somebody who has left and keeps the coverage: the employer pays nothing. */
  readonly continuesCoverage?: boolean | undefined;
};

export type PromisedPeople = {
  readonly group: PreparedGroup;
  /** By member: the cell in `shareRow`. */
  readonly shareCell: Uint8Array;
  /** By household: the cell in `amountRow`; the cell in `shareRow` of its employee; 1 when coverage is continued. */
  readonly amountCell: Uint8Array;
  readonly ownShareCell: Uint8Array;
  readonly continues: Uint8Array;
};

/** One entry a household of the group, in its order. */
export function promisedPeople(group: PreparedGroup, employed: readonly EmployedHousehold[]): PromisedPeople {
  const people: PromisedPeople = {
    group,
    shareCell: new Uint8Array(group.memberCount),
    amountCell: new Uint8Array(group.householdCount),
    ownShareCell: new Uint8Array(group.householdCount),
    continues: new Uint8Array(group.householdCount),
  };
  employed.forEach(({ employment, continuesCoverage }, at) => {
    const work = employmentTypes.indexOf(employment);
    const [first, end] = [group.firstMember[at]!, group.firstMember[at + 1]!];
    const members = group.members.slice(first, end);
    members.forEach((member, index) => {
      const bucket = contributionBuckets.indexOf(contributionBucketOf(member));
      people.shareCell[first + index] = work * contributionBuckets.length + bucket;
    });
    people.ownShareCell[at] = work * contributionBuckets.length + contributionBuckets.indexOf("employee");
    people.amountCell[at] = work * coverageTiers.length + coverageTiers.indexOf(coverageTierOf(members));
    people.continues[at] = continuesCoverage ? 1 : 0;
  });
  return people;
}

/** The shares of a scheme in one row, in basis points. */
export function shareRow(shares: ByEmployment<BucketShares>): Float64Array {
  return Float64Array.from(
    employmentTypes.flatMap((work) => contributionBuckets.map((bucket) => shares[work][bucket])),
  );
}

/** The amounts of a scheme in one row, in cents. */
export function amountRow(amounts: ByEmployment<TierCents>): Float64Array {
  return Float64Array.from(employmentTypes.flatMap((work) => coverageTiers.map((tier) => amounts[work][tier])));
}

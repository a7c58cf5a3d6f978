// Whom a contribution is for, where an employer promises spouses, partners and children different shares. A child is a
// child until 26; who is covered beyond that age is covered for a disability and has a bucket of their own.

import { isChild, type Relationship } from "../../household/relationship";
import type { BasisPoints } from "../../money/cents";
import type { ContributionPercentages } from "../contribution-model";

export const contributionBuckets = [
  "employee",
  "spouse",
  "domestic-partner",
  "child-under-26",
  "disabled-child-26-or-older",
] as const;
export type ContributionBucket = (typeof contributionBuckets)[number];

export type BucketShares = Readonly<Record<ContributionBucket, BasisPoints>>;

const adultChildAge = 26;

/** `ageYears` is the age on the first day of coverage. */
export function contributionBucketOf({
  relationship,
  ageYears,
}: {
  relationship: Relationship;
  ageYears: number;
}): ContributionBucket {
  if (relationship === "self") return "employee";
  if (!isChild(relationship)) return relationship === "spouse" ? "spouse" : "domestic-partner";
  return ageYears < adultChildAge ? "child-under-26" : "disabled-child-26-or-older";
}

/** One share for the employee and one for every dependent. */
export function sharesOf({ employeeBasisPoints, dependentsBasisPoints }: ContributionPercentages): BucketShares {
  return {
    employee: employeeBasisPoints,
    spouse: dependentsBasisPoints,
    "domestic-partner": dependentsBasisPoints,
    "child-under-26": dependentsBasisPoints,
    "disabled-child-26-or-older": dependentsBasisPoints,
  };
}

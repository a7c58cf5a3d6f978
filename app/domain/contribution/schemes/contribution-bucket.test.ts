import { describe, expect, it } from "vitest";
import { basisPoints } from "../../money/cents";
import { contributionBucketOf, sharesOf } from "./contribution-bucket";

describe("whom a contribution is for", () => {
  it.each([
    ["self", 19, "employee"],
    ["self", 70, "employee"],
    ["spouse", 19, "spouse"],
    ["domestic-partner", 40, "domestic-partner"],
    ["child", 25, "child-under-26"],
    ["child", 26, "disabled-child-26-or-older"],
    ["disabled-child", 25, "child-under-26"],
    ["disabled-child", 26, "disabled-child-26-or-older"],
    ["ward", 3, "child-under-26"],
  ] as const)("a %s of %i is %s", (relationship, ageYears, bucket) => {
    expect(contributionBucketOf({ relationship, ageYears })).toBe(bucket);
  });

  it("has one share for the employee and one for all others where the employer names two", () => {
    const shares = sharesOf({ employeeBasisPoints: basisPoints(7_500), dependentsBasisPoints: basisPoints(2_500) });
    expect(Object.values(shares)).toEqual([7_500, 2_500, 2_500, 2_500, 2_500]);
  });
});

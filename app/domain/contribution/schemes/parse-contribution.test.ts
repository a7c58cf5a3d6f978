import { describe, expect, it } from "vitest";
import { basisPoints, cents } from "../../money/cents";
import { sharesOf } from "./contribution-bucket";
import { alike, type ContributionScheme } from "./contribution-scheme";
import { parseContributionScheme, parseReferenceAverages } from "./parse-contribution";

const shares = alike(sharesOf({ employeeBasisPoints: basisPoints(7_000), dependentsBasisPoints: basisPoints(2_500) }));
const tiers = alike({
  "employee-only": cents(30_000),
  "employee-and-spouse": cents(50_000),
  "employee-and-children": cents(45_000),
  family: cents(0),
});
const schemes: readonly ContributionScheme[] = [
  { method: "reference-plan-percent", shares },
  { method: "composite-reference-percent", shares },
  { method: "chosen-plan-percent", shares },
  { method: "capped-percent", shares, limits: tiers },
  { method: "fixed-dollars", amounts: tiers },
];

describe("a stored contribution", () => {
  it.each(schemes.map((scheme) => [scheme.method, scheme] as const))("of %s reads back as it was", (_m, scheme) => {
    expect(parseContributionScheme(JSON.parse(JSON.stringify(scheme)))).toEqual(scheme);
  });

  it.each<[string, unknown]>([
    ["nothing", null],
    ["text", "reference-plan-percent"],
    ["a list", [schemes[0]]],
    ["a method that nobody knows", { method: "half", shares }],
    ["a percentage without shares", { method: "reference-plan-percent" }],
    [
      "a share above the whole",
      { method: "chosen-plan-percent", shares: alike({ ...shares["full-time"], employee: 10_001 }) },
    ],
    [
      "a share of a fraction",
      { method: "chosen-plan-percent", shares: alike({ ...shares["full-time"], employee: 0.5 }) },
    ],
    ["a bucket too few", { method: "chosen-plan-percent", shares: alike({ employee: 5_000 }) }],
    ["a bucket too many", { method: "chosen-plan-percent", shares: alike({ ...shares["full-time"], friend: 1 }) }],
    ["full-time people alone", { method: "chosen-plan-percent", shares: { "full-time": shares["full-time"] } }],
    ["a limit that is missing", { method: "capped-percent", shares }],
    ["dollars below nothing", { method: "fixed-dollars", amounts: alike({ ...tiers["full-time"], family: -1 }) }],
  ])("of %s is refused", (_case, value) => {
    expect(parseContributionScheme(value)).toBeUndefined();
  });

  it("has averages, or none, and nothing between", () => {
    expect(parseReferenceAverages({ adultCents: 46_140, childCents: null })).toEqual({
      adultCents: 46_140,
      childCents: null,
    });
    expect(parseReferenceAverages(null)).toBeNull();
    expect(parseReferenceAverages({ adultCents: 46_140 })).toBeUndefined();
    expect(parseReferenceAverages({ adultCents: "46140", childCents: null })).toBeUndefined();
  });
});

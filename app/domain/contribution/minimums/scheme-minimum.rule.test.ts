import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { profileFor } from "../../exchange-profile/profile-for";
import { basisPoints, cents } from "../../money/cents";
import { defaultCurveSheet } from "../../rating/testing/default-curve-sheet";
import { householdOf, pricedAt } from "../../rating/testing/worked-group";
import { sharesOf, type BucketShares } from "../schemes/contribution-bucket";
import { alike, type ContributionScheme } from "../schemes/contribution-scheme";
import { householdContribution } from "../schemes/household-contribution.rule";
import { schemeMinimumRuling } from "./scheme-minimum.rule";

/** An employee of 30 alone costs 340.50, one of 60 costs 814.20. */
const sheet = defaultCurveSheet({ baseCents: 30_000 });
const young = pricedAt(sheet, householdOf("a", [30, "self"]));
const old = pricedAt(sheet, householdOf("b", [60, "self"]));

function problemsOf(scheme: ContributionScheme, state: string, on: string) {
  const startOn = calendarDate(on);
  const profile = profileFor({ state, on: startOn });
  if (!profile.ok) throw new Error(`no profile for ${state}`);
  const person = { scheme, employment: "full-time", continuesCoverage: false } as const;
  const households = [young, old].map((premium) => ({
    premium,
    contribution: householdContribution({ ...person, chosen: premium, reference: premium }),
  }));
  const { contributionMinimum: minimum } = profile.value;
  const ruling = schemeMinimumRuling({ scheme, households, offersDependents: true, minimum, startOn });
  return ruling.allowed ? [] : ruling.problems.map(({ code, field }) => (field ? `${code} ${field}` : code));
}

const share = (employee: number, dependents = 0) =>
  sharesOf({ employeeBasisPoints: basisPoints(employee), dependentsBasisPoints: basisPoints(dependents) });
const percent = (full: BucketShares, part = full): ContributionScheme => ({
  method: "reference-plan-percent",
  shares: { "full-time": full, "part-time": part },
});
const dollars = (alone: number): ContributionScheme => {
  const [one, more] = [cents(alone), cents(alone)];
  const tiers = { "employee-only": one, "employee-and-spouse": more, "employee-and-children": more, family: more };
  return { method: "fixed-dollars", amounts: alike(tiers) };
};
const low = "contribution-below-minimum";
const lowAmount = "contribution-amount-below-minimum";

describe("the exchange's minimum", () => {
  it.each<[string, ContributionScheme, string[]]>([
    ["half", percent(share(5_000)), []],
    ["less than half", percent(share(4_999)), [`${low} employeeBasisPoints`]],
    [
      "half, and less for part-time people",
      percent(share(5_000), share(4_999)),
      [`${low} part-time.employeeBasisPoints`],
    ],
    ["half for both, with other shares for families", percent(share(5_000), share(5_000, 2_000)), []],
    ["half of the oldest employee's premium in dollars", dollars(40_710), []],
    ["a cent less", dollars(40_709), [lowAmount]],
    [
      "half up to a limit that reaches it",
      { method: "capped-percent", shares: alike(share(5_000)), limits: limitsOf(40_710) },
      [],
    ],
    [
      "half up to a limit that does not",
      { method: "capped-percent", shares: alike(share(5_000)), limits: limitsOf(40_709) },
      [lowAmount],
    ],
  ])("in the District of Columbia holds for %s", (_case, scheme, problems) => {
    expect(problemsOf(scheme, "DC", "2027-02-01")).toEqual(problems);
  });

  it("is waived there for starts in January, for percentages and for dollars, and for no other month", () => {
    const few = [percent(share(0)), dollars(1)];
    expect(few.map((scheme) => problemsOf(scheme, "DC", "2027-01-01"))).toEqual([[], []]);
    expect(few.map((scheme) => problemsOf(scheme, "DC", "2027-12-01"))).toEqual([
      [`${low} employeeBasisPoints`],
      [lowAmount],
    ]);
  });

  it("in Massachusetts holds for every kind of dependent", () => {
    const but = (changes: Partial<BucketShares>) => percent({ ...share(5_000, 3_300), ...changes });
    expect(problemsOf(but({}), "MA", "2027-02-01")).toEqual([]);
    expect(problemsOf(but({ "domestic-partner": basisPoints(3_299) }), "MA", "2027-02-01")).toEqual([
      `${low} dependentsBasisPoints`,
    ]);
  });

  it("is none on the federal exchange", () => {
    expect([percent(share(0)), dollars(0)].map((scheme) => problemsOf(scheme, "WI", "2027-02-01"))).toEqual([[], []]);
  });
});

function limitsOf(amount: number) {
  const scheme = dollars(amount);
  return scheme.method === "fixed-dollars" ? scheme.amounts : alike({} as never);
}

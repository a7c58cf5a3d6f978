import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import type { ContributionMinimum } from "../exchange-profile/exchange-profile";
import { basisPoints } from "../money/cents";
import { citation, minimumContributionRuling } from "./minimum-contribution.rule";

const minimum: ContributionMinimum = {
  employeeBasisPoints: basisPoints(5_000),
  dependentsBasisPoints: basisPoints(3_300),
  waivedStartMonths: [1],
};
const promise = (employee: number, dependents: number) => ({
  employeeBasisPoints: basisPoints(employee),
  dependentsBasisPoints: basisPoints(dependents),
});
const march = calendarDate("2025-03-01");

describe("minimum contribution", () => {
  it.each([
    [5_000, 3_300, []],
    [10_000, 10_000, []],
    [4_999, 3_300, ["employeeBasisPoints"]],
    [5_000, 3_299, ["dependentsBasisPoints"]],
    [0, 0, ["employeeBasisPoints", "dependentsBasisPoints"]],
  ])("a promise of %i and %i basis points is short for %j", (employee, dependents, fields) => {
    const ruling = minimumContributionRuling({
      contribution: promise(employee, dependents),
      offersDependents: true,
      minimum,
      startOn: march,
    });
    expect(ruling.allowed ? [] : ruling.problems.map((problem) => problem.field)).toEqual(fields);
    expect(ruling.allowed).toBe(fields.length === 0);
  });

  it("names the minimum, the promise and the law", () => {
    const ruling = minimumContributionRuling({
      contribution: promise(4_050, 3_300),
      offersDependents: true,
      minimum,
      startOn: march,
    });
    expect(ruling).toEqual({
      allowed: false,
      problems: [
        {
          code: "contribution-below-minimum",
          field: "employeeBasisPoints",
          params: { covered: "employee", minimumPercent: 50, offeredPercent: 40.5 },
          citation,
        },
      ],
    });
  });

  it("asks nothing for dependents who are not offered coverage", () => {
    const contribution = promise(5_000, 0);
    expect(minimumContributionRuling({ contribution, offersDependents: false, minimum, startOn: march }).allowed).toBe(
      true,
    );
  });

  it.each([
    ["2025-01-01", true],
    ["2025-02-01", false],
    ["2025-12-01", false],
    ["2026-01-01", true],
  ])("for a plan year starting %s is waived: %s", (startOn, waived) => {
    const ruling = minimumContributionRuling({
      contribution: promise(0, 0),
      offersDependents: true,
      minimum,
      startOn: calendarDate(startOn),
    });
    expect(ruling.allowed).toBe(waived);
  });

  it.each([
    [true, true],
    [false, false],
  ])("is not asked of a group that comes in through the yearly window (%s)", (inAnnualWindow, accepted) => {
    const input = { contribution: promise(0, 0), offersDependents: true, minimum, startOn: march, inAnnualWindow };
    expect(minimumContributionRuling(input).allowed).toBe(accepted);
  });

  it("of zero is met by a promise of nothing", () => {
    const none = { ...promise(0, 0), waivedStartMonths: [] };
    const input = { contribution: promise(0, 0), offersDependents: true, minimum: none, startOn: march };
    expect(minimumContributionRuling(input).allowed).toBe(true);
  });
});

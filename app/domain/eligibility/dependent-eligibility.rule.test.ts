import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { dependentRelationships, isChild, type Relationship } from "../household/relationship";
import { dependentRuling, familyRuling, type Dependent } from "./dependent-eligibility.rule";

const dates = { coverageStartOn: calendarDate("2026-10-01"), today: calendarDate("2026-09-10") };

function codes(relationship: Relationship, bornOn: string): string[] {
  const ruling = dependentRuling({ relationship, bornOn: calendarDate(bornOn), ...dates });
  return ruling.allowed ? [] : ruling.problems.map((p) => p.code);
}

describe("for coverage from 1 October 2026", () => {
  it.each([
    ["child", "2000-10-02", []],
    ["child", "2000-10-01", ["child-too-old"]],
    ["stepchild", "1995-01-01", ["child-too-old"]],
    ["ward", "1995-01-01", ["child-too-old"]],
    ["disabled-child", "1980-01-01", []],
    ["disabled-child", "2020-01-01", []],
    ["spouse", "1950-01-01", []],
    ["domestic-partner", "1950-01-01", []],
    ["child", "2026-09-10", []],
    ["child", "2026-09-11", ["birth-date-in-the-future"]],
    ["spouse", "1916-09-10", ["age-not-plausible"]],
    ["spouse", "2012-10-01", []],
    ["spouse", "2012-10-02", ["spouse-too-young"]],
    ["domestic-partner", "2018-01-01", ["spouse-too-young"]],
    ["self", "1990-01-01", ["dependent-is-the-employee"]],
  ] as const)("a %s born on %s has the problems %j", (relationship, bornOn, expected) => {
    expect(codes(relationship, bornOn)).toEqual(expected);
  });

  it("every kind of child but a disabled one ends at 26", () => {
    const ending = dependentRelationships.filter((relationship) => codes(relationship, "2000-10-01").length > 0);
    expect(ending).toEqual(dependentRelationships.filter((r) => isChild(r) && r !== "disabled-child"));
  });
});

describe("a family", () => {
  const spouse: Dependent = { relationship: "spouse", bornOn: calendarDate("1990-01-01") };
  const partner: Dependent = { relationship: "domestic-partner", bornOn: calendarDate("1990-01-01") };
  const grown: Dependent = { relationship: "child", bornOn: calendarDate("1999-01-01") };

  function familyCodes(dependents: readonly Dependent[], dependentsOffered = true) {
    const ruling = familyRuling({ dependents, dependentsOffered, ...dates });
    return ruling.allowed ? [] : ruling.problems.map((p) => [p.code, p.field]);
  }

  it("has at most one spouse or partner", () => {
    expect(familyCodes([spouse])).toEqual([]);
    expect(familyCodes([spouse, partner])).toEqual([["more-than-one-spouse-or-partner", "dependents"]]);
  });

  it("names the dependent that a problem is about", () => {
    expect(familyCodes([spouse, grown])).toEqual([["child-too-old", "dependents.1.bornOn"]]);
  });

  it("has no dependents where the employer offers them nothing", () => {
    expect(familyCodes([], false)).toEqual([]);
    expect(familyCodes([spouse], false)).toEqual([["dependents-not-offered", "dependents"]]);
  });
});

import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import type { Ruling } from "../problem";
import {
  coverableIds,
  coverageWindow,
  coverageWindowRuling,
  coveredRuling,
  type ChoosingDependent,
  type ChoosingFamily,
} from "./coverage-choice.rule";

const opensOn = calendarDate("2026-11-24");
const closesOn = calendarDate("2026-12-11");

describe("open enrollment", () => {
  it.each([
    ["draft", "2026-12-01", "no-offer"],
    ["canceled", "2026-12-01", "no-offer"],
    ["published", "2026-11-23", "not-open"],
    ["published", "2026-11-24", "open"],
    ["enrollment_open", "2026-11-24", "open"],
    ["enrollment_open", "2026-12-11", "open"],
    ["enrollment_open", "2026-12-12", "closed"],
    ["enrollment_closed", "2026-12-11", "closed"],
    ["submitted", "2026-12-01", "closed"],
    ["active", "2027-02-01", "closed"],
  ] as const)("of an offer that is %s is on %s: %s", (state, today, window) => {
    expect(coverageWindow({ state, opensOn, closesOn }, calendarDate(today))).toBe(window);
  });

  it("names the day to wait for, or the day that has passed", () => {
    const on = (today: string) => coverageWindowRuling({ state: "published", opensOn, closesOn }, calendarDate(today));
    expect(on("2026-11-23")).toMatchObject({ problems: [{ code: "open-enrollment-not-begun", params: { opensOn } }] });
    expect(on("2026-12-12")).toMatchObject({ problems: [{ code: "open-enrollment-over", params: { closesOn } }] });
    expect(on("2026-12-11")).toEqual({ allowed: true });
  });
});

const person = (
  dependentId: string,
  relationship: ChoosingDependent["relationship"],
  bornOn: string,
): ChoosingDependent => ({
  ...{ dependentId, relationship, firstName: dependentId, lastName: "Ruiz", bornOn: calendarDate(bornOn) },
});
const family: ChoosingFamily = {
  dependents: [
    person("lee", "spouse", "1985-03-03"),
    person("max", "domestic-partner", "1986-03-03"),
    person("kim", "child", "2001-01-02"),
    person("pat", "child", "2001-01-01"),
    person("sam", "disabled-child", "1995-01-01"),
  ],
  ...{ dependentsOffered: true, coverageStartOn: calendarDate("2027-01-01"), today: opensOn },
};
const codes = (ruling: Ruling) => (ruling.allowed ? [] : ruling.problems.map(({ code }) => code));

describe("who is covered with the employee", () => {
  it.each([
    [[], []],
    [["lee", "kim", "sam"], []],
    [["pat"], ["family-member-too-old"]],
    [["lee", "max"], ["more-than-one-spouse-or-partner"]],
    [["kim", "stranger"], ["person-not-in-family"]],
  ])("%j is answered with %j", (ids, expected) => {
    expect(codes(coveredRuling(ids, family))).toEqual(expected);
  });

  it("is nobody where the offer is for employees only", () => {
    const alone = { ...family, dependentsOffered: false };
    expect(codes(coveredRuling(["kim"], alone))).toEqual(["dependents-not-offered"]);
    expect(codes(coveredRuling([], alone))).toEqual([]);
    expect(coverableIds(alone)).toEqual([]);
  });

  it("names the child who is too old, with the age on the first day of coverage", () => {
    expect(coveredRuling(["pat"], family)).toMatchObject({
      problems: [{ field: "covered", params: { name: "pat Ruiz", ageYears: 26, limitYears: 26 } }],
    });
  });

  it("begins with everybody who may be covered, and with one spouse", () => {
    expect(coverableIds(family)).toEqual(["lee", "kim", "sam"]);
  });
});

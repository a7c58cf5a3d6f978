import { describe, expect, test } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import type { Relationship } from "../../household/relationship";
import { child, employee, family, spouse } from "../../x12/testing/enrollment-fixture";
import { citation, familyFindings } from "./family-checks.rule";
import { codesOf, context, withChild, withEmployee, withSpouse } from "./pre-send-fixture";

describe("a policy", () => {
  test("has one subscriber, named first", () => {
    expect(codesOf(familyFindings, family)).toEqual([]);
    expect(codesOf(familyFindings, { ...family, members: [spouse, child] })).toEqual(["send-not-one-subscriber"]);
    expect(codesOf(familyFindings, withSpouse({ relationship: "self" }))).toEqual(["send-not-one-subscriber"]);
    expect(codesOf(familyFindings, { ...family, members: [spouse, employee] })).toEqual(["send-subscriber-not-first"]);
    expect(codesOf(familyFindings, { ...family, members: [employee] })).toEqual([]);
  });

  test("has one spouse or partner at most", () => {
    const partner = withChild({ relationship: "domestic-partner", bornOn: calendarDate("1990-01-01") });
    expect(codesOf(familyFindings, partner)).toEqual(["send-two-spouses m-3"]);
  });

  test("holds nobody twice: same name and birth date, or same Social Security number", () => {
    const twin = { ...child, memberId: "m-4", firstName: " ANA " };
    expect(codesOf(familyFindings, { ...family, members: [...family.members, twin] })).toEqual([
      "send-person-twice m-4",
    ]);
    const sister = { ...twin, firstName: "Eva" };
    const ssns = new Map([...context.ssns, ["m-4", "899120004"]]);
    expect(codesOf(familyFindings, { ...family, members: [...family.members, sister] }, { ssns })).toEqual([]);
    ssns.set("m-4", "899120003");
    expect(codesOf(familyFindings, { ...family, members: [...family.members, sister] }, { ssns })).toEqual([
      "send-person-twice m-4",
    ]);
  });
});

test.each([
  ["2012-10-01", []],
  ["2012-10-02", ["send-adult-too-young m-2"]],
])("a spouse born %s, for a start on 1 October 2026", (bornOn, codes) => {
  expect(codesOf(familyFindings, withSpouse({ bornOn: calendarDate(bornOn) }))).toEqual(codes);
});

test.each([
  ["2012-10-01", []],
  ["2012-10-02", ["send-adult-too-young m-1"]],
])("an employee born %s, for a start on 1 October 2026", (bornOn, codes) => {
  expect(codesOf(familyFindings, withEmployee({ bornOn: calendarDate(bornOn) }))).toEqual(codes);
});

test.each([
  ["child", "2000-10-01", []],
  ["child", "1999-10-02", []],
  ["child", "1999-10-01", ["send-child-too-old m-3"]],
  ["grandchild", "1999-10-01", ["send-child-too-old m-3"]],
  ["disabled-child", "1999-10-01", []],
  ["ward", "1999-10-01", []],
  ["child", "1985-04-13", ["send-child-too-old m-3"]],
  ["child", "1985-04-12", ["send-child-not-younger m-3", "send-child-too-old m-3"]],
  ["disabled-child", "1985-04-12", ["send-child-not-younger m-3"]],
] as [Relationship, string, string[]][])(
  "a %s born %s, of a parent born 12 April 1985",
  (relationship, bornOn, codes) => {
    expect(citation).toBe("45 CFR 147.120");
    expect(codesOf(familyFindings, withChild({ relationship, bornOn: calendarDate(bornOn) }))).toEqual(codes);
  },
);

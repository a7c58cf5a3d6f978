import { describe, expect, test } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { family } from "../../x12/testing/enrollment-fixture";
import { citation, coverageFindings } from "./coverage-checks.rule";
import { codesOf, context } from "./pre-send-fixture";

test.each([
  ["2026-10-01", []],
  ["2026-10-02", ["send-start-not-first-of-month"]],
  ["2026-09-01", ["send-start-outside-plan-year"]],
  ["2027-09-01", []],
  ["2027-10-01", ["send-start-outside-plan-year"]],
])("coverage that starts on %s in the plan year from 1 October 2026", (startOn, codes) => {
  expect(codesOf(coverageFindings, { ...family, startOn: calendarDate(startOn) })).toEqual(codes);
});

test.each([
  ["2026-10-01", []],
  ["2026-10-02", ["send-start-before-hire"]],
])("an employee hired on %s, for a start on 1 October 2026", (hiredOn, codes) => {
  expect(codesOf(coverageFindings, { ...family, hiredOn: calendarDate(hiredOn) })).toEqual(codes);
});

test.each([
  ["2026-10-01", []],
  ["2026-10-02", ["send-start-in-waiting-period"]],
])("a waiting period that lets coverage begin on %s, for a start on 1 October 2026", (day, codes) => {
  expect(citation).toBe("45 CFR 147.116");
  expect(codesOf(coverageFindings, family, { earliestStartOn: calendarDate(day) })).toEqual(codes);
});

test("a plan year that ends before it starts is blocked", () => {
  const planYear = { startOn: calendarDate("2026-10-01"), endOn: calendarDate("2026-10-01") };
  expect(codesOf(coverageFindings, { ...family, planYear })).toEqual(["send-plan-year-backwards"]);
});

describe("the plan", () => {
  const plan = (planId: string, variantId = `${planId}-01`) => ({ ...family, plan: { planId, variantId } });
  test.each([
    [plan("12345MO0010001"), []],
    [plan("12345MO0010001", "12345MO001000101"), []],
    [plan("12345MO001000"), ["send-plan-id-malformed"]],
    [plan("12345MO0010001", "12345MO0010002-01"), ["send-plan-id-malformed"]],
    [plan("54321MO0010001"), ["send-plan-of-other-issuer", "send-plan-not-offered"]],
    [plan("12345KS0010001"), ["send-plan-of-other-state", "send-plan-not-offered"]],
    [plan("12345MO0010009"), ["send-plan-not-offered"]],
  ])("%#", (event, codes) => {
    expect(codesOf(coverageFindings, event)).toEqual(codes);
  });

  test("is sold where the employee lives or works", () => {
    const [finding] = coverageFindings(family, { ...context, isInServiceArea: false });
    expect(finding).toMatchObject({ code: "send-outside-service-area", whoCanFix: "employee" });
  });
});

describe("other coverage of the same person", () => {
  const other = { memberId: "m-2", line: "medical", startOn: "2025-10-01", endOn: "2026-09-30" } as const;
  test.each([
    [{}, []],
    [{ endOn: "2026-10-01" }, ["send-coverage-overlaps m-2"]],
    [{ endOn: "2026-10-01", line: "dental" as const }, []],
    [{ endOn: "2026-10-01", memberId: "m-9" }, []],
    [{ startOn: "2027-09-30", endOn: "2028-09-30" }, ["send-coverage-overlaps m-2"]],
    [{ startOn: "2027-10-01", endOn: "2028-09-30" }, []],
  ])("%j", (change, codes) => {
    const { startOn, endOn, ...rest } = { ...other, ...change };
    const coverage = { ...rest, startOn: calendarDate(startOn), endOn: calendarDate(endOn) };
    expect(codesOf(coverageFindings, family, { otherCoverage: [coverage] })).toEqual(codes);
  });
});

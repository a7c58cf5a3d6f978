import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profileFor } from "../../exchange-profile/profile-for";
import { addDays, calendarDate } from "../calendar-date";
import { employeeCoverageStartOn, waitingPeriodCodes } from "../waiting-period.rule";
import { explainEmployeeCoverageStart, explainNewHireWindow } from "./explain-coverage-start";
import {
  explainEarliestStart,
  explainGroupDeadlines,
  explainPlanYearEnd,
  explainRenewal,
} from "./explain-group-calendar";

const day = calendarDate;

function profileOf(state: string) {
  const profile = profileFor({ state, on: day("2026-01-01") });
  if (!profile.ok) throw new Error(`no profile for ${state}`);
  return profile.value;
}

describe("why coverage starts when it starts", () => {
  it.each([
    [
      "first-of-month-on-or-after-60-days",
      "2024-11-02",
      "2025-01-01",
      ["explain-waiting-days", "explain-coverage-starts-first-on-or-after", "explain-waiting-limit"],
    ],
    [
      "first-of-month-after-hire",
      "2026-03-01",
      "2026-04-01",
      ["explain-waiting-from-hire", "explain-coverage-starts-first-after", "explain-waiting-limit"],
    ],
    [
      "date-of-hire",
      "2026-03-17",
      "2026-03-17",
      ["explain-waiting-from-hire", "explain-coverage-starts-that-day", "explain-waiting-limit"],
    ],
    [
      "first-of-month-on-or-after-30-days",
      "2019-05-06",
      "2024-01-01",
      ["explain-waiting-days", "explain-coverage-starts-first-on-or-after", "explain-coverage-not-before-group"],
    ],
  ] as const)("by %s after %s: %s", (waitingPeriod, hiredOn, coverageStartOn, codes) => {
    const input = { waitingPeriod, hiredOn: day(hiredOn), groupStartOn: day("2024-01-01") };
    const explanation = explainEmployeeCoverageStart(input);
    expect(explanation.params).toEqual({ coverageStartOn });
    expect(explanation.steps?.map((step) => step.code)).toEqual(codes);
  });

  it("names the day that the rule names, for any hire date", () => {
    const anyHireDate = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays(day("2020-01-01"), days));
    fc.assert(
      fc.property(fc.constantFrom(...waitingPeriodCodes), anyHireDate, (waitingPeriod, hiredOn) => {
        const input = { waitingPeriod, hiredOn, groupStartOn: day("2026-10-01") };
        const explanation = explainEmployeeCoverageStart(input);
        expect(explanation.params["coverageStartOn"]).toBe(employeeCoverageStartOn(input));
      }),
    );
  });

  it.each([
    ["2026-04-01", "explain-new-hire-window", "2026-04-01"],
    ["2026-05-01", "explain-new-hire-window-long-wait", "2026-04-16"],
  ])("leaves a person hired on 2 March 2026 with coverage from %s %s", (coverageStartOn, code, closesOn) => {
    const explanation = explainNewHireWindow({ hiredOn: day("2026-03-02"), coverageStartOn: day(coverageStartOn) });
    expect(explanation).toMatchObject({ code, params: { closesOn } });
    expect(explanation.steps?.[0]?.params).toEqual({ employerReportsByOn: "2026-04-01" });
  });
});

describe("why a group's days fall where they fall", () => {
  it("says when a deadline moved off a weekend", () => {
    // 12 September 2026 is a Saturday.
    const explanation = explainGroupDeadlines({ profile: profileOf("DC"), startOn: day("2026-10-01") });
    expect(explanation.steps?.map((step) => step.code)).toEqual([
      "explain-shop-from",
      "explain-publish-by",
      "explain-enrollment-ends-by",
      "explain-submit-by",
      "explain-binder-due-moved",
      "explain-sent-to-issuers-from",
      "explain-plan-year-twelve-months",
    ]);
    expect(explanation.steps?.[4]?.params).toEqual({ namedOn: "2026-09-12", dueOn: "2026-09-14" });
  });

  it("says when the publish and submit days move where the exchange moves them", () => {
    const federal = profileOf("WI");
    const calendar = { ...federal.calendar, deadlinesMoveOffHolidays: true };
    const startOn = day("2026-09-01");
    // 8 August 2026 and 15 August 2026 are Saturdays.
    const codes = explainGroupDeadlines({ profile: { ...federal, calendar }, startOn }).steps?.map((step) => step.code);
    expect(codes).toContain("explain-publish-by-moved");
    expect(codes).toContain("explain-submit-by-moved");
    expect(codes).not.toContain("explain-sent-to-issuers-from");
  });

  it.each([
    ["WI", "2026-07-01", "explain-plan-year-twelve-months", "2027-06-30"],
    ["VT", "2026-07-01", "explain-plan-year-december", "2026-12-31"],
  ])("in %s a plan year from %s ends by %s on %s", (state, startOn, code, endsOn) => {
    const explanation = explainPlanYearEnd({ profile: profileOf(state), startOn: day(startOn) });
    expect(explanation).toMatchObject({ code, params: { startOn, endsOn } });
  });

  it.each([
    ["2026-09-15", undefined, "explain-earliest-start-submitted", "2026-10-01", "2026-09-15"],
    ["2026-09-16", undefined, "explain-earliest-start-submitted", "2026-11-01", "2026-10-15"],
    ["2026-09-09", "publish", "explain-earliest-start-published", "2026-11-01", "2026-10-08"],
  ] as const)("what comes on %s (%s) is %s", (receivedOn, deadline, code, startOn, deadlineOn) => {
    const input = { profile: profileOf("WI"), receivedOn: day(receivedOn), ...(deadline ? { deadline } : {}) };
    expect(explainEarliestStart(input)).toMatchObject({ code, params: { startOn, deadlineOn } });
  });

  it("tells when a group renews", () => {
    const explanation = explainRenewal({ profile: profileOf("DC"), startOn: day("2026-07-01") });
    expect(explanation).toMatchObject({
      code: "explain-renewal",
      params: { renewsOn: "2027-07-01", publishesItselfOn: "2027-06-11" },
    });
    expect(explanation.steps?.[1]?.steps).toHaveLength(7);
  });
});

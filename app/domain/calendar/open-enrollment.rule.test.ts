import { describe, expect, it } from "vitest";
import { profileFor } from "../exchange-profile/profile-for";
import { calendarDate } from "./calendar-date";
import { openEnrollmentRuling } from "./open-enrollment.rule";

const day = calendarDate;

function codes(
  state: string,
  window: { today?: string; opensOn: string; closesOn: string; cycle?: "initial" | "renewal" },
): readonly string[] {
  const profile = profileFor({ state, on: day("2026-10-01") });
  if (!profile.ok) throw new Error(`no profile for ${state}`);
  const ruling = openEnrollmentRuling({
    profile: profile.value,
    today: day(window.today ?? "2026-07-01"),
    startOn: day("2026-10-01"),
    opensOn: day(window.opensOn),
    closesOn: day(window.closesOn),
    cycle: window.cycle ?? "initial",
  });
  return ruling.allowed ? [] : ruling.problems.map((p) => p.code);
}

describe("open enrollment for coverage from 1 October 2026", () => {
  it.each([
    ["WI", "2026-09-08", "2026-09-14", []],
    ["WI", "2026-09-09", "2026-09-14", ["open-enrollment-too-short"]],
    ["WI", "2026-09-08", "2026-09-15", ["open-enrollment-ends-too-late"]],
    ["WI", "2026-07-01", "2026-08-31", []],
    ["WI", "2026-07-01", "2026-09-01", ["open-enrollment-too-long"]],
    ["WI", "2026-09-10", "2026-09-09", ["open-enrollment-ends-before-it-starts"]],
    ["DC", "2026-09-06", "2026-09-10", []],
    ["DC", "2026-09-07", "2026-09-10", ["open-enrollment-too-short"]],
    ["MA", "2026-09-16", "2026-09-20", []],
    ["MA", "2026-09-16", "2026-09-21", ["open-enrollment-ends-too-late"]],
  ])("in %s from %s to %s has the problems %j", (state, opensOn, closesOn, expected) => {
    expect(codes(state, { opensOn, closesOn })).toEqual(expected);
  });

  it("may be shorter and end later for a renewal in the District", () => {
    expect(codes("DC", { opensOn: "2026-09-11", closesOn: "2026-09-13", cycle: "renewal" })).toEqual([]);
    expect(codes("DC", { opensOn: "2026-09-11", closesOn: "2026-09-13" })).toEqual([
      "open-enrollment-too-short",
      "open-enrollment-ends-too-late",
    ]);
  });

  it("may start today and not yesterday", () => {
    const window = { opensOn: "2026-09-01", closesOn: "2026-09-14" };
    expect(codes("WI", { ...window, today: "2026-09-01" })).toEqual([]);
    expect(codes("WI", { ...window, today: "2026-09-02" })).toEqual(["open-enrollment-starts-in-the-past"]);
  });

  it("may not start before the group may shop", () => {
    expect(codes("MA", { opensOn: "2026-08-01", closesOn: "2026-08-10" })).toEqual([]);
    expect(codes("MA", { opensOn: "2026-07-31", closesOn: "2026-08-10" })).toEqual([
      "open-enrollment-starts-too-early",
    ]);
  });
});

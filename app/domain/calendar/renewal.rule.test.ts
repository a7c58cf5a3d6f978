import { describe, expect, it } from "vitest";
import { profileFor } from "../exchange-profile/profile-for";
import { planKey } from "../plan-catalog/plan";
import { calendarDate } from "./calendar-date";
import { passiveRenewal, renewalCalendar, renewalStageOn, renewalStartOn } from "./renewal.rule";

const day = calendarDate;

function profileOf(state: string) {
  const profile = profileFor({ state, on: day("2026-01-01") });
  if (!profile.ok) throw new Error(`no profile for ${state}`);
  return profile.value;
}

describe("a renewal", () => {
  it.each([
    ["WI", "2026-01-01", "2027-01-01"],
    ["WI", "2026-07-01", "2027-07-01"],
    ["WI", "2027-03-01", "2028-03-01"],
    ["VT", "2026-07-01", "2027-01-01"],
    ["VT", "2026-12-01", "2027-01-01"],
    ["VT", "2026-01-01", "2027-01-01"],
    ["DC", "2026-07-01", "2027-07-01"],
  ])("in %s of a plan year from %s begins on %s", (state, startOn, renewsOn) => {
    expect(renewalStartOn({ profile: profileOf(state), startOn: day(startOn) })).toBe(renewsOn);
  });

  it("in the District is published by the 10th, goes out by itself on the 11th and ends on the 13th", () => {
    expect(renewalCalendar({ profile: profileOf("DC"), startOn: day("2026-07-01") })).toEqual({
      renewsOn: "2027-07-01",
      shopFromOn: "2027-04-01",
      publishByOn: "2027-06-10",
      publishesItselfOn: "2027-06-11",
      enrollmentEndsByOn: "2027-06-13",
      submitByOn: "2027-06-15",
      // The 12th is a Saturday.
      binderDueOn: "2027-06-14",
      sendToIssuersFromOn: "2027-06-16",
      planYearEndsOn: "2028-06-30",
    });
  });

  it.each([
    ["2027-03-31", "not-open"],
    ["2027-04-01", "employer-elects"],
    ["2027-06-10", "employer-elects"],
    ["2027-06-11", "published-unchanged"],
    ["2027-06-30", "published-unchanged"],
    ["2027-07-01", "renewed"],
  ])("on %s is %s", (today, stage) => {
    const profile = profileOf("DC");
    expect(renewalStageOn({ profile, startOn: day("2026-07-01"), today: day(today) })).toBe(stage);
  });

  it("leaves somebody who does nothing in the same plan while it is offered", () => {
    const [same, other] = [planKey("11111DC0010001"), planKey("11111DC0010002")];
    expect(passiveRenewal({ currentPlanId: same, offeredPlanIds: [other, same] })).toEqual({
      kind: "stays",
      planId: same,
    });
    expect(passiveRenewal({ currentPlanId: same, offeredPlanIds: [other] })).toEqual({ kind: "must-choose" });
  });
});

import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import type { ChoiceModel } from "../../exchange-profile/exchange-profile";
import { profileFor } from "../../exchange-profile/profile-for";
import { contributionMethodRuling } from "./contribution-method.rule";
import type { ContributionSchemeMethod } from "./contribution-scheme";

function codes(state: string, on: string, method: ContributionSchemeMethod, choiceModel: ChoiceModel = "single-plan") {
  const profile = profileFor({ state, on: calendarDate(on) });
  if (!profile.ok) throw new Error(`no profile for ${state}`);
  const ruling = contributionMethodRuling({ method, choiceModel, profile: profile.value });
  return ruling.allowed ? [] : ruling.problems.map(({ code, citation }) => `${code} ${citation}`);
}

const notHere = ["contribution-method-not-available 45 CFR 155.705(b)(11)(ii)"];
const notWithModel = ["contribution-average-not-with-choice-model 45 CFR 156.285(a)(4)"];

describe("the ways in which an employer may pay", () => {
  it.each<[string, string, ContributionSchemeMethod, string[]]>([
    ["WI", "2014-01-01", "reference-plan-percent", []],
    ["WI", "2027-01-01", "reference-plan-percent", []],
    ["WI", "2016-12-01", "chosen-plan-percent", notHere],
    ["WI", "2017-01-01", "chosen-plan-percent", []],
    ["WI", "2027-01-01", "fixed-dollars", notHere],
    ["WI", "2027-01-01", "capped-percent", notHere],
    ["DC", "2027-01-01", "reference-plan-percent", []],
    ["DC", "2027-01-01", "fixed-dollars", []],
    ["DC", "2027-01-01", "capped-percent", []],
    ["DC", "2027-01-01", "chosen-plan-percent", notHere],
    ["DC", "2027-01-01", "composite-reference-percent", notHere],
    ["MA", "2027-01-01", "reference-plan-percent", []],
    ["MA", "2027-01-01", "fixed-dollars", notHere],
  ])("in %s from %s: %s is answered with %j", (state, on, method, problems) => {
    expect(codes(state, on, method)).toEqual(problems);
  });

  it.each<[ChoiceModel, string[]]>([
    ["single-plan", []],
    ["metal-level", notWithModel],
    ["single-issuer", notWithModel],
  ])("by averages with %s: %j", (model, problems) => {
    expect(codes("WI", "2027-01-01", "composite-reference-percent", model)).toEqual(problems);
    expect(codes("WI", "2027-01-01", "reference-plan-percent", model)).toEqual([]);
  });
});

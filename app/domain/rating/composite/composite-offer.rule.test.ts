import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { profileFor } from "../../exchange-profile/profile-for";
import { compositeOfferRuling } from "./composite-offer.rule";

describe("composite prices", () => {
  it.each([
    ["WI", "single-plan", true, []],
    ["WI", "metal-level", true, ["composite-not-with-choice-model"]],
    ["WI", "single-issuer", true, ["composite-not-with-choice-model"]],
    ["WI", "single-plan", false, ["composite-not-offered-by-plan"]],
    ["WI", "single-plan", null, ["composite-not-offered-by-plan"]],
    ["WI", "metal-level", null, ["composite-not-with-choice-model", "composite-not-offered-by-plan"]],
    ["MA", "single-plan", true, []],
    ["MA", "metal-level", true, ["composite-not-with-choice-model"]],
    ["DC", "single-plan", true, ["composite-not-on-this-exchange"]],
  ] as const)("in %s with %s of a plan that offers them (%s) meet %j", (state, choiceModel, offered, codes) => {
    const profile = profileFor({ state, on: calendarDate("2025-01-01") });
    if (!profile.ok) throw new Error(`no profile for ${state}`);
    const plan = { compositeRatingOffered: offered };
    const ruling = compositeOfferRuling({ profile: profile.value, choiceModel, plan });
    expect(ruling.allowed ? [] : ruling.problems.map((problem) => problem.code)).toEqual(codes);
  });
});

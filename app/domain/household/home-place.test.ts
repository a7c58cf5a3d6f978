import { describe, expect, it } from "vitest";
import { homePlace } from "./home-place";

const davidson = { fips: "47037", state: "TN" };
const williamson = { fips: "47187", state: "TN" };
const todd = { fips: "21219", state: "KY" };

describe("a home", () => {
  it.each([
    ["in the one county of its ZIP", [davidson], undefined, { zip: "37203", state: "TN", countyFips: "47037" }],
    [
      "in the one county of its ZIP on this side of the state line",
      [todd, davidson],
      undefined,
      { zip: "37203", state: "TN", countyFips: "47037" },
    ],
    [
      "in the county that was chosen",
      [davidson, williamson],
      "47187",
      { zip: "37203", state: "TN", countyFips: "47187" },
    ],
    [
      "in the county known before where no table knows the ZIP",
      [],
      "47037",
      { zip: "37203", state: "TN", countyFips: "47037" },
    ],
    ["kept as typed where nothing knows the ZIP", [], undefined, { zip: "37203", state: "TN", countyFips: null }],
  ])("is %s", (_, counties, countyFips, value) => {
    expect(homePlace({ zip: "37203", state: "TN", countyFips }, counties)).toEqual({ ok: true, value });
  });

  it.each([
    ["county-choice-needed", [davidson, williamson], undefined],
    ["county-choice-needed", [davidson, williamson], "21219"],
    ["zip-in-other-state", [todd], undefined],
  ])("is refused with %s", (code, counties, countyFips) => {
    const outcome = homePlace({ zip: "37203", state: "TN", countyFips }, counties);
    expect(outcome.ok ? [] : outcome.problems.map((problem) => problem.code)).toEqual([code]);
  });
});

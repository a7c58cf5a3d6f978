import { describe, expect, it } from "vitest";
import { homePlace } from "./home-place";

const davidson = { fips: "47037", state: "TN" };
const williamson = { fips: "47187", state: "TN" };
const todd = { fips: "21219", state: "KY" };
const zip = "37203";
const inTennessee = (countyFips: string | null) => ({ zip, state: "TN", countyFips });

describe("a home", () => {
  it.each([
    ["in the one county of its ZIP", [davidson], undefined, inTennessee("47037")],
    ["in the one county of its ZIP on this side of the state line", [todd, davidson], undefined, inTennessee("47037")],
    ["in the county that was chosen", [davidson, williamson], "47187", inTennessee("47187")],
    ["kept as typed where no table knows the ZIP", [], undefined, inTennessee(null)],
  ])("is %s", (_, counties, countyFips, value) => {
    expect(homePlace({ zip, state: "TN", countyFips }, { counties })).toEqual({ ok: true, value });
  });

  it.each([
    ["stays in the county known before while the ZIP stays", [davidson, williamson], zip, "TN", "47187"],
    ["stays in the county known before where no table knows the ZIP", [], zip, "TN", "47187"],
    ["in another state leaves the county known before", [], zip, "KY", null],
    ["under another ZIP leaves the county known before", [], "37204", "TN", null],
  ])("%s", (_, counties, before, state, countyFips) => {
    const outcome = homePlace({ zip, state }, { counties, stored: { zip: before, countyFips: "47187" } });
    expect(outcome).toEqual({ ok: true, value: { zip, state, countyFips } });
  });

  it("whose state is not said takes it from the county", () => {
    expect(homePlace({ zip }, { counties: [davidson] })).toEqual({ ok: true, value: inTennessee("47037") });
  });

  it("without a ZIP is in no county", () => {
    expect(homePlace({ state: "TN", countyFips: "47037" }, { counties: [] })).toEqual({
      ok: true,
      value: { zip: null, state: "TN", countyFips: null },
    });
  });

  it.each([
    ["county-choice-needed", [davidson, williamson], undefined],
    ["county-choice-needed", [davidson, williamson], "21219"],
    ["zip-in-other-state", [todd], undefined],
  ])("is refused with %s", (code, counties, countyFips) => {
    const outcome = homePlace({ zip, state: "TN", countyFips }, { counties });
    expect(outcome.ok ? [] : outcome.problems.map((problem) => problem.code)).toEqual([code]);
  });
});

import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { usStates } from "../../exchange-profile/us-state";
import { ageCurveRows } from "./age-curve-rows";
import { ageCurveFor, curveFactorThousandths, type AgeCurve } from "./state-age-curve.rule";

const day = calendarDate;

function curveOf(state: string, startOn: string): AgeCurve {
  const curve = ageCurveFor({ state, startOn: day(startOn) });
  if (!curve.ok) throw new Error(curve.problems.map((problem) => problem.code).join());
  return curve.value;
}

const problemOf = (state: string, startOn: string) => {
  const curve = ageCurveFor({ state, startOn: day(startOn) });
  return curve.ok ? null : curve.problems[0]?.code;
};

describe("the age curve of a state", () => {
  it.each([
    ["WI", "2017-12-01", 14, 635],
    ["WI", "2017-12-01", 20, 635],
    ["WI", "2017-12-01", 21, 1000],
    ["WI", "2018-01-01", 14, 765],
    ["WI", "2018-01-01", 15, 833],
    ["WI", "2018-01-01", 18, 913],
    ["WI", "2018-01-01", 20, 970],
    ["WI", "2018-01-01", 24, 1000],
    ["WI", "2018-01-01", 25, 1004],
    ["WI", "2018-01-01", 63, 2952],
    ["WI", "2018-01-01", 64, 3000],
    ["WI", "2018-01-01", 99, 3000],
    ["AL", "2025-01-01", 0, 765],
    ["AL", "2025-01-01", 20, 970],
    ["DC", "2016-01-01", 20, 654],
    ["DC", "2025-01-01", 21, 727],
    ["DC", "2025-01-01", 27, 727],
    ["DC", "2025-01-01", 28, 744],
    ["DC", "2025-01-01", 40, 975],
    ["DC", "2025-01-01", 60, 2099],
    ["DC", "2025-01-01", 61, 2181],
    ["MA", "2025-01-01", 20, 751],
    ["MA", "2025-01-01", 26, 1183],
    ["MA", "2025-01-01", 27, 1220],
    ["MA", "2025-01-01", 40, 1393],
    ["MA", "2025-01-01", 59, 2280],
    ["MA", "2025-01-01", 60, 2365],
    ["MN", "2025-01-01", 20, 890],
    ["MN", "2025-01-01", 21, 1000],
    ["MN", "2025-01-01", 64, 3000],
    ["MS", "2025-01-01", 20, 635],
    ["OR", "2025-01-01", 0, 635],
    ["OR", "2025-01-01", 46, 1500],
    ["UT", "2025-01-01", 20, 793],
    ["UT", "2025-01-01", 21, 1000],
    ["UT", "2025-01-01", 22, 1050],
    ["UT", "2025-01-01", 27, 1390],
    ["UT", "2025-01-01", 36, 1390],
    ["UT", "2025-01-01", 37, 1404],
    ["UT", "2025-01-01", 40, 1479],
    ["UT", "2025-01-01", 58, 2911],
    ["UT", "2025-01-01", 59, 3000],
  ])("in %s for a plan year from %s has at %i the factor of %i thousandths", (state, startOn, age, factor) => {
    expect(curveFactorThousandths(curveOf(state, startOn), age)).toBe(factor);
  });

  it.each([
    ["NJ", "2025-01-01", "state-rates-not-loaded"],
    ["NJ", "2014-01-01", "state-rates-not-loaded"],
    ["NY", "2025-01-01", "state-rates-not-by-age"],
    ["VT", "2025-01-01", "state-rates-not-by-age"],
    ["WI", "2013-12-31", "age-curve-date-not-covered"],
    ["WI", "2014-01-01", null],
    ["UT", "2017-12-31", "age-curve-date-not-covered"],
    ["UT", "2018-01-01", null],
    ["XX", "2025-01-01", "state-unknown"],
  ])("in %s for a plan year from %s is refused with %s", (state, startOn, code) => {
    expect(problemOf(state, startOn)).toBe(code);
  });

  it("is the state's own in six states, closed to age in two and missing in one", () => {
    const own = usStates.filter((state) => !problemOf(state, "2025-01-01") && curveOf(state, "2025-01-01").isStateOwn);
    expect(own.sort()).toEqual(["DC", "MA", "MN", "MS", "OR", "UT"]);
  });

  it("never charges an adult more than three times the youngest adult, or less for being older", () => {
    for (const { shape } of ageCurveRows) {
      if (shape.kind !== "by-age") continue;
      expect(shape.thousandths).toHaveLength(65);
      const adults = shape.thousandths.slice(21);
      expect(Math.max(...adults)).toBeLessThanOrEqual(3 * adults[0]!);
      expect([...adults].sort((a, b) => a - b)).toEqual(adults);
    }
  });

  it("is one curve a day for every state", () => {
    for (const on of ["2014-01-01", "2017-12-31", "2018-01-01", "2030-06-01"].map(day)) {
      for (const state of usStates) {
        const rows = ageCurveRows.filter(
          (row) =>
            row.states !== "others" &&
            row.states.includes(state) &&
            row.effectiveFrom <= on &&
            (row.effectiveTo === null || on <= row.effectiveTo),
        );
        expect(rows.length).toBeLessThanOrEqual(1);
      }
    }
  });
});

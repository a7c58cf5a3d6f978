import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { eligibleAfterOrientationOn, measuredCoverageStartsByOn, orientationEndsByOn } from "./orientation-period.rule";

const day = calendarDate;

describe("an orientation period", () => {
  it.each([
    ["2015-05-03", "2015-06-02"],
    ["2015-10-01", "2015-10-31"],
    ["2015-01-28", "2015-02-27"],
    ["2015-01-29", "2015-02-28"],
    ["2015-01-30", "2015-02-28"],
    ["2016-01-29", "2016-02-28"],
    ["2016-01-30", "2016-02-29"],
    ["2015-08-31", "2015-09-30"],
  ])("from %s ends by %s", (hiredOn, endsBy) => {
    expect(orientationEndsByOn(day(hiredOn))).toBe(endsBy);
  });

  it("is over on the day before the waiting period counts", () => {
    expect(eligibleAfterOrientationOn(day("2015-05-03"))).toBe("2015-06-03");
    expect(eligibleAfterOrientationOn(day("2015-01-30"))).toBe("2015-03-01");
  });
});

describe("coverage after measuring hours", () => {
  it.each([
    ["2014-11-26", "2016-01-01"],
    ["2014-12-01", "2016-01-01"],
    ["2014-12-02", "2016-02-01"],
  ])("of somebody who started on %s begins by %s", (hiredOn, startsBy) => {
    expect(measuredCoverageStartsByOn(day(hiredOn))).toBe(startsBy);
  });
});

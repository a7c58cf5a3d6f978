import { describe, expect, it } from "vitest";
import { dayOf } from "./clock.server";

describe("what day it is", () => {
  it.each([
    ["America/New_York", "2026-03-01T04:59:59Z", "2026-02-28"],
    ["America/New_York", "2026-03-01T05:00:00Z", "2026-03-01"],
    ["America/Los_Angeles", "2026-01-01T07:59:59Z", "2025-12-31"],
    ["Pacific/Honolulu", "2026-01-01T10:00:00Z", "2026-01-01"],
    ["America/New_York", "2026-07-01T03:59:59Z", "2026-06-30"],
  ])("in %s at %s is %s", (timeZone, instant, day) => {
    expect(dayOf({ instant: new Date(instant), timeZone })).toBe(day);
  });

  it("is the fixed day when one is set", () => {
    expect(dayOf({ instant: new Date(0), timeZone: "America/New_York", fixed: "2026-11-15" })).toBe("2026-11-15");
  });
});

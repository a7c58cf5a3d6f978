import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { useTableOn } from "./use-profile";

const countOf = (level: "low" | "medium" | "high", service: string) =>
  useTableOn(calendarDate("2027-01-01"))?.services[level].find((used) => used.service === service)?.count ?? 0;

describe("the table of use", () => {
  it("covers the plan years that begin between its days and no other", () => {
    expect(useTableOn(calendarDate("2025-12-31"))).toBeUndefined();
    expect(useTableOn(calendarDate("2026-01-01"))).toBeDefined();
    expect(useTableOn(calendarDate("2028-12-31"))).toBeDefined();
    expect(useTableOn(calendarDate("2029-01-01"))).toBeUndefined();
  });

  it("holds at each level at least what the level below holds", () => {
    for (const { service } of useTableOn(calendarDate("2027-01-01"))?.services.high ?? []) {
      expect(countOf("medium", service)).toBeGreaterThanOrEqual(countOf("low", service));
      expect(countOf("high", service)).toBeGreaterThanOrEqual(countOf("medium", service));
    }
  });

  it("says that its figures are the project's own", () => {
    expect(useTableOn(calendarDate("2027-01-01"))?.source).toMatch(/^\[unsourced\]/);
  });
});

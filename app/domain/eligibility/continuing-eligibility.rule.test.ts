import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { continuingEligibility, explainContinuingEligibility } from "./continuing-eligibility.rule";

const startOn = calendarDate("2027-01-01");
const year = (from: string, to: string) => ({ startOn: calendarDate(from), endOn: calendarDate(to) });
const y2025 = year("2025-01-01", "2025-12-31");
const y2026 = year("2026-01-01", "2026-12-31");

describe("for a plan year from 1 January 2027", () => {
  it.each([
    ["no coverage before", [], null],
    ["coverage to the day before", [y2026], "2026-01-01"],
    ["coverage that ended a day earlier", [year("2026-01-01", "2026-12-30")], null],
    ["two years that follow each other", [y2025, y2026], "2025-01-01"],
    ["the same two in the other order", [y2026, y2025], "2025-01-01"],
    ["two years with a day between", [year("2025-01-01", "2025-12-30"), y2026], "2026-01-01"],
    ["a year that overlaps the next", [year("2025-06-01", "2026-05-31"), y2026], "2025-06-01"],
    ["coverage that ended in a middle year", [y2025], null],
    ["coverage that only starts then", [year("2027-01-01", "2027-12-31")], null],
    ["a year that never took effect", [year("2026-12-31", "2026-12-30")], null],
  ])("%s goes back to %s", (_, coveredYears, since) => {
    expect(continuingEligibility({ coveredYears, startOn })).toEqual({ alreadyInShop: since !== null, since });
  });
});

it("says since when coverage goes on", () => {
  expect(explainContinuingEligibility({ coveredYears: [y2026], startOn })).toMatchObject({
    code: "explain-continuing-since",
    params: { sinceOn: "2026-01-01", startOn: "2027-01-01" },
  });
  expect(explainContinuingEligibility({ coveredYears: [], startOn }).code).toBe("explain-continuing-none");
});

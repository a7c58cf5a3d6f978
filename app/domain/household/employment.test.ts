import { describe, expect, it } from "vitest";
import { employmentTypeFor, isOwnerOrOwnerSpouse, ownerConnections, parseWeeklyHours } from "./employment";

describe("hours of a week", () => {
  it.each([
    [29.99, "part-time"],
    [30, "full-time"],
    [0, "part-time"],
  ])("of %d make somebody %s", (hours, type) => {
    expect(employmentTypeFor(hours)).toBe(type);
  });

  it.each([
    ["0", 0],
    ["37.5", 37.5],
    ["168", 168],
  ])("written %j are read as %d", (text, hours) => {
    expect(parseWeeklyHours(text)).toEqual({ ok: true, value: hours });
  });

  it.each([
    ["168.01", "weekly-hours-out-of-range"],
    ["", "weekly-hours-not-a-number"],
    ["-1", "weekly-hours-not-a-number"],
    ["1e2", "weekly-hours-not-a-number"],
    ["forty", "weekly-hours-not-a-number"],
  ])("written %j are refused: %s", (text, code) => {
    expect(parseWeeklyHours(text)).toMatchObject({ ok: false, problems: [{ code, field: "weeklyHours" }] });
  });
});

it("counts the spouse of an owner with the owners", () => {
  expect(ownerConnections.filter(isOwnerOrOwnerSpouse)).toEqual(["owner-or-partner", "spouse-of-owner-or-partner"]);
});

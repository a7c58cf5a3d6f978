import { describe, expect, it } from "vitest";
import { isSameLastName } from "./same-last-name.server";

describe("a last name", () => {
  it.each([
    ["garcia", "García"],
    [" O’Neil ", "O'NEIL"],
    ["de la cruz", "De La Cruz"],
    ["Garcia Lopez", "García-López"],
    ["Worker Jr.", "Worker"],
    ["Iván", "ivan"],
  ])("typed as %j is %j", (typed, onRoster) => {
    expect(isSameLastName(typed, onRoster)).toBe(true);
  });

  it.each([
    ["García", "García López"],
    ["", "Worker"],
    ["--", "Worker"],
    ["Worke", "Worker"],
    ["Jr", "Worker Jr"],
  ])("typed as %j is not %j", (typed, onRoster) => {
    expect(isSameLastName(typed, onRoster)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { planTitle } from "./plan-title";

describe("what a plan is called", () => {
  it.each([
    ["Cumberland Health", "Bronze 1", "Cumberland Health Bronze 1"],
    ["Cumberland Health", "Cumberland Health Bronze 1", "Cumberland Health Bronze 1"],
    ["Cumberland Health", "CUMBERLAND HEALTH Bronze 1", "CUMBERLAND HEALTH Bronze 1"],
    ["Cumberland Health", "The Cumberland Plan", "Cumberland Health The Cumberland Plan"],
  ])("%s with the name %s is %s", (issuerName, name, title) => {
    expect(planTitle({ issuerName, name })).toBe(title);
  });
});

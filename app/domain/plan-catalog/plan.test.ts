import { describe, expect, it } from "vitest";
import {
  childOnlyOfferingFromFiling,
  coverageLevelOf,
  medicalMetalLevels,
  metalLevelFromFiling,
  parsePlanKey,
  planKey,
  planTypeFromFiling,
} from "./plan";

describe("plan ids", () => {
  it.each([
    ["12345DC0350001", true],
    ["00045DC0350001", true],
    ["1234DC0350001", false],
    ["12345dc0350001", false],
    ["12345DC03500012", false],
    ["12345DC0350001-01", false],
    [" 12345DC0350001", false],
  ])("%j is a plan id: %s", (text, isOne) => {
    expect(parsePlanKey(text)).toBe(isOne ? text : undefined);
  });

  it("takes a malformed id inside the program for a mistake of the program", () => {
    expect(() => planKey("12345DC0350001-01")).toThrow("not a plan key");
    expect(planKey("12345DC0350001")).toBe("12345DC0350001");
  });
});

describe("words of a filing", () => {
  it.each([
    ["medical", "Expanded Bronze", "expanded-bronze"],
    ["medical", "Gold ", "gold"],
    ["dental", "High", "high"],
    ["medical", "High", undefined],
    ["dental", "Gold", undefined],
    ["medical", "", undefined],
  ] as const)("a %s plan filed as %j has the level %s", (line, text, level) => {
    expect(metalLevelFromFiling({ line, text })).toBe(level);
  });

  it.each([
    ["HMO", "hmo"],
    ["Indemnity", "indemnity"],
    ["HMO POS", undefined],
  ])("network type %j is %s", (text, type) => {
    expect(planTypeFromFiling(text)).toBe(type);
  });

  it.each([
    ["Allows Adult and Child-Only", "adult-and-child"],
    ["Allows Child-Only", "child-only"],
    ["Allows Adult-Only", "adult-only"],
    ["", undefined],
  ])("%j says who may enroll: %s", (text, offering) => {
    expect(childOnlyOfferingFromFiling(text)).toBe(offering);
  });
});

describe("coverage level", () => {
  it("counts an expanded bronze plan as bronze and a catastrophic plan as none", () => {
    expect(medicalMetalLevels.map(coverageLevelOf)).toEqual(["bronze", "bronze", "silver", "gold", "platinum", null]);
  });
});

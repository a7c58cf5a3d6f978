import { describe, expect, it } from "vitest";
import type { Relationship } from "../../household/relationship";
import { coverageTierOf } from "./coverage-tier";

describe("the tier of a household", () => {
  it.each<[Relationship[], string]>([
    [["self"], "employee-only"],
    [["self", "spouse"], "employee-and-spouse"],
    [["self", "domestic-partner"], "employee-and-spouse"],
    [["self", "child"], "employee-and-children"],
    [["self", "disabled-child", "ward"], "employee-and-children"],
    [["self", "spouse", "grandchild"], "family"],
    [["child", "domestic-partner", "self"], "family"],
  ])("%j is %s", (people, tier) => {
    expect(coverageTierOf(people.map((relationship) => ({ relationship })))).toBe(tier);
  });
});

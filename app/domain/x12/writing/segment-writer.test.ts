import { describe, expect, test } from "vitest";
import type { CharacterRules } from "../characters";
import { extendedUpper as rules } from "../testing/enrollment-fixture";
import { segmentCollector, writeSegment, type SegmentValues } from "./segment-writer";

function codesOf(values: SegmentValues, by: CharacterRules = rules): string[] {
  const outcome = writeSegment(values, by);
  return outcome.ok ? [] : outcome.problems.map((problem) => problem.code);
}

const name = (last: string, first = "ROSA"): SegmentValues => ({ id: "NM1", elements: ["IL", "1", last, first] });

describe("a written segment", () => {
  test("leaves out separators at its end and keeps those in the middle", () => {
    const elements = ["IL", "1", "DOE", "JANE", "", undefined, "JR", "", undefined];
    expect(writeSegment({ id: "NM1", elements }, rules)).toEqual({ ok: true, value: "NM1*IL*1*DOE*JANE***JR" });
  });

  test.each([
    [60, []],
    [61, ["x12-element-too-long"]],
  ])("with a last name of %i characters is cut never, refused where too long", (length, codes) => {
    expect(codesOf(name("A".repeat(length)))).toEqual(codes);
  });

  test.each([
    ["a city of one letter", { id: "N4", elements: ["A", "MO", "65201"] }, "x12-element-too-short"],
    ["a delimiter in data", name("A*B"), "x12-delimiter-in-data"],
    ["the segment terminator in data", name("A~B"), "x12-delimiter-in-data"],
    ["an accent", name("PEÑA"), "x12-character-not-allowed"],
    ["a line end", name("A\nB"), "x12-character-not-allowed"],
    ["a missing required element", { id: "NM1", elements: ["IL", "1", "", "ROSA"] }, "x12-element-required"],
    ["a code outside the guide", { id: "DMG", elements: ["D8", "19850412", "Z"] }, "x12-code-not-allowed"],
    ["a day that does not exist", { id: "DMG", elements: ["D8", "20260229", "F"] }, "x12-not-a-date"],
    [
      "a time that does not exist",
      { id: "BGN", elements: ["00", "1", "20260101", "2460", "", "", "", "2"] },
      "x12-not-a-time",
    ],
    ["a count that is no number", { id: "LX", elements: ["1a"] }, "x12-not-a-number"],
    ["a space at the end", name("DOE "), "x12-surrounding-space"],
    ["an element too many", { id: "LX", elements: ["1", "2"] }, "x12-too-many-elements"],
  ] as [string, SegmentValues, string][])("is refused for %s", (_what, values, code) => {
    expect(codesOf(values)).toEqual([code]);
  });

  test("names the segment and the element that is wrong, and not the value", () => {
    const outcome = writeSegment(name("A".repeat(61)), rules);
    expect(outcome).toEqual({
      ok: false,
      problems: [{ code: "x12-element-too-long", params: { segment: "NM1", element: 3, length: 61, max: 60 } }],
    });
  });

  test("knows small letters are not in the basic set", () => {
    expect(codesOf(name("doe"), { ...rules, set: "basic" })).toEqual(["x12-character-not-allowed"]);
    expect(codesOf(name("doe"), { ...rules, set: "extended" })).toEqual([]);
  });
});

test("a collector hands over nothing when one segment is refused, and tells every problem with its member", () => {
  const out = segmentCollector(rules);
  out.add("LX", ["1"]);
  out.add("NM1", ["IL", "1", "A*", "B~"], "m-1");
  const outcome = out.outcome();
  expect(outcome.ok).toBe(false);
  if (!outcome.ok) expect(outcome.problems.map((p) => p.params?.["memberId"])).toEqual(["m-1", "m-1"]);
});

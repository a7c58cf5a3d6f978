import { describe, expect, it } from "vitest";
import { formatEin, parseEin } from "./ein";

describe("an employer identification number", () => {
  it.each([["12-3456789"], ["123456789"], [" 12 3456789 "]])(
    "written %j is read and written back with its dash",
    (text) => {
      const outcome = parseEin(text);
      expect(outcome).toEqual({ ok: true, value: { ein: "123456789", warnings: [] } });
      expect(outcome.ok && formatEin(outcome.value.ein)).toBe("12-3456789");
    },
  );

  it("keeps a leading zero", () => {
    expect(parseEin("01-2345678")).toMatchObject({ value: { ein: "012345678" } });
  });

  it.each([
    ["", "ein-missing"],
    ["12-345678", "ein-not-nine-digits"],
    ["12-34567890", "ein-not-nine-digits"],
    ["123-45-6789", "ein-not-nine-digits"],
    ["12-345678X", "ein-not-nine-digits"],
  ])("%j is refused: %s", (text, code) => {
    expect(parseEin(text)).toEqual({ ok: false, problems: [{ code, field: "ein" }] });
  });

  it.each([
    ["00", true],
    ["01", false],
    ["06", false],
    ["07", true],
    ["16", false],
    ["17", true],
    ["27", false],
    ["28", true],
    ["49", true],
    ["68", false],
    ["69", true],
    ["78", true],
    ["88", false],
    ["89", true],
    ["95", false],
    ["96", true],
    ["98", false],
    ["99", false],
  ])("with prefix %s is accepted, with a warning: %s", (prefix, warned) => {
    const outcome = parseEin(`${prefix}-1234567`);
    expect(outcome.ok && outcome.value.warnings.map((w) => w.code)).toEqual(warned ? ["ein-prefix-unknown"] : []);
  });
});

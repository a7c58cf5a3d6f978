import { describe, expect, it } from "vitest";
import { formatZipCode, parseZipCode } from "./zip-code";

describe("a ZIP code", () => {
  it.each([
    ["53703", "53703"],
    [" 02134 ", "02134"],
    ["53703-1234", "53703-1234"],
    ["537031234", "53703-1234"],
    ["53703 1234", "53703-1234"],
  ])("written %j reads as %s", (text, expected) => {
    const outcome = parseZipCode(text);
    expect(outcome.ok && formatZipCode(outcome.value)).toBe(expected);
  });

  it.each([
    ["", "zip-code-missing"],
    ["5370", "zip-code-not-five-or-nine-digits"],
    ["537033", "zip-code-not-five-or-nine-digits"],
    ["53703-123", "zip-code-not-five-or-nine-digits"],
    ["5370A", "zip-code-not-five-or-nine-digits"],
    ["00000", "zip-code-not-five-or-nine-digits"],
  ])("%j is refused: %s", (text, code) => {
    expect(parseZipCode(text)).toEqual({ ok: false, problems: [{ code, field: "zipCode" }] });
  });
});

import { describe, expect, test } from "vitest";
import { toX12Text, type CharacterRules } from "./characters";
import { usualDelimiters } from "./delimiters";

const extended: CharacterRules = { set: "extended", upperCase: false, delimiters: usualDelimiters };
const upper: CharacterRules = { ...extended, upperCase: true };
const basic: CharacterRules = { set: "basic", upperCase: false, delimiters: usualDelimiters };

describe("free text for a partner's file", () => {
  test.each([
    ["Peña", upper, "PENA"],
    ["Inés", extended, "Ines"],
    ["Müller-Straße", upper, "MULLER-STRASSE"],
    ["Ægir Øre", upper, "AEGIR ORE"],
    ["Łódź", upper, "LODZ"],
    ["Æsir", extended, "AEsir"],
    ["O\u2019Neil", extended, "O'Neil"],
    ["12\u00bd Main", extended, "12 1/2 Main"],
    ["  two\t\r\n lines  ", extended, "two lines"],
    ["Zero\u200bwidth", extended, "Zerowidth"],
    ["a*b^c:d~e", extended, "a b c d e"],
    ["Apt #4", extended, "Apt #4"],
    ["Apt #4", basic, "APT 4"],
    ["unit_b [rear]", basic, "UNIT-B (REAR)"],
    ["", extended, ""],
  ])("writes %j as it can be carried", (text, rules, sent) => {
    expect(toX12Text(text, rules)).toEqual({ ok: true, value: sent });
  });

  test.each(["李", "Жуков", "☃", "a\u0001李"])("refuses %j, which has no spelling, and names the character", (text) => {
    const outcome = toX12Text(text, upper);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.problems[0]?.code).toBe("x12-character-not-mappable");
  });

  test("refuses an at sign where the partner takes the basic characters only", () => {
    expect(toX12Text("a@b", basic).ok).toBe(false);
    expect(toX12Text("a@b", extended).ok).toBe(true);
  });

  test("refuses a text of which nothing is left", () => {
    expect(toX12Text("***", upper)).toEqual({ ok: false, problems: [{ code: "x12-text-empty" }] });
  });
});

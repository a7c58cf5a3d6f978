import { describe, expect, it } from "vitest";
import { fullName, parseNamePart, parseNameSuffix, parsePersonName } from "./person-name";

describe("a part of a name", () => {
  it.each([
    ["Ana", "Ana"],
    ["  Mary   Ann ", "Mary Ann"],
    ["O'Brien", "O'Brien"],
    ["O’Brien", "O’Brien"],
    ["Jean-Luc", "Jean-Luc"],
    ["St. John", "St. John"],
    ["Nguyễn", "Nguyễn"],
    ["Jose\u0301", "José"],
    ["Łukasz", "Łukasz"],
    ["X", "X"],
    ["a".repeat(35), "a".repeat(35)],
  ])("%j is kept as %j", (text, name) => {
    expect(parseNamePart(text, "firstName")).toEqual({ ok: true, value: name });
  });

  it.each([
    ["", "name-missing"],
    ["   ", "name-missing"],
    ["a".repeat(36), "name-too-long"],
    ["Ana2", "name-character-not-allowed"],
    ["Ana*", "name-character-not-allowed"],
    ["Ana~", "name-character-not-allowed"],
    ["<b>", "name-character-not-allowed"],
    ["-", "name-without-letters"],
    ["美玲", "name-not-spellable"],
    ["Ольга", "name-not-spellable"],
    // Eighteen letters as they are typed, thirty-six as they are sent.
    ["ß".repeat(18), "name-too-long"],
  ])("%j is refused: %s", (text, code) => {
    expect(parseNamePart(text, "firstName")).toMatchObject({ ok: false, problems: [{ code, field: "firstName" }] });
  });
});

it("has room for 25 characters of a middle name and for 35 of the others", () => {
  expect(parseNamePart("a".repeat(25), "middleName")).toMatchObject({ ok: true });
  expect(parseNamePart("a".repeat(26), "middleName")).toMatchObject({
    ok: false,
    problems: [{ code: "name-too-long", params: { characters: 26, maximumCharacters: 25 } }],
  });
  expect(parseNamePart("a".repeat(26), "lastName")).toMatchObject({ ok: true });
});

describe("a suffix", () => {
  it.each([
    ["", null],
    ["jr", "Jr."],
    ["JR.", "Jr."],
    ["iii", "III"],
    [" IV ", "IV"],
  ])("%j reads as %j", (text, suffix) => {
    expect(parseNameSuffix(text)).toEqual({ ok: true, value: suffix });
  });

  it("outside the list is refused", () => {
    expect(parseNameSuffix("Esq")).toMatchObject({ ok: false, problems: [{ code: "name-suffix-unknown" }] });
  });
});

describe("a whole name", () => {
  it("is read and written", () => {
    const outcome = parsePersonName({ first: "Ana", middle: "María", last: "Ruiz", suffix: "jr" });
    expect(outcome.ok && fullName(outcome.value)).toBe("Ana María Ruiz Jr.");
  });

  it("needs no middle name and no suffix", () => {
    expect(parsePersonName({ first: "Ana", middle: "  ", last: "Ruiz" })).toEqual({
      ok: true,
      value: { first: "Ana", middle: null, last: "Ruiz", suffix: null },
    });
  });

  it("lists the problems of all its parts", () => {
    const outcome = parsePersonName({ first: "", middle: "3", last: " ", suffix: "PhD" });
    expect(outcome.ok ? [] : outcome.problems.map((p) => p.field)).toEqual([
      "firstName",
      "middleName",
      "lastName",
      "suffix",
    ]);
  });
});

import { expect, it } from "vitest";
import { parseInsurerText } from "./insurer-text";

it.each([
  ["  1200  Oak St #4 ", "1200 Oak St #4"],
  ["Peña’s Café – Bodega", "Peña’s Café – Bodega"],
  ["Łódź Straße", "Łódź Straße"],
  ["a".repeat(30), "a".repeat(30)],
  ["", ""],
])("%j is kept as %j", (typed, kept) => {
  expect(parseInsurerText(typed, { maximum: 30 })).toEqual({ ok: true, value: kept });
});

it.each([
  ["a".repeat(31), "text-too-long", { maximum: 30 }],
  // Thirty letters as they are typed, sixty as they are sent.
  ["ß".repeat(30), "text-too-long", { maximum: 30 }],
  ["北京 Rd", "text-not-spellable", { character: "北" }],
  ["Main St 😀", "text-not-spellable", { character: "😀" }],
  ["*~", "text-not-spellable", { character: "*~" }],
])("%j is refused: %s", (typed, code, params) => {
  expect(parseInsurerText(typed, { maximum: 30 })).toEqual({ ok: false, problems: [{ code, params }] });
});

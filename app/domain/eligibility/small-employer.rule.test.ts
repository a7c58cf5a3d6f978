import { expect, it } from "vitest";
import { smallEmployerRuling } from "./small-employer.rule";

it.each([
  [0, 50, false, ["employer-below-one-fte"]],
  [1, 50, false, []],
  [49, 50, false, []],
  [50, 50, false, []],
  [51, 50, false, ["employer-too-large"]],
  [51, 50, true, []],
  [0, 50, true, ["employer-below-one-fte"]],
  [51, 100, false, []],
  [100, 100, false, []],
  [101, 100, false, ["employer-too-large"]],
  [101, 100, true, []],
])(
  "an employer of %i with a limit of %i, in SHOP already %s, has the problems %j",
  (fte, sizeLimitFte, alreadyInShop, codes) => {
    const ruling = smallEmployerRuling({ fte, sizeLimitFte, alreadyInShop });
    expect(ruling.allowed ? [] : ruling.problems.map((p) => p.code)).toEqual(codes);
  },
);

it("takes no fractions", () => {
  expect(() => smallEmployerRuling({ fte: 50.5, sizeLimitFte: 50, alreadyInShop: false })).toThrow("whole");
});

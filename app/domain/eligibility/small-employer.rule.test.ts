import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import { profileFor } from "../exchange-profile/profile-for";
import { usStates } from "../exchange-profile/us-state";
import { explainSmallEmployer, smallEmployerRuling } from "./small-employer.rule";

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

describe("the limit of each state", () => {
  const largerStates = ["CA", "CO", "NY", "VT"];

  it.each(usStates)("lets in exactly as many as %s says", (state) => {
    const profile = profileFor({ state, on: calendarDate("2027-01-01") });
    if (!profile.ok) throw new Error(`no profile for ${state}`);
    const { sizeLimitFte } = profile.value;
    expect(sizeLimitFte).toBe(largerStates.includes(state) ? 100 : 50);
    expect(smallEmployerRuling({ fte: sizeLimitFte, sizeLimitFte, alreadyInShop: false }).allowed).toBe(true);
    expect(smallEmployerRuling({ fte: sizeLimitFte + 1, sizeLimitFte, alreadyInShop: false }).allowed).toBe(false);
  });
});

it.each([
  [0, false, "explain-size-below-one"],
  [50, false, "explain-size-within-limit"],
  [51, false, "explain-size-over-limit"],
  [51, true, "explain-size-grown-out"],
  [50, true, "explain-size-within-limit"],
])("explains %i people, in SHOP already %s, as %s", (fte, alreadyInShop, code) => {
  expect(explainSmallEmployer({ fte, sizeLimitFte: 50, alreadyInShop })).toMatchObject({
    code,
    params: { fte, sizeLimitFte: 50 },
  });
});

import { describe, expect, it } from "vitest";
import { cents } from "../../money/cents";
import { paycheckHeadline } from "./paycheck-headline";

const dollars = (...amounts: number[]) => amounts.map((amount) => cents(Math.round(amount * 100)));

describe("how an offer lands, in one line", () => {
  it.each([
    ["counts who pays under the first round number that more than half stay below", [20, 60, 80, 90, 120], 100, 4, 120],
    ["needs more than half, not half", [10, 30], 50, 2, 30],
    ["does not count who pays the round number itself", [24.99, 25, 24.99], 25, 2, 25],
    ["holds for one person", [310], 400, 1, 310],
    ["holds when nobody pays anything", [0, 0, 0], 25, 3, 0],
  ])("%s", (_case, amounts, under, heads, most) => {
    expect(paycheckHeadline(dollars(...amounts))).toEqual({
      ...{ underCents: under * 100, heads, ofHeads: amounts.length, mostCents: most * 100 },
    });
  });

  it("says nothing of nobody, or of amounts beyond every round number", () => {
    expect(paycheckHeadline([])).toBeNull();
    expect(paycheckHeadline(dollars(5_000))).toBeNull();
  });
});

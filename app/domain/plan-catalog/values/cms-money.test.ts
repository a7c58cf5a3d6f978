import { describe, expect, it } from "vitest";
import { cents } from "../../money/cents";
import { isPlaceholderRate, parseCmsMoney } from "./cms-money";

describe("money in plan filings", () => {
  it.each([
    ["$1,250", 125_000],
    ["$1,250 ", 125_000],
    ["$9.99 ", 999],
    ["$2500 per person", 250_000],
    ["$5000 per group", 500_000],
    ["1,001.67", 100_167],
    ["$0", 0],
  ])("reads %s as %i cents", (text, amountCents) =>
    expect(parseCmsMoney(text)).toEqual({ state: "amount", amountCents }),
  );

  it.each(["Not Applicable", "not applicable", "per person not applicable", "per group not applicable"])(
    "takes %s for expressly none",
    (text) => expect(parseCmsMoney(text)).toEqual({ state: "not-applicable" }),
  );

  it("takes an empty cell for unknown, which is not zero", () =>
    expect(parseCmsMoney("  ")).toEqual({ state: "unknown" }));

  it.each(["free", "$1,25", "$1.234", "-$5", "10%", "$ per person"])("refuses %s", (text) =>
    expect(parseCmsMoney(text)).toBeUndefined(),
  );
});

describe("placeholder rates", () => {
  it.each([0, 1, 99_999, 999_900, 999_999, 99_999_900])("knows %i cents for a placeholder", (rate) =>
    expect(isPlaceholderRate(cents(rate))).toBe(true),
  );
  it.each([2, 99_998, 100_000, 100_167])("takes %i cents for a price", (rate) =>
    expect(isPlaceholderRate(cents(rate))).toBe(false),
  );
});

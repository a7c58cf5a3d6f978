import { describe, expect, it } from "vitest";
import { explainSection4980hSize, section4980hSize, type SizeInput } from "./section-4980h-size.rule";

/** A resort: `quiet` people all year, `summer` more for some months. */
function resort({
  quiet,
  summer,
  months,
  seasonal = summer,
}: {
  quiet: number;
  summer: number;
  months: number;
  seasonal?: number;
}): SizeInput {
  return {
    basis: "preceding-calendar-year",
    sizeLimitFte: 50,
    months: Array.from({ length: 12 }, (_, index) => ({
      fullTimeHeads: quiet + (index < months ? summer : 0),
      partTimeHours: [],
      seasonalHeads: index < months ? seasonal : 0,
    })),
  };
}

describe("the size of an employer with a season", () => {
  it.each([
    ["an average of exactly 50 for half the year over it", { quiet: 40, summer: 20, months: 6 }, 50, true],
    ["an average of 51 with four months over the limit", { quiet: 41, summer: 30, months: 4 }, 51, true],
    ["an average of 51 with five months over the limit", { quiet: 41, summer: 25, months: 5 }, 51, false],
    [
      "an average of 51 whose summer people are not seasonal",
      { quiet: 41, summer: 30, months: 4, seasonal: 20 },
      51,
      false,
    ],
    ["51 all year", { quiet: 51, summer: 0, months: 0 }, 51, false],
  ])("with %s", (_, shape, fte, withinLimit) => {
    expect(section4980hSize(resort(shape))).toMatchObject({ ok: true, value: { fte, withinLimit } });
  });

  it("is small over five months when they hold no more than 120 days over the limit", () => {
    const input = resort({ quiet: 41, summer: 25, months: 5 });
    expect(section4980hSize({ ...input, daysOverLimit: 120 })).toMatchObject({ value: { withinLimit: true } });
    expect(section4980hSize({ ...input, daysOverLimit: 121 })).toMatchObject({ value: { withinLimit: false } });
  });

  it.each([
    [{ seasonalHeads: 1.5 }, undefined, "seasonal-heads-not-whole"],
    [{ seasonalHeads: -1 }, undefined, "seasonal-heads-not-whole"],
    [{ fullTimeHeads: 0.5 }, undefined, "fte-head-count-not-whole"],
    [{}, 367, "days-over-limit-out-of-range"],
    [{}, -1, "days-over-limit-out-of-range"],
  ])("is refused for %j and %s days over the limit: %s", (change, daysOverLimit, code) => {
    const input = resort({ quiet: 10, summer: 0, months: 0 });
    const months = input.months.map((month) => ({ ...month, ...change }));
    const outcome = section4980hSize({ ...input, months, ...(daysOverLimit === undefined ? {} : { daysOverLimit }) });
    expect(!outcome.ok && outcome.problems[0]?.code).toBe(code);
  });
});

describe("the explanation of the size", () => {
  it("names the months counted, the count, and the exception only where it was needed", () => {
    const codesOf = (input: SizeInput) => {
      const outcome = explainSection4980hSize(input);
      return outcome.ok ? [outcome.value.code, ...(outcome.value.steps ?? []).map((step) => step.code)] : [];
    };
    expect(codesOf({ ...resort({ quiet: 50, summer: 0, months: 0 }), basis: "expected-this-year" })).toEqual([
      "explain-size-within-limit",
      "explain-size-of-expected-this-year",
      "explain-fte-section-4980h",
    ]);
    expect(codesOf(resort({ quiet: 41, summer: 30, months: 4 }))).toMatchObject({
      0: "explain-size-within-limit-by-season",
      3: "explain-size-seasonal-applies",
    });
    expect(codesOf(resort({ quiet: 41, summer: 25, months: 5 }))).toMatchObject({
      0: "explain-size-over-limit",
      3: "explain-size-seasonal-does-not-apply",
    });
  });
});

import { describe, expect, it } from "vitest";
import { ageFactorThousandths } from "./age-curve";

describe("age curves", () => {
  it.each([
    ["WI", 0, 765],
    ["WI", 14, 765],
    ["WI", 15, 833],
    ["WI", 18, 913],
    ["WI", 20, 970],
    ["WI", 21, 1_000],
    ["WI", 24, 1_000],
    ["WI", 25, 1_004],
    ["WI", 46, 1_500],
    ["WI", 63, 2_952],
    ["WI", 64, 3_000],
    ["WI", 90, 3_000],
    ["DC", 0, 654],
    ["DC", 20, 654],
    ["DC", 21, 727],
    ["DC", 61, 2_181],
    ["DC", 64, 2_181],
  ])("in %s the factor at %i is %i thousandths", (stateCode, ageYears, factor) =>
    expect(ageFactorThousandths({ stateCode, ageYears })).toBe(factor),
  );

  it.each(["WI", "DC"])("in %s nobody 21 or older pays more than three times the youngest adult", (stateCode) => {
    const factors = Array.from({ length: 80 }, (_, at) => ageFactorThousandths({ stateCode, ageYears: 21 + at }));
    expect(Math.max(...factors)).toBe(3 * Math.min(...factors));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basisPoints, cents } from "../money/cents";
import { creditPhaseOut } from "./credit-phase-out.rule";

function phaseOut(input: { fte: number; wages: number; premiums: number; base: number; share?: number }) {
  return creditPhaseOut({
    creditableCents: cents(input.premiums * 100),
    shareBasisPoints: basisPoints(input.share ?? 5_000),
    fte: input.fte,
    averageWagesCents: cents(input.wages * 100),
    baseWagesCents: cents(input.base * 100),
  });
}

describe("worked examples of the government's publications", () => {
  it.each([
    ["20 people, $25,000, $240,000 in 2014", { fte: 20, wages: 25_000, premiums: 240_000, base: 25_400 }, 40_000_00],
    [
      "9 people, $22,000, $72,000, tax-exempt",
      { fte: 9, wages: 22_000, premiums: 72_000, base: 25_400, share: 3_500 },
      25_200_00,
    ],
    [
      "the same at the 25 % of 2010",
      { fte: 9, wages: 22_000, premiums: 72_000, base: 25_000, share: 2_500 },
      18_000_00,
    ],
    [
      "12 people, $35,000, $90,000, base $25,000",
      { fte: 12, wages: 35_000, premiums: 90_000, base: 25_000 },
      21_000_00,
    ],
    [
      "the same at the 35 % of 2010",
      { fte: 12, wages: 35_000, premiums: 90_000, base: 25_000, share: 3_500 },
      14_700_00,
    ],
    [
      "12 people, $30,000, $96,000 at 35 %",
      { fte: 12, wages: 30_000, premiums: 96_000, base: 25_000, share: 3_500 },
      22_400_00,
    ],
    [
      "the same, tax-exempt at 25 %",
      { fte: 12, wages: 30_000, premiums: 96_000, base: 25_000, share: 2_500 },
      16_000_00,
    ],
    ["13 people, $27,000, $127,534 in 2025", { fte: 13, wages: 27_000, premiums: 127_534, base: 33_300 }, 51_013_60],
    ["12 people, $38,000, $84,000 in 2026", { fte: 12, wages: 38_000, premiums: 84_000, base: 34_100 }, 31_596_48],
    ["15 people, $20,000, $48,750 in 2019", { fte: 15, wages: 20_000, premiums: 48_750, base: 27_100 }, 16_250_00],
  ])("%s", (_, input, expected) => {
    expect(phaseOut(input).afterWageCutCents).toBe(expected);
  });

  it("do not follow the published slips", () => {
    expect(phaseOut({ fte: 10, wages: 20_000, premiums: 70_000, base: 25_400 }).fullCreditCents).toBe(35_000_00);
    const testKey = phaseOut({ fte: 13, wages: 27_000, premiums: 127_534, base: 33_300 });
    expect([testKey.fteCutCents, testKey.afterWageCutCents]).toEqual([12_753_40, 51_013_60]);
  });

  it("take each cut from the full credit", () => {
    expect(phaseOut({ fte: 12, wages: 38_000, premiums: 84_000, base: 34_100 })).toEqual({
      fullCreditCents: 42_000_00,
      fteCutCents: 5_600_00,
      afterFteCutCents: 36_400_00,
      wageCutCents: 4_803_52,
      afterWageCutCents: 31_596_48,
    });
  });
});

describe("the cut for people", () => {
  it.each([
    [0, 15_000],
    [10, 15_000],
    [11, 14_000],
    [24, 1_000],
    [25, 0],
    [26, 0],
  ])("leaves of $15,000, at %i full-time equivalents, $%i", (fte, dollars) => {
    expect(phaseOut({ fte, wages: 20_000, premiums: 30_000, base: 34_100 }).afterFteCutCents).toBe(dollars * 100);
  });
});

describe("the cut for wages", () => {
  it.each([
    [25_000, 12_500_00],
    [26_000, 12_000_00],
    [49_000, 500_00],
    [50_000, 0],
    [51_000, 0],
  ])("leaves of $12,500, at an average of $%i and a base of $25,000, %i cents", (wages, expected) => {
    expect(phaseOut({ fte: 5, wages, premiums: 25_000, base: 25_000 }).afterWageCutCents).toBe(expected);
  });

  it("starts at the base itself and not at the rounded one that the form prints", () => {
    expect(phaseOut({ fte: 5, wages: 26_000, premiums: 10_000, base: 25_900 }).wageCutCents).toBe(19_31);
    expect(phaseOut({ fte: 5, wages: 52_000, premiums: 10_000, base: 25_900 }).afterWageCutCents).toBe(0);
  });
});

it("never raises the credit with more people or higher wages, and stays between zero and the full credit", () => {
  const input = fc.record({
    fte: fc.integer({ min: 0, max: 60 }),
    wages: fc.integer({ min: 0, max: 120_000 }),
    premiums: fc.integer({ min: 0, max: 1_000_000 }),
    base: fc.constantFrom(25_400, 27_100, 34_100),
  });
  fc.assert(
    fc.property(input, (given) => {
      const result = phaseOut(given);
      expect(result.afterWageCutCents).toBeGreaterThanOrEqual(0);
      expect(result.afterWageCutCents).toBeLessThanOrEqual(result.fullCreditCents);
      expect(phaseOut({ ...given, fte: given.fte + 1 }).afterWageCutCents).toBeLessThanOrEqual(
        result.afterWageCutCents,
      );
      expect(phaseOut({ ...given, wages: given.wages + 1_000 }).afterWageCutCents).toBeLessThanOrEqual(
        result.afterWageCutCents,
      );
    }),
  );
});

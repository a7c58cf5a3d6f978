import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, basisPoints, cents, divideHalfUp, parseDollars, shareOfCents, sumCents } from "./cents";

describe("money", () => {
  it.each([
    [34050, 5000, 17025],
    [28375, 4000, 11350],
    [1, 5000, 1],
    [1, 4999, 0],
    [333, 3333, 111],
    [0, 10000, 0],
  ])("%i cents at %i basis points is %i cents, half a cent up", (amount, share, expected) => {
    expect(shareOfCents(cents(amount), basisPoints(share))).toBe(expected);
  });

  it.each([
    [5n, 2n, 3],
    [4n, 3n, 1],
    [-5n, 2n, -2],
    [-7n, 2n, -3],
    [0n, 7n, 0],
  ])("%i over %i rounds to %i", (numerator, denominator, expected) => {
    expect(divideHalfUp(numerator, denominator)).toBe(expected);
  });

  it("hands left-over cents to the largest remainders, ties to the earlier part", () => {
    expect(allocate(cents(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(cents(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocate(cents(10), [0, 3, 0])).toEqual([0, 10, 0]);
  });

  it("splits any amount into parts that add up to it", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), weights, (total, parts) => {
        fc.pre(parts.some((weight) => weight > 0));
        expect(sumCents(allocate(cents(total), parts))).toBe(total);
      }),
    );
  });

  it.each([
    ["1,001.67", 100167],
    ["$1,250", 125000],
    ["12.5", 1250],
    ["1001.67 ", 100167],
    ["1,00.67", undefined],
    ["12.345", undefined],
    ["-3", undefined],
    ["", undefined],
    ["12abc", undefined],
  ])("reads %j as %s cents", (text, expected) => {
    expect(parseDollars(text)).toBe(expected);
  });

  it.each([0.5, Number.NaN, Infinity])("refuses %s as a number of cents", (value) => {
    expect(() => cents(value)).toThrow("whole number");
  });
});

import { expect, it } from "vitest";
import { cents } from "../money/cents";
import { averageAnnualWagesCents } from "./average-wages.rule";

it.each([
  [224_000_00, 10, 22_000],
  [230_000_00, 10, 23_000],
  [229_999_99, 10, 22_000],
  [999_99, 1, 0],
  [1_000_00, 1, 1_000],
  [0, 3, 0],
])("%i cents of wages over %i full-time equivalents average $%i", (wages, fte, dollars) => {
  expect(averageAnnualWagesCents({ wagesCents: cents(wages), fte })).toBe(dollars * 100);
});

it("is not asked for a business in which nobody worked", () => {
  expect(() => averageAnnualWagesCents({ wagesCents: cents(0), fte: 0 })).toThrow("from 1");
});

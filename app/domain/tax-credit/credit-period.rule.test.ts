import { expect, it } from "vitest";
import { creditPeriodRuling } from "./credit-period.rule";

it.each([
  [2026, null, []],
  [2026, 2026, []],
  [2026, 2025, []],
  [2026, 2024, ["credit-period-over"]],
  [2026, 2014, ["credit-period-over"]],
  [2026, 2027, ["credit-year-before-first-claim"]],
])("tax year %i with a first claim in %s has the problems %j", (taxYear, firstClaimYear, codes) => {
  const ruling = creditPeriodRuling({ taxYear, firstClaimYear });
  expect(ruling.allowed ? [] : ruling.problems.map((p) => p.code)).toEqual(codes);
});

it("names the two years that were used", () => {
  expect(creditPeriodRuling({ taxYear: 2026, firstClaimYear: 2023 })).toMatchObject({
    problems: [{ params: { firstYear: 2023, lastYear: 2024, taxYear: 2026 } }],
  });
});

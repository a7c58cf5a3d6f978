import { describe, expect, it } from "vitest";
import {
  explainMarketplaceCalculatorFte,
  explainSection4980hFte,
  marketplaceCalculatorFte,
  section4980hFte,
  type WorkMonth,
} from "./fte-count.rule";

function year(month: WorkMonth): WorkMonth[] {
  return Array.from({ length: 12 }, () => month);
}

function fteOf(months: readonly WorkMonth[]): number {
  const outcome = section4980hFte(months);
  if (!outcome.ok) throw new Error("the count was refused");
  return outcome.value.fte;
}

describe("the count of section 4980H", () => {
  it.each([
    ["fifty full-time people", { fullTimeHeads: 50, partTimeHours: [] }, 50],
    ["fifty full-time and one of 119.99 hours", { fullTimeHeads: 50, partTimeHours: [119.99] }, 50],
    ["fifty full-time and one of 120 hours", { fullTimeHeads: 50, partTimeHours: [120] }, 51],
    ["one person of 129 hours, capped at 120", { fullTimeHeads: 0, partTimeHours: [129] }, 1],
    ["two people of 129 hours, each capped", { fullTimeHeads: 0, partTimeHours: [129, 129] }, 2],
    ["ten people of 12 hours", { fullTimeHeads: 3, partTimeHours: Array.from({ length: 10 }, () => 12) }, 4],
    ["hours that floating point cannot add exactly", { fullTimeHeads: 0, partTimeHours: [0.1, 0.2, 119.7] }, 1],
    ["one person of 119 hours", { fullTimeHeads: 0, partTimeHours: [119] }, 0],
    ["nobody", { fullTimeHeads: 0, partTimeHours: [] }, 0],
  ])("all year %s", (_, month, expected) => {
    expect(fteOf(year(month))).toBe(expected);
  });

  it("rounds down once, at the end of the year", () => {
    const halfMonths = year({ fullTimeHeads: 1, partTimeHours: [60] });
    expect(fteOf(halfMonths)).toBe(1);
    const uneven = year({ fullTimeHeads: 1, partTimeHours: [60] }).map((month, index) =>
      index < 6 ? { fullTimeHeads: 2, partTimeHours: [60] } : month,
    );
    expect(fteOf(uneven)).toBe(2);
  });

  it("is 50 for an average of 50.99", () => {
    const months = year({ fullTimeHeads: 51, partTimeHours: [] });
    months[11] = { fullTimeHeads: 50, partTimeHours: [119] };
    expect(fteOf(months)).toBe(50);
  });

  it("shows its working", () => {
    const outcome = section4980hFte(year({ fullTimeHeads: 4, partTimeHours: [100, 130] }));
    expect(outcome.ok && outcome.value.steps).toHaveLength(15);
    expect(outcome.ok && outcome.value.steps[0]).toEqual({
      code: "month-equivalents",
      params: { month: 1, fullTimeHeads: 4, cappedPartTimeHours: 220, equivalents: 5.83 },
    });
    expect(outcome.ok && outcome.value.steps.slice(12)).toEqual([
      { code: "year-total", params: { equivalents: 70 } },
      { code: "year-average", params: { months: 12, average: 5.83 } },
      { code: "rounded-down", params: { average: 5.83, fte: 5 } },
    ]);
  });

  it.each([
    ["eleven months", year({ fullTimeHeads: 1, partTimeHours: [] }).slice(1), "fte-twelve-months-needed"],
    ["half a person", year({ fullTimeHeads: 1.5, partTimeHours: [] }), "fte-head-count-not-whole"],
    ["fewer than no people", year({ fullTimeHeads: -1, partTimeHours: [] }), "fte-head-count-not-whole"],
    ["fewer than no hours", year({ fullTimeHeads: 1, partTimeHours: [-1] }), "fte-hours-out-of-range"],
    ["more hours than a month has", year({ fullTimeHeads: 1, partTimeHours: [745] }), "fte-hours-out-of-range"],
  ])("is refused for %s", (_, months, code) => {
    const outcome = section4980hFte(months);
    expect(!outcome.ok && outcome.problems[0]?.code).toBe(code);
  });
});

describe("the marketplace calculator's shortcut", () => {
  it.each([
    [50, 0, 50],
    [50, 29.99, 50],
    [50, 30, 51],
    [49, 30, 50],
    [3, 100, 6],
    [0, 20, 0],
  ])("makes %i full-time people and %d part-time hours a week into %i", (fullTimeHeads, partTimeWeeklyHours, fte) => {
    expect(marketplaceCalculatorFte({ fullTimeHeads, partTimeWeeklyHours })).toMatchObject({
      ok: true,
      value: { fte },
    });
  });

  it("shows its working", () => {
    expect(marketplaceCalculatorFte({ fullTimeHeads: 3, partTimeWeeklyHours: 100 })).toEqual({
      ok: true,
      value: {
        fte: 6,
        method: "marketplace-calculator",
        steps: [
          { code: "part-time-equivalents", params: { partTimeWeeklyHours: 100, equivalents: 3.33 } },
          { code: "equivalents-total", params: { fullTimeHeads: 3, average: 6.33 } },
          { code: "rounded-down", params: { average: 6.33, fte: 6 } },
        ],
      },
    });
  });

  it("is refused for numbers that are none", () => {
    expect(marketplaceCalculatorFte({ fullTimeHeads: Number.NaN, partTimeWeeklyHours: -1 })).toEqual({
      ok: false,
      problems: [
        { code: "fte-head-count-not-whole", field: "fullTimeHeads" },
        { code: "fte-hours-out-of-range", field: "partTimeWeeklyHours", params: { mostHours: 1_000_000 } },
      ],
    });
  });
});

describe("the explanation of a count", () => {
  it("ends in the count itself and has its lines", () => {
    const months = year({ fullTimeHeads: 4, partTimeHours: [100, 130] });
    const [count, explanation] = [section4980hFte(months), explainSection4980hFte(months)];
    if (!count.ok || !explanation.ok) throw new Error("the count was refused");
    expect(explanation.value.params).toEqual({ fte: count.value.fte });
    expect(explanation.value.steps?.map((step) => step.params)).toEqual(count.value.steps.map((step) => step.params));
  });

  it("exists for the calculator too", () => {
    expect(explainMarketplaceCalculatorFte({ fullTimeHeads: 3, partTimeWeeklyHours: 100 })).toMatchObject({
      ok: true,
      value: { code: "explain-fte-marketplace-calculator", params: { fte: 6 } },
    });
  });

  it("is refused where the count is", () => {
    expect(explainSection4980hFte([]).ok).toBe(false);
  });
});

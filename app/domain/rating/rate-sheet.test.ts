import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, type Cents } from "../money/cents";
import { oldestRateAge } from "../plan-catalog/values/cms-age";
import {
  bandOfAge,
  buildFamilyTierRateSheet,
  buildRateSheet,
  rateAt,
  type FamilyTierCents,
  type PerAgeRateSheet,
  type RateBand,
} from "./rate-sheet";
import { defaultCurveSheet, testSheetKey } from "./testing/default-curve-sheet";

function row(fromAge: number, toAge: number | null, amount: number, tobacco: number | null = null): RateBand {
  return {
    fromAge,
    toAge: toAge ?? oldestRateAge,
    rateCents: cents(amount),
    tobaccoCents: tobacco === null ? null : cents(tobacco),
  };
}

function sheetOf(rows: readonly RateBand[]): PerAgeRateSheet {
  const built = buildRateSheet(testSheetKey, rows);
  if (!built.ok) throw new Error(`refused: ${built.problems.map((p) => p.code).join()}`);
  return built.value;
}

function refusal(rows: readonly RateBand[]) {
  const built = buildRateSheet(testSheetKey, rows);
  return built.ok ? [] : built.problems.map((p) => [p.code, p.params?.["fromAge"], p.params?.["toAge"]]);
}

describe("the plan's own bands", () => {
  const before2018 = sheetOf([row(21, 21, 200), row(65, null, 600), row(0, 20, 100), row(22, 64, 300)]);
  const from2018 = sheetOf([row(0, 14, 100), row(15, 63, 200), row(64, null, 300)]);

  it.each([
    [before2018, 0, 100],
    [before2018, 20, 100],
    [before2018, 21, 200],
    [before2018, 64, 300],
    [before2018, 65, 600],
    [from2018, 14, 100],
    [from2018, 15, 200],
    [from2018, 20, 200],
    [from2018, 63, 200],
    [from2018, 64, 300],
    [from2018, 120, 300],
    [from2018, 125, 300],
  ])("price an age by the bands that were filed (case %#)", (sheet, age, amount) => {
    expect(rateAt(sheet, { age, usesTobacco: false })).toBe(amount);
  });

  it("have no price for an age outside the filed table", () => {
    const adults = sheetOf([row(21, 63, 200)]);
    expect([20, 21, 63, 64].map((age) => rateAt(adults, { age, usesTobacco: false }))).toEqual([
      undefined,
      200,
      200,
      undefined,
    ]);
  });

  it("cover every age exactly once when the table is whole", () => {
    const sheet = defaultCurveSheet({ baseCents: 30_000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (age) => {
        const band = bandOfAge(sheet, age);
        return (
          band !== undefined &&
          sheet.bands.filter((b) => b.fromAge <= Math.min(age, 65) && Math.min(age, 65) <= b.toAge).length === 1
        );
      }),
    );
  });

  it("come out the same in whatever order the rows were filed", () => {
    const rows = [row(0, 14, 100), row(15, 20, 150), row(21, 63, 200), row(64, null, 300)];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(sheetOf(shuffled)).toEqual(sheetOf(rows));
      }),
    );
  });
});

describe("tobacco prices", () => {
  it("are the user's own where they were filed", () => {
    const sheet = sheetOf([row(0, 20, 100), row(21, null, 200, 300)]);
    expect(sheet.tobaccoRated).toBe(true);
    expect(rateAt(sheet, { age: 21, usesTobacco: true })).toBe(300);
    expect(rateAt(sheet, { age: 21, usesTobacco: false })).toBe(200);
  });

  it("are everybody's where none were filed", () => {
    const sheet = sheetOf([row(0, null, 200)]);
    expect(sheet.tobaccoRated).toBe(false);
    expect(rateAt(sheet, { age: 40, usesTobacco: true })).toBe(200);
  });
});

describe("tables that are refused", () => {
  it.each([
    ["no rows", [], [["rate-sheet-empty", undefined, undefined]]],
    ["a missing age", [row(0, 20, 100), row(22, null, 200)], [["rate-ages-gap", 21, 21]]],
    ["two prices for one age", [row(0, 21, 100), row(21, null, 200)], [["rate-ages-overlap", 21, 21]]],
    ["a row twice", [row(0, 20, 100), row(21, null, 200), row(21, null, 200)], [["rate-ages-overlap", 21, 65]]],
    ["a price of zero", [row(0, null, 0)], [["rate-not-positive", 0, 65]]],
    ["a tobacco price of zero", [row(0, null, 100, 0)], [["rate-not-positive", 0, 65]]],
    ["ages the wrong way round", [row(21, 20, 100)], [["rate-ages-invalid", 21, 20]]],
    ["a negative age", [row(-1, null, 100)], [["rate-ages-invalid", -1, 65]]],
    [
      "an adult band without its tobacco price",
      [row(0, 20, 100), row(21, 21, 200, 300), row(22, null, 200)],
      [["rate-tobacco-missing", 22, 65]],
    ],
  ])("refuses %s", (_, rows, problems) => {
    expect(refusal(rows)).toEqual(problems);
  });
});

describe("family-tier tables", () => {
  const tiers: FamilyTierCents = {
    individual: cents(3000),
    couple: cents(6000),
    primaryAndOne: null,
    primaryAndTwo: null,
    primaryAndThreeOrMore: null,
    coupleAndOne: null,
    coupleAndTwo: null,
    coupleAndThreeOrMore: null,
  };

  it("may leave out make-ups that the plan does not sell", () => {
    expect(buildFamilyTierRateSheet(testSheetKey, tiers)).toMatchObject({ ok: true, value: { kind: "family-tier" } });
  });

  it.each(["individual", "couple"] as const)("refuse a %s price of zero", (tier) => {
    const zero: Cents = cents(0);
    const built = buildFamilyTierRateSheet(testSheetKey, { ...tiers, [tier]: zero });
    expect(built).toMatchObject({ ok: false, problems: [{ code: "rate-not-positive", params: { tier } }] });
  });
});

import { describe, expect, it } from "vitest";
import { addDays, calendarDate } from "../calendar/calendar-date";
import { exchangeCodes, rateBasisPoints, type ExchangeProfile } from "./exchange-profile";
import { exchangeProfileRows, exchangeTimeZone, profileFor, ratingRuling } from "./profile-for";
import {
  exchangeByState,
  participationRateByState,
  planYearEndByState,
  ratesWithheldByState,
  sizeLimitByState,
  tobaccoRatingByState,
} from "./state-figures";
import { usStates } from "./us-state";

const day = calendarDate;

function profileOf(state: string, on = "2026-10-01"): ExchangeProfile {
  const outcome = profileFor({ state, on: day(on) });
  if (!outcome.ok) throw new Error(`no profile for ${state} on ${on}`);
  return outcome.value;
}

describe("the exchange of a state", () => {
  it.each([
    ["WI", "ff-shop"],
    ["CA", "ff-shop"],
    ["DC", "dc"],
    ["MA", "ma"],
  ])("%s is served by %s", (state, code) => {
    expect(profileOf(state).code).toBe(code);
  });

  it("covers all fifty states and the District", () => {
    expect(usStates).toHaveLength(51);
    for (const state of usStates) expect(profileOf(state).state).toBe(state);
  });

  it.each([["ZZ"], ["wi"], [""], ["toString"]])("%j is no state", (state) => {
    expect(profileFor({ state, on: day("2026-10-01") })).toMatchObject({
      ok: false,
      problems: [{ code: "state-unknown" }],
    });
  });

  it.each([
    ["WI", "2013-12-31", false],
    ["WI", "2014-01-01", true],
    ["DC", "2013-12-31", false],
    ["DC", "2014-01-01", true],
    ["MA", "2016-12-31", false],
    ["MA", "2017-01-01", true],
  ])("%s on %s is covered by a row: %s", (state, on, covered) => {
    const outcome = profileFor({ state, on: day(on) });
    expect(outcome.ok).toBe(covered);
    if (!outcome.ok)
      expect(outcome.problems).toEqual([{ code: "exchange-profile-date-not-covered", params: { state, on } }]);
  });

  it("keeps its days in a zone that exists", () => {
    const zone = exchangeTimeZone({ state: "WI", on: day("2026-10-01") });
    expect(zone).toBe(profileOf("WI").timeZone);
    expect(() => new Intl.DateTimeFormat("en-US", { timeZone: zone })).not.toThrow();
  });
});

describe("figures that vary by state", () => {
  it.each([
    ["WI", "2026-10-01", 50],
    ["CA", "2026-10-01", 100],
    ["CO", "2026-10-01", 100],
    ["NY", "2026-10-01", 100],
    ["VT", "2026-10-01", 100],
    ["CA", "2015-12-31", 50],
    ["CA", "2016-01-01", 100],
    ["DC", "2026-10-01", 50],
    ["MA", "2026-10-01", 50],
  ])("the size limit in %s on %s is %i", (state, on, limit) => {
    expect(profileOf(state, on).sizeLimitFte).toBe(limit);
  });

  it.each([
    ["WI", 7000],
    ["TX", 7500],
    ["NH", 7500],
    ["TN", 5000],
    ["DC", 6667],
    ["MA", 7500],
  ])("the participation rate in %s is shown as %i hundredths of a percent", (state, shown) => {
    expect(rateBasisPoints(profileOf(state).participation.rate)).toBe(shown);
  });

  it.each([
    ["WI", true],
    ["NY", false],
    ["DC", false],
  ])("tobacco may be rated in %s: %s", (state, expected) => {
    expect(profileOf(state).tobaccoAllowed).toBe(expected);
  });

  it.each([
    ["VT", "2026-10-01", "december-31"],
    ["ME", "2022-12-31", "twelve-months"],
    ["ME", "2023-01-01", "december-31"],
    ["DC", "2026-10-01", "twelve-months"],
  ])("plan years in %s on %s end by %s", (state, on, expected) => {
    expect(profileOf(state, on).planYearEnd).toBe(expected);
  });

  it("withhold premiums in New Jersey only, whose age curve is not loaded", () => {
    const refusedStates = usStates.filter((state) => !ratingRuling({ state, on: day("2026-10-01") }).allowed);
    expect(refusedStates).toEqual(["NJ"]);
    expect(ratingRuling({ state: "NJ", on: day("2026-10-01") })).toMatchObject({
      problems: [{ code: "state-rates-not-loaded", params: { state: "NJ" } }],
    });
  });
});

describe("figures that vary by exchange and year", () => {
  it.each([
    ["2015-12-31", "accepting-over-offered-less-covered-elsewhere"],
    ["2016-01-01", "accepting-plus-covered-elsewhere"],
  ])("the federal participation formula on %s is %s", (on, formula) => {
    expect(profileOf("WI", on).participation.formula).toBe(formula);
  });

  it.each([
    ["2014-12-31", ["single-plan"]],
    ["2015-01-01", ["single-plan", "metal-level"]],
    ["2016-12-31", ["single-plan", "metal-level"]],
    ["2017-01-01", ["single-plan", "metal-level", "single-issuer"]],
  ])("a federal employer on %s may choose among %j", (on, models) => {
    expect(profileOf("WI", on).choiceModels).toEqual(models);
  });

  it.each([
    ["WI", 0, 0, []],
    ["DC", 5000, 0, [1]],
    ["MA", 5000, 3300, [1]],
  ])(
    "the contribution minimum in %s is %i for employees and %i for dependents",
    (state, employee, dependents, months) => {
      expect(profileOf(state).contributionMinimum).toEqual({
        employeeBasisPoints: employee,
        dependentsBasisPoints: dependents,
        waivedStartMonths: months,
      });
    },
  );
});

describe("the dated rows", () => {
  it.each(exchangeCodes)("of %s follow each other without gap or overlap, the last one open", (code) => {
    const rows = exchangeProfileRows.filter((row) => row.code === code);
    expect(rows.at(-1)?.effectiveTo).toBeNull();
    rows.slice(1).forEach((row, index) => {
      const before = rows[index]?.effectiveTo;
      expect(before && addDays(before, 1)).toBe(row.effectiveFrom);
    });
  });

  it.each([
    exchangeByState,
    sizeLimitByState,
    participationRateByState,
    planYearEndByState,
    tobaccoRatingByState,
    ratesWithheldByState,
  ])("of the state figure $figure never cover one state and day twice", ({ rows }) => {
    const entries = rows.flatMap((row) => row.states.map((state) => ({ ...row, state })));
    for (const [index, a] of entries.entries()) {
      for (const b of entries.slice(index + 1)) {
        const overlaps =
          a.state === b.state &&
          (a.effectiveTo === null || b.effectiveFrom <= a.effectiveTo) &&
          (b.effectiveTo === null || a.effectiveFrom <= b.effectiveTo);
        expect(overlaps).toBe(false);
      }
    }
  });

  const context = new Set(["state", "effectiveFrom", "effectiveTo", "notes"]);
  function figurePaths(value: object, prefix = ""): string[] {
    return Object.entries(value).flatMap(([key, inner]) => {
      if (prefix === "" && context.has(key)) return [];
      const isGroup = typeof inner === "object" && inner !== null && !Array.isArray(inner);
      return isGroup ? figurePaths(inner as object, `${prefix}${key}.`) : [`${prefix}${key}`];
    });
  }

  it.each(["WI", "DC", "MA", "NJ"])("name exactly one source for each figure in %s", (state) => {
    const profile = profileOf(state);
    for (const path of figurePaths(profile)) {
      const notes = profile.notes.filter(({ figure }) => path === figure || path.startsWith(`${figure}.`));
      expect(
        notes.map((note) => note.figure),
        path,
      ).toHaveLength(1);
      expect(notes[0]?.source, path).not.toBe("");
    }
  });

  it("leave room for the shortest open enrollment between the publish day and its last day", () => {
    for (const { terms } of exchangeProfileRows) {
      for (const cycle of [terms.calendar.initial, terms.calendar.renewal]) {
        expect(cycle.publishByDay + cycle.enrollmentMinimumDays - 1).toBeLessThanOrEqual(cycle.enrollmentEndsByDay);
        expect(cycle.enrollmentEndsByDay).toBeLessThan(terms.calendar.submitByDay);
      }
    }
  });
});

import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { profileFor } from "../../exchange-profile/profile-for";
import { basisPoints, cents } from "../../money/cents";
import { takeUpForecast, type ForecastPerson } from "./take-up-forecast.rule";
import { takeUpRows } from "./take-up-rows";

const dates = { startOn: calendarDate("2027-03-01"), submittedOn: calendarDate("2027-02-10") };

function profileOf(state: string) {
  const outcome = profileFor({ state, on: dates.startOn });
  if (!outcome.ok) throw new Error(`no profile for ${state}`);
  return outcome.value;
}

/** So many people who would pay this much of a premium of $100.00. */
function people(count: number, percent: number, rest: Partial<ForecastPerson> = {}): ForecastPerson[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ employeeId: `${percent} ${index}`, isOwnerOrOwnerSpouse: false, fullTime: true },
    ...{ premiumCents: cents(10_000), employeeShareCents: cents(Math.round(percent * 100)), ...rest },
  }));
}

function forecast(who: readonly ForecastPerson[], state = "WI", on: Partial<typeof dates> = {}) {
  const outcome = takeUpForecast({ people: who, profile: profileOf(state), ...dates, ...on });
  return outcome.ok ? outcome.value : undefined;
}

describe("who is expected to take coverage", () => {
  it.each([
    // Twenty people, so that each five percent is one of them.
    [0, 19],
    [0.01, 17],
    [25, 17],
    [25.01, 15],
    [50, 15],
    [50.01, 12],
    [75, 12],
    [75.01, 9],
    [100, 9],
  ])("of twenty who would pay %d percent of their own premium", (percent, expected) => {
    expect(forecast(people(20, percent))?.expectedHeads).toBe(expected);
  });

  it("adds up over people who would pay different shares, and names each band that has somebody", () => {
    // 2 x 0.85 + 4 x 0.60 = 4.1.
    expect(forecast([...people(2, 20), ...people(4, 60)])).toEqual({
      ...{ expectedHeads: 4, requiredHeads: 5, ofHeads: 6, enough: false, waived: false },
      bands: [
        { overBasisPoints: 0, upToBasisPoints: 2_500, takeUpBasisPoints: 8_500, heads: 2 },
        { overBasisPoints: 5_000, upToBasisPoints: 7_500, takeUpBasisPoints: 6_000, heads: 4 },
      ],
    });
  });

  it("rounds half up to whole people", () => {
    // 2 x 0.75 = 1.5, and 3 x 0.75 = 2.25.
    expect([forecast(people(2, 50))?.expectedHeads, forecast(people(3, 50))?.expectedHeads]).toEqual([2, 2]);
  });

  it("holds it against the heads that the exchange asks for", () => {
    // 70 % of 8 is 5.6, so 6; 8 x 0.75 is 6, and 8 x 0.60 is 4.8, so 5.
    expect(forecast(people(8, 50))).toMatchObject({ expectedHeads: 6, requiredHeads: 6, enough: true });
    expect(forecast(people(8, 60))).toMatchObject({ expectedHeads: 5, requiredHeads: 6, enough: false });
  });

  it("leaves out whom the exchange does not count", () => {
    const left = [...people(1, 10, { isOwnerOrOwnerSpouse: true }), ...people(1, 20, { fullTime: false })];
    expect(forecast([...people(4, 50), ...left])?.ofHeads).toBe(4);
    expect(forecast([...people(4, 50), ...left], "DC")?.ofHeads).toBe(6);
  });

  it("says when no minimum is asked", () => {
    const january = { startOn: calendarDate("2027-01-01") };
    expect(forecast(people(8, 90), "WI", { ...january, submittedOn: calendarDate("2026-11-20") })?.waived).toBe(true);
    expect(forecast(people(8, 90), "WI", { ...january, submittedOn: calendarDate("2026-11-10") })?.waived).toBe(false);
  });

  it("counts somebody whose coverage costs nothing as paying nothing", () => {
    expect(forecast(people(20, 0, { premiumCents: cents(0) }))?.expectedHeads).toBe(19);
  });

  it("has no answer for a day without an assumption", () => {
    const early = { ...dates, startOn: calendarDate("2013-12-01") };
    expect(takeUpForecast({ people: people(1, 0), profile: profileOf("WI"), ...early })).toMatchObject({
      problems: [{ code: "take-up-date-not-covered", params: { startOn: "2013-12-01" } }],
    });
  });
});

describe("the assumption", () => {
  it.each(takeUpRows.map((row) => [row.effectiveFrom, row] as const))(
    "from %s on falls as people pay more, covers every share and says where it comes from",
    (_from, { bands, source, confirmed }) => {
      expect(bands.at(-1)?.upToBasisPoints).toBe(basisPoints(10_000));
      const rising = bands.map(({ upToBasisPoints }) => upToBasisPoints);
      const falling = bands.map(({ takeUpBasisPoints }) => takeUpBasisPoints);
      expect([...rising].sort((a, b) => a - b)).toEqual(rising);
      expect([...falling].sort((a, b) => b - a)).toEqual(falling);
      expect({ confirmed, sourced: source.length > 20 }).toEqual({ confirmed: false, sourced: true });
    },
  );
});

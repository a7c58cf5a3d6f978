import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { profileFor } from "../../exchange-profile/profile-for";
import { figureFor } from "../../exchange-profile/state-figures";
import { contributionMinimumByState } from "./state-minimums";

describe("the least that an employer must promise", () => {
  it.each([
    ["WI", "2025-03-01", 0, 0],
    ["DC", "2019-12-31", 5_000, 0],
    ["DC", "2020-01-01", 0, 0],
    ["DC", "2022-12-31", 0, 0],
    ["DC", "2023-01-01", 5_000, 0],
    ["MA", "2025-03-01", 5_000, 3_300],
    ["CA", "2025-03-01", 5_000, 0],
    ["NY", "2025-03-01", 0, 0],
    ["VT", "2025-03-01", 0, 0],
    ["MN", "2025-03-01", 0, 0],
    ["CO", "2025-03-01", 0, 0],
  ] as const)(
    "in %s for a plan year from %s is %i for the employee and %i for dependents",
    (state, on, own, family) => {
      const figure = figureFor(contributionMinimumByState, { state, on: calendarDate(on) });
      expect(figure.value).toMatchObject({ employeeBasisPoints: own, dependentsBasisPoints: family });
      expect(figure.note.source).not.toBe("");
    },
  );

  it.each(["CA", "DC", "MA", "WI"] as const)("is the one in the profile of %s", (state) => {
    const on = calendarDate("2026-03-01");
    const profile = profileFor({ state, on });
    if (!profile.ok) throw new Error(`no profile for ${state}`);
    expect(profile.value.contributionMinimum).toEqual(figureFor(contributionMinimumByState, { state, on }).value);
  });

  it("never has two rows for one state and day", () => {
    const entries = contributionMinimumByState.rows.flatMap((row) => row.states.map((state) => ({ ...row, state })));
    const clashes = entries.filter((a, index) =>
      entries
        .slice(index + 1)
        .some(
          (b) =>
            a.state === b.state &&
            (a.effectiveTo === null || b.effectiveFrom <= a.effectiveTo) &&
            (b.effectiveTo === null || a.effectiveFrom <= b.effectiveTo),
        ),
    );
    expect(clashes).toEqual([]);
  });
});

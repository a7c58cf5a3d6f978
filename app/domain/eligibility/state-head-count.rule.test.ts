import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar/calendar-date";
import {
  explainStateHeadCount,
  stateHeadCount,
  stateHeadCountRuling,
  type CountedWorker,
} from "./state-head-count.rule";

const on = calendarDate("2027-01-01");

function workers(count: number, change: Partial<CountedWorker> = {}): CountedWorker[] {
  return Array.from({ length: count }, () => ({
    weeklyHours: 40,
    worksiteState: "CA",
    isContractor: false,
    ...change,
  }));
}

describe("eligible heads in California", () => {
  it.each([
    [30, false, 1],
    [29.99, false, 0],
    [29.99, true, 1],
    [20, true, 1],
    [20, false, 0],
    [19.99, true, 0],
    [40, false, 1],
  ])(
    "somebody of %d hours a week, with part-time people offered coverage %s, counts %i",
    (weeklyHours, offersPartTime, heads) => {
      const count = stateHeadCount({ state: "CA", on, offersPartTime, workers: workers(1, { weeklyHours }) });
      expect(count).toEqual({ eligibleHeads: heads, inStateHeads: heads });
    },
  );

  it("leave out contractors", () => {
    const input = { state: "CA", on, offersPartTime: true, workers: workers(3, { isContractor: true }) } as const;
    expect(stateHeadCount(input)?.eligibleHeads).toBe(0);
    expect(stateHeadCountRuling(input)).toMatchObject({ problems: [{ code: "no-eligible-employee-heads" }] });
  });

  it.each([
    [1, 0, true],
    [3, 2, true],
    [2, 2, false],
    [1, 2, false],
    [0, 1, false],
  ])("with %i in the state and %i outside pass: %s", (inside, outside, passes) => {
    const everybody = [...workers(inside), ...workers(outside, { worksiteState: "NV" })];
    const ruling = stateHeadCountRuling({ state: "CA", on, offersPartTime: false, workers: everybody });
    expect(ruling.allowed).toBe(passes);
    if (!ruling.allowed) expect(ruling.problems[0]?.code).toBe("most-employees-in-other-states");
  });
});

it("asks no head count where the state has none", () => {
  const input = { state: "WI", on, offersPartTime: false, workers: [] } as const;
  expect(stateHeadCount(input)).toBeUndefined();
  expect(stateHeadCountRuling(input).allowed).toBe(true);
  expect(explainStateHeadCount(input).code).toBe("explain-head-count-none");
});

it("explains the heads it counted", () => {
  const input = { state: "CA", on, offersPartTime: false, workers: workers(2) } as const;
  expect(explainStateHeadCount(input)).toMatchObject({
    code: "explain-head-count",
    params: { eligibleHeads: 2, inStateHeads: 2, state: "CA" },
  });
});

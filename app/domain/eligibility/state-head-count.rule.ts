// Some states count heads beside full-time equivalents: the eligible employees are those who work enough hours a week,
// and more than half of them must work in the state. California: from 30 hours always, from 20 hours where the employer
// offers it, below 20 hours never. Contractors do not count. 10 CCR 6528 with the state exchange's employer guide.
// Whole people. Each state's numbers are a dated row.
import { calendarDate, type CalendarDate } from "../calendar/calendar-date";
import type { Explanation } from "../explanation";
import { figureFor, type StateFigure } from "../exchange-profile/state-figures";
import type { UsState } from "../exchange-profile/us-state";
import { allowed, refused, type Ruling } from "../problem";

export const citation = "10 CCR 6528";

export type HeadCountTerms = {
  readonly eligibleFromWeeklyHours: number;
  /** Between this and the hours above only where the employer offers coverage to part-time people. */
  readonly optionalFromWeeklyHours: number;
  readonly majorityInState: boolean;
};

/** Null: the state counts full-time equivalents only. */
export const headCountByState: StateFigure<HeadCountTerms | null> = {
  figure: "headCount",
  rows: [
    {
      states: ["CA"],
      effectiveFrom: calendarDate("2014-01-01"),
      effectiveTo: null,
      value: { eligibleFromWeeklyHours: 30, optionalFromWeeklyHours: 20, majorityInState: true },
      source: "Covered California for Small Business employer guide, 2020",
      confirmed: false,
    },
  ],
  otherwise: { value: null, source: "42 U.S.C. 18024(b): full-time equivalents only", confirmed: false },
};

export type CountedWorker = {
  readonly weeklyHours: number;
  readonly worksiteState: UsState;
  readonly isContractor: boolean;
};

export type StateHeadCount = { readonly eligibleHeads: number; readonly inStateHeads: number };

type Input = {
  readonly state: UsState;
  readonly on: CalendarDate;
  readonly offersPartTime: boolean;
  readonly workers: readonly CountedWorker[];
};

/** Undefined where the state has no such count. */
export function stateHeadCount(input: Input): StateHeadCount | undefined {
  const terms = termsOf(input);
  if (!terms) return undefined;
  const least = input.offersPartTime ? terms.optionalFromWeeklyHours : terms.eligibleFromWeeklyHours;
  const eligible = input.workers.filter((worker) => !worker.isContractor && worker.weeklyHours >= least);
  const inState = eligible.filter((worker) => worker.worksiteState === input.state);
  return { eligibleHeads: eligible.length, inStateHeads: inState.length };
}

/** Problems: `no-eligible-employee-heads`, `most-employees-in-other-states` {inStateHeads, eligibleHeads, state}. */
export function stateHeadCountRuling(input: Input): Ruling {
  const count = stateHeadCount(input);
  if (!count) return allowed;
  const { eligibleHeads, inStateHeads } = count;
  if (eligibleHeads === 0) return refused({ code: "no-eligible-employee-heads", citation });
  if (!termsOf(input)?.majorityInState || inStateHeads * 2 > eligibleHeads) return allowed;
  const params = { inStateHeads, eligibleHeads, state: input.state };
  return refused({ code: "most-employees-in-other-states", params, citation });
}

export function explainStateHeadCount(input: Input): Explanation {
  const count = stateHeadCount(input);
  if (!count) return { code: "explain-head-count-none", params: { state: input.state } };
  return { code: "explain-head-count", params: { ...count, state: input.state }, citation };
}

function termsOf({ state, on }: Input): HeadCountTerms | null {
  return figureFor(headCountByState, { state, on }).value;
}

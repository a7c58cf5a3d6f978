import { calendarDate, type CalendarDate } from "../calendar/calendar-date";
import type { ExchangeCode, FigureNote, HeadRate, PlanYearEnd } from "./exchange-profile";
import type { UsState } from "./us-state";

/** A figure that a few states set differently. Both dates are included. */
export type StateFigureRow<T> = {
  readonly states: readonly UsState[];
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate | null;
  readonly value: T;
  readonly source: string;
  readonly confirmed: boolean;
};

/** The rows for the named states, and what holds everywhere else. */
export type StateFigure<T> = {
  readonly figure: string;
  readonly rows: readonly StateFigureRow<T>[];
  readonly otherwise: { readonly value: T; readonly source: string; readonly confirmed: boolean };
};

const from2014 = calendarDate("2014-01-01");
const percent = (numerator: number): HeadRate => ({ numerator, denominator: 100 });

/** States that run their own process here; every other state uses the federal one. */
export const exchangeByState: StateFigure<ExchangeCode> = {
  figure: "code",
  rows: [
    {
      states: ["DC"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: "dc",
      source: "dchealthlink.com",
      confirmed: true,
    },
    {
      states: ["MA"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: "ma",
      source: "mahealthconnector.org",
      confirmed: true,
    },
  ],
  otherwise: { value: "ff-shop", source: "the federal process as it ran before 2018", confirmed: true },
};

/** Full-time equivalents, the limit included. */
export const sizeLimitByState: StateFigure<number> = {
  figure: "sizeLimitFte",
  rows: [
    {
      states: ["CA", "CO", "NY", "VT"],
      effectiveFrom: calendarDate("2016-01-01"),
      effectiveTo: null,
      value: 100,
      source: "state option under Public Law 114-60",
      confirmed: true,
    },
  ],
  otherwise: { value: 50, source: "42 U.S.C. 18024(b) as amended by Public Law 114-60", confirmed: true },
};

export const participationRateByState: StateFigure<HeadRate> = {
  figure: "participation.rate",
  rows: [
    {
      states: ["AR", "IA", "NV", "NH", "NJ", "SD", "TX"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: percent(75),
      source: "federal list of 2014; not confirmed for later years",
      confirmed: false,
    },
    {
      states: ["TN"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: percent(50),
      source: "federal list of 2014; not confirmed for later years",
      confirmed: false,
    },
    {
      states: ["DC"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: { numerator: 2, denominator: 3 },
      source: "DC Health Link employer pages",
      confirmed: true,
    },
    {
      states: ["MA"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: percent(75),
      source: "public source configuration; a consumer page says 70 %",
      confirmed: false,
    },
  ],
  otherwise: { value: percent(70), source: "45 CFR 155.705(b)(10) (2015)", confirmed: true },
};

/** The federal rule ends the first plan year on 31 December where individual and small-group pools are merged. */
export const planYearEndByState: StateFigure<PlanYearEnd> = {
  figure: "planYearEnd",
  rows: [
    {
      states: ["VT"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: "december-31",
      source: "merged pool, 45 CFR 155.725",
      confirmed: false,
    },
    {
      states: ["ME"],
      effectiveFrom: calendarDate("2023-01-01"),
      effectiveTo: null,
      value: "december-31",
      source: "merged pool from 2023, 45 CFR 155.725",
      confirmed: false,
    },
    {
      states: ["DC", "MA"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: "twelve-months",
      source: "merged pools, but the exchange's own configuration uses twelve months",
      confirmed: true,
    },
  ],
  otherwise: { value: "twelve-months", source: "45 CFR 155.725 (2015)", confirmed: true },
};

export const tobaccoRatingByState: StateFigure<boolean> = {
  figure: "tobaccoAllowed",
  rows: [
    {
      states: ["CA", "DC", "MA", "NJ", "NY", "RI", "VT"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: false,
      source: "state law",
      confirmed: false,
    },
  ],
  otherwise: { value: true, source: "45 CFR 147.102(a)(1)(iv)", confirmed: true },
};

/** States whose own small-group age curve is not loaded, so that no premium can be worked out. */
export const ratesWithheldByState: StateFigure<boolean> = {
  figure: "ratesWithheld",
  rows: [
    {
      states: ["NJ"],
      effectiveFrom: from2014,
      effectiveTo: null,
      value: true,
      source: "own small-group age curve, values not found; 45 CFR 147.102(e)",
      confirmed: true,
    },
  ],
  otherwise: { value: false, source: "45 CFR 147.102(e)", confirmed: true },
};

export type FigureInForce<T> = { readonly value: T; readonly note: FigureNote };

export function figureFor<T>(
  figure: StateFigure<T>,
  { state, on }: { state: UsState; on: CalendarDate },
): FigureInForce<T> {
  const found =
    figure.rows.find(
      (row) =>
        row.states.includes(state) && row.effectiveFrom <= on && (row.effectiveTo === null || on <= row.effectiveTo),
    ) ?? figure.otherwise;
  return { value: found.value, note: { figure: figure.figure, source: found.source, confirmed: found.confirmed } };
}

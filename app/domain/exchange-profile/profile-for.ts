import type { CalendarDate } from "../calendar/calendar-date";
import { contributionMinimumByState } from "../contribution/minimums/state-minimums";
import { allowed, done, failed, refused, type Outcome, type Ruling } from "../problem";
import { dcProfileRows } from "./dc-profile";
import type { ExchangeCode, ExchangeProfile, ExchangeProfileRow } from "./exchange-profile";
import { federalProfileRows } from "./federal-profile";
import { maProfileRows } from "./ma-profile";
import {
  exchangeByState,
  figureFor,
  participationRateByState,
  planYearEndByState,
  ratesWithheldByState,
  sizeLimitByState,
  tobaccoRatingByState,
} from "./state-figures";
import { isUsState, type UsState } from "./us-state";

export const exchangeProfileRows: readonly ExchangeProfileRow[] = [
  ...federalProfileRows,
  ...dcProfileRows,
  ...maProfileRows,
];

/** Each exchange keeps its days in one zone (IANA name), wherever the business is. */
const timeZones: Readonly<Record<ExchangeCode, string>> = {
  "ff-shop": "America/New_York",
  dc: "America/New_York",
  ma: "America/New_York",
};

/** The zone in which "today" is read for a business in `state` on the exchange that serves it at `on`. */
export function exchangeTimeZone({ state, on }: { state: UsState; on: CalendarDate }): string {
  return timeZones[figureFor(exchangeByState, { state, on }).value];
}

/**
 * The exchange's figures for a business in `state` (postal code) on one day. For a plan year, ask with its start
 * date. Problems: `state-unknown`, `exchange-profile-date-not-covered`.
 */
export function profileFor({ state, on }: { state: string; on: CalendarDate }): Outcome<ExchangeProfile> {
  if (!isUsState(state)) return failed({ code: "state-unknown", field: "state", params: { state } });
  const exchange = figureFor(exchangeByState, { state, on });
  const row = exchangeProfileRows.find(
    (candidate) =>
      candidate.code === exchange.value &&
      candidate.effectiveFrom <= on &&
      (candidate.effectiveTo === null || on <= candidate.effectiveTo),
  );
  if (!row) return failed({ code: "exchange-profile-date-not-covered", params: { state, on } });
  const sizeLimit = figureFor(sizeLimitByState, { state, on });
  const rate = figureFor(participationRateByState, { state, on });
  const contributionMinimum = figureFor(contributionMinimumByState, { state, on });
  const planYearEnd = figureFor(planYearEndByState, { state, on });
  const tobacco = figureFor(tobaccoRatingByState, { state, on });
  return done({
    ...row.terms,
    code: row.code,
    state,
    effectiveFrom: row.effectiveFrom,
    effectiveTo: row.effectiveTo,
    timeZone: exchangeTimeZone({ state, on }),
    sizeLimitFte: sizeLimit.value,
    participation: { ...row.terms.participation, rate: rate.value },
    contributionMinimum: contributionMinimum.value,
    planYearEnd: planYearEnd.value,
    tobaccoAllowed: tobacco.value,
    notes: [
      ...row.notes,
      exchange.note,
      sizeLimit.note,
      rate.note,
      contributionMinimum.note,
      planYearEnd.note,
      tobacco.note,
      { figure: "timeZone", source: "Eastern time, where the exchange sits", confirmed: false },
    ],
  });
}

/** Whether premiums may be shown for the state at all. Problem: `state-rates-not-loaded`. */
export function ratingRuling({ state, on }: { state: UsState; on: CalendarDate }): Ruling {
  if (!figureFor(ratesWithheldByState, { state, on }).value) return allowed;
  return refused({ code: "state-rates-not-loaded", params: { state }, citation: "45 CFR 147.102(e)" });
}

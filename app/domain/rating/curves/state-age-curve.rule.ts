// Which age curve holds for a group: the state's own where it set one, the federal one elsewhere. Where a state forbids
// age rating, or its curve is not at hand, there is none, and no other curve is taken in its place.
// Law: 45 CFR 147.102(d)-(e). Thousandths of the base; ages in whole years on the effective date. Nothing is rounded.

import type { CalendarDate } from "../../calendar/calendar-date";
import { isUsState, type UsState } from "../../exchange-profile/us-state";
import { invariant } from "../../invariant";
import { done, failed, type Outcome } from "../../problem";
import { ageCurveRows, citation as curveCitation, type AgeCurveRow } from "./age-curve-rows";

export const citation = curveCitation;

/** The last age with a factor of its own. */
export const oldestCurveAge = 64;

export type AgeCurve = {
  /** By age in whole years, 0 to 64. */
  readonly thousandths: readonly number[];
  readonly isStateOwn: boolean;
  readonly source: string;
  readonly confirmed: boolean;
};

/**
 * The curve for plan years that start on a day. Problems: `state-unknown`, `state-rates-not-loaded`,
 * `state-rates-not-by-age`, `age-curve-date-not-covered`.
 */
export function ageCurveFor({ state, startOn }: { state: string; startOn: CalendarDate }): Outcome<AgeCurve> {
  if (!isUsState(state)) return failed({ code: "state-unknown", field: "state", params: { state } });
  const row = rowFor({ state, startOn });
  if (!row) return failed({ code: "age-curve-date-not-covered", params: { state, startOn }, citation });
  switch (row.shape.kind) {
    case "not-loaded":
      return failed({ code: "state-rates-not-loaded", params: { state }, citation });
    case "no-age-rating":
      return failed({ code: "state-rates-not-by-age", params: { state }, citation });
    case "by-age": {
      const { source, confirmed } = row;
      return done({ thousandths: row.shape.thousandths, isStateOwn: row.states !== "others", source, confirmed });
    }
  }
}

/** A state with rows of its own never falls back to everybody else's on a day that its rows leave out. */
function rowFor({ state, startOn }: { state: UsState; startOn: CalendarDate }): AgeCurveRow | undefined {
  const own = ageCurveRows.filter((row) => row.states !== "others" && row.states.includes(state));
  const rows = own.length > 0 ? own : ageCurveRows.filter((row) => row.states === "others");
  return rows.find((row) => row.effectiveFrom <= startOn && (row.effectiveTo === null || startOn <= row.effectiveTo));
}

export function curveFactorThousandths(curve: AgeCurve, ageYears: number): number {
  invariant(Number.isSafeInteger(ageYears) && ageYears >= 0, `an age is a whole number from 0, got ${ageYears}`);
  const factor = curve.thousandths[Math.min(ageYears, oldestCurveAge)];
  invariant(factor !== undefined, `no factor for age ${ageYears}`);
  return factor;
}

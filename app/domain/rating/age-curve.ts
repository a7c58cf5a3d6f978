// A premium for one age over the premium for another is fixed by a curve: the federal one, unless the state set its own.
// Thousandths of the base; age in whole years on the effective date, 64 standing for every older age. Filed rates already
// contain the curve, so nothing on a bill is computed from it: it serves checks and the demonstration catalog.
// Law: 45 CFR 147.102(d)-(e).

import { calendarDate } from "../calendar/calendar-date";
import { invariant } from "../invariant";
import { ageCurveFor, curveFactorThousandths } from "./curves/state-age-curve.rule";

export const citation = "45 CFR 147.102(d)-(e)";

const currentBandsFrom = calendarDate("2018-01-01");

/** The factor, in thousandths, of the curve in force in the state for plan years from 2018. */
export function ageFactorThousandths({ stateCode, ageYears }: { stateCode: string; ageYears: number }): number {
  const curve = ageCurveFor({ state: stateCode, startOn: currentBandsFrom });
  invariant(curve.ok, `no age curve in ${stateCode}`);
  return curveFactorThousandths(curve.value, ageYears);
}
